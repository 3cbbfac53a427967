import { useQueries } from '@tanstack/react-query';
import type { ImportOrder, ImportPreview } from '../../core/api.ts';
import { useWorkspace } from '../app/window.tsx';
import { useMachine } from '../machine/machine.tsx';
import { shown, useNumbers } from '../shared/numbers.ts';
import { useTexts } from '../texts/texts.ts';

/** What each answer to a question about a statement does to its item and to maturity. */
export function AnswerEffect({
  question,
  preview,
  orders,
}: {
  readonly question: ImportPreview['questions'][number];
  readonly preview: ImportPreview;
  readonly orders: readonly ImportOrder[];
}) {
  const t = useTexts();
  const machine = useMachine();
  const numbers = useNumbers();
  const { workspaceId } = useWorkspace().session;
  const column = preview.columns.find(({ letters }) => letters === question.column);
  const answers = useQueries({
    queries: question.options.map(({ value }) => {
      const input = {
        workspaceId,
        orders: orders.map((order) =>
          order.fileId === preview.fileId
            ? { ...order, answers: { ...order.answers, [question.id]: value } }
            : order,
        ),
      };
      return {
        queryKey: ['import.scores', input],
        queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
          machine.call('import.scores', input, { signal }),
      };
    }),
  });
  const years = answers.map(({ data }) => data?.years.find(({ year }) => year === preview.year));
  if (column?.itemName === undefined || column.itemName === null || years.some((own) => own === undefined))
    return null;
  return (
    <table className="plain-table import-effect">
      <thead>
        <tr>
          <th scope="col">{t('import:question.becomes')}</th>
          {question.options.map(({ value, label }) => (
            <th scope="col" className="number" key={value}>
              {label.split(',')[0]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{column.itemName}</th>
          {years.map((own, place) => {
            const item = own?.items.find(({ code }) => code === column.item);
            return (
              <td className="number" key={question.options[place]?.value}>
                {item === undefined ? '' : shown(item.mean, numbers.mean)}
              </td>
            );
          })}
        </tr>
        <tr>
          <th scope="row">{t('import:scores.maturity')}</th>
          {years.map((own, place) => (
            <td className="number" key={question.options[place]?.value}>
              {own === undefined ? '' : shown(own.maturity, numbers.percent)}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
