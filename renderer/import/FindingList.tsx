import { IconAlertTriangle, IconInfoCircle, IconQuestionMark } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ImportPreview } from '../../core/api.ts';
import { useWorkspace } from '../app/window.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import { placesText, togetherByMessage } from './findings.ts';

type Question = ImportPreview['questions'][number];

/** What was noticed, questions first; a click jumps to the cell or opens the question. */
export function FindingList({
  preview,
  question,
  onQuestion,
  onCell,
}: {
  readonly preview: ImportPreview;
  /** Id of the question that is open at the side. */
  readonly question: string | null;
  readonly onQuestion: (question: Question) => void;
  readonly onCell: (cell: string) => void;
}) {
  const t = useTexts();
  const say = useSaid();
  const { instrument } = useWorkspace().summary;
  const missing = preview.findings.filter(({ code }) => code === 'missing-item');
  const found = togetherByMessage(preview.findings.filter((finding) => !missing.includes(finding)));
  const read = new Set(preview.columns.map(({ item }) => item));
  const unread = instrument.dimensions
    .flatMap(({ categories }) => categories.flatMap((category) => category.items))
    .filter(({ code }) => !read.has(code));
  const shownRows = new Set(preview.rows.map(({ row }) => String(row)));
  const inSight = (place: string): boolean => shownRows.has(place.replace(/^[A-Z]+/, ''));
  if (preview.questions.length + preview.findings.length === 0)
    return <p className="import-nothing">{t('import:findings.none')}</p>;
  const checks = found.filter(({ weight }) => weight === 'check').length;
  const missingLines = missing.length > 0 ? 1 : 0;
  return (
    <section aria-labelledby="import-findings-heading" className="import-findings">
      <h2 id="import-findings-heading" className="section-title">
        {t('import:findings.heading')}
        <span className="dimmed">
          {' · '}
          {t('import:questions', { count: preview.questions.length })},{' '}
          {t('import:findings.checks', { count: checks + missingLines })},{' '}
          {t('import:findings.notes', { count: found.length - checks })}
        </span>
      </h2>
      <ul>
        {preview.questions.map((own) => (
          <Line
            key={own.id}
            kind="question"
            isAnswered={own.answer !== null}
            isChosen={own.id === question}
            places={own.cells}
            message={own.message}
            action={own.answer === null ? t('import:findings.answer') : t('import:findings.change')}
            onClick={() => {
              onQuestion(own);
            }}
          >
            {own.options.find(({ value }) => value === own.answer)?.label ?? own.answer}
          </Line>
        ))}
        {missing.length > 0 && (
          <Line
            kind="check"
            places={[]}
            message={t('import:findings.missing', {
              count: unread.length,
              names: unread.map(({ name }) => say(name)).join(', '),
            })}
            action={null}
            onClick={() => undefined}
          />
        )}
        {found.map(({ key, weight, message, places }) => {
          const cell = places.find((place) => /^[A-Z]+\d+$/.test(place) && inSight(place)) ?? null;
          return (
            <Line
              key={key}
              kind={weight}
              places={places}
              message={message}
              action={cell === null ? null : t('import:findings.show')}
              onClick={() => {
                if (cell !== null) onCell(cell);
              }}
            />
          );
        })}
      </ul>
    </section>
  );
}

const icons = { question: IconQuestionMark, check: IconAlertTriangle, note: IconInfoCircle } as const;

function Line({
  kind,
  isAnswered = false,
  isChosen = false,
  places,
  message,
  action,
  onClick,
  children,
}: {
  readonly kind: keyof typeof icons;
  readonly isAnswered?: boolean;
  readonly isChosen?: boolean;
  readonly places: readonly string[];
  readonly message: string;
  readonly action: string | null;
  readonly onClick: () => void;
  readonly children?: ReactNode;
}) {
  const t = useTexts();
  const Icon = icons[kind];
  return (
    <li data-kind={isAnswered ? 'answered' : kind} data-chosen={isChosen}>
      <span className="import-finding-kind">
        <Icon size={15} stroke={1.6} aria-hidden />{' '}
        {isAnswered ? t('import:findings.kinds.answered') : t(`import:findings.kinds.${kind}`)}
      </span>
      <span className="import-finding-place">{placesText(places)}</span>
      <span>
        {message}
        {isAnswered && <strong className="import-given">{children}</strong>}
      </span>
      {action !== null && (
        <button type="button" className="link" aria-label={`${action}: ${message}`} onClick={onClick}>
          {action}
        </button>
      )}
    </li>
  );
}
