import { Button } from '@mantine/core';
import type { ImportOrder, OutputOf } from '../../core/api.ts';
import { useWorkspace } from '../app/window.tsx';
import { useCall } from '../machine/queries.ts';
import { shown, useNumbers } from '../shared/numbers.ts';
import { Answer } from '../shared/states.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';

/** What the results would be if the files were stored as they stand. */
export function ScoresPanel({
  orders,
  onClose,
}: {
  readonly orders: readonly ImportOrder[];
  readonly onClose: () => void;
}) {
  const t = useTexts();
  const say = useSaid();
  const { workspaceId } = useWorkspace().session;
  const query = useCall('import.scores', { workspaceId, orders: [...orders] });
  return (
    <section className="import-scores" aria-labelledby="import-scores-heading">
      <h2 id="import-scores-heading" className="panel-title">
        {t('import:scores.heading')}
      </h2>
      <p className="import-note">{t('import:scores.lead')}</p>
      <Answer query={query} height={240}>
        {(scores) => (
          <>
            <p>
              <strong>{say(scores.sentence)}</strong>
            </p>
            {scores.years.map((year) => (
              <YearTable year={year} key={year.year} />
            ))}
          </>
        )}
      </Answer>
      <Button variant="default" onClick={onClose}>
        {t('shared:close')}
      </Button>
    </section>
  );
}

function YearTable({ year }: { readonly year: OutputOf<'import.scores'>['years'][number] }) {
  const t = useTexts();
  const say = useSaid();
  const numbers = useNumbers();
  const { yearBefore } = year;
  return (
    <table className="plain-table">
      <caption>
        {t('import:scores.year', { year: year.year })}
        {year.respondents !== null && ` · ${t('import:answers', { count: year.respondents })}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('import:scores.what')}</th>
          <th scope="col" className="number">
            {year.year}
          </th>
          {yearBefore !== null && (
            <th scope="col" className="number">
              {yearBefore}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        <tr className="import-scores-whole">
          <th scope="row">{t('import:scores.maturity')}</th>
          <td className="number">{shown(year.maturity, numbers.percent)}</td>
          {yearBefore !== null && <td className="number">{shown(year.before, numbers.percent)}</td>}
        </tr>
        {year.items.map(({ code, name, mean, before }) => (
          <tr key={code}>
            <th scope="row">{say(name)}</th>
            <td className="number">{shown(mean, numbers.mean)}</td>
            {yearBefore !== null && <td className="number">{shown(before, numbers.mean)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
