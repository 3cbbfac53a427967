import { IconCheck, IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import type { PriorityList } from '../../core/api.ts';
import type { ReasonKind } from '../../core/insights/reasons.ts';
import { useChoice, usePlace } from '../app/window.tsx';
import type { Numbers } from '../shared/numbers.ts';
import { shown, useNumbers } from '../shared/numbers.ts';
import '../shared/table.css';
import { VerdictMark } from '../shared/VerdictMark.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import { Trend, UnitDots } from './drawings.tsx';
import { useDrawConclusion } from '../shared/draw-conclusion.ts';

type Row = PriorityList['rows'][number];

/** The ranked list. Up and Down move between items, as in a list of files. */
export function PriorityTable({
  list,
  chosen,
  onChoose,
}: {
  readonly list: PriorityList;
  readonly chosen: string | null;
  readonly onChoose: (item: Row['code']) => void;
}) {
  const t = useTexts();
  const body = useRef<HTMLTableSectionElement>(null);
  const years = list.rows[0]?.years.map(({ year }) => year) ?? [];
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = list.rows.findIndex(({ code }) => code === chosen);
    const next = list.rows[at + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    onChoose(next.code);
    body.current?.querySelector<HTMLButtonElement>(`[data-item="${next.code}"]`)?.focus();
  };
  return (
    <table className="plain-table priorities-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{t('priorities:rank')}</span>
          </th>
          <th scope="col">{t('priorities:item')}</th>
          <th scope="col">{t('priorities:reasons.low')}</th>
          <th scope="col">{t('priorities:reasons.fallen')}</th>
          <th scope="col">{t('priorities:reasons.dont-know')}</th>
          <th scope="col" className="priorities-wide">
            {years.length > 1 ? `${years[0] ?? ''}–${years.at(-1) ?? ''}` : (years[0] ?? '')}
          </th>
          <th scope="col" className="number">
            {t('priorities:mean')}
          </th>
          <th scope="col" className="priorities-wide">
            {t('priorities:units', { year: list.subject.year })}
          </th>
          <th scope="col">
            <span className="sr-only">{t('priorities:conclusion')}</span>
          </th>
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={move}>
        {list.rows.map((row) => (
          <PriorityRow
            key={row.code}
            row={row}
            list={list}
            isChosen={row.code === chosen}
            onChoose={onChoose}
          />
        ))}
      </tbody>
    </table>
  );
}

function PriorityRow({
  row,
  list,
  isChosen,
  onChoose,
}: {
  readonly row: Row;
  readonly list: PriorityList;
  readonly isChosen: boolean;
  readonly onChoose: (item: Row['code']) => void;
}) {
  const say = useSaid();
  const numbers = useNumbers();
  const { choice } = useChoice();
  return (
    <tr
      data-chosen={isChosen}
      onClick={() => {
        onChoose(row.code);
      }}
    >
      <td className="priorities-rank">{row.rank}</td>
      <th scope="row">
        <button
          type="button"
          className="priorities-name"
          data-item={row.code}
          tabIndex={isChosen ? 0 : -1}
          aria-pressed={isChosen}
        >
          {say(row.name)}
        </button>
        <span className="priorities-category">{say(row.category.name)}</span>
      </th>
      <ReasonCell row={row} kind="low" value={shown(row.percent, numbers.share)} />
      <FallenCell row={row} numbers={numbers} />
      <ReasonCell row={row} kind="dont-know" value={shown(row.dontKnowPercent, numbers.share)} />
      <td className="priorities-wide">
        <Trend years={row.years} measure={choice.measure} />
      </td>
      <td className="number priorities-mean">{shown(row.mean, numbers.mean)}</td>
      <td className="priorities-wide">
        <UnitDots row={row} measure={choice.measure} />
      </td>
      <td>
        <ConclusionAction row={row} list={list} />
      </td>
    </tr>
  );
}

/** A reason: filled where it is sure, half where it holds of those invited then, hollow where it is unsure. */
function ReasonCell({
  row,
  kind,
  value,
}: {
  readonly row: Row;
  readonly kind: Exclude<ReasonKind, 'fallen'>;
  readonly value: string;
}) {
  const t = useTexts();
  const say = useSaid();
  const { held, certainty, sentence } = row.reasons[kind];
  if (!held || certainty === null) return <NoReason words={say(sentence)} />;
  return (
    <td title={say(sentence)}>
      <span className={`priorities-square keeps-colour priorities-square-${certainty}`} aria-hidden />
      <span className="priorities-value" data-sure={certainty !== 'unsure'}>
        {value}
      </span>
      <span className="sr-only">{t(`priorities:certainty.${certainty}`)}</span>
    </td>
  );
}

function FallenCell({ row, numbers }: { readonly row: Row; readonly numbers: Numbers }) {
  const say = useSaid();
  const { held, certainty, sentence } = row.reasons.fallen;
  const { change } = row;
  if (change === null || !held) return <NoReason words={say(sentence)} />;
  return (
    <td title={say(sentence)}>
      <VerdictMark mark={change.mark} />
      <span className="priorities-value" data-sure={certainty !== null && certainty !== 'unsure'}>
        {numbers.meanDifference(change.difference)}
      </span>
    </td>
  );
}

function NoReason({ words }: { readonly words: string }) {
  return (
    <td title={words} className="priorities-none">
      <span aria-hidden>-</span>
      <span className="sr-only">{words}</span>
    </td>
  );
}

function ConclusionAction({ row, list }: { readonly row: Row; readonly list: PriorityList }) {
  const t = useTexts();
  const say = useSaid();
  const { go } = usePlace();
  const draw = useDrawConclusion(list);
  const [made] = row.conclusions;
  if (made !== undefined) {
    return (
      <button
        type="button"
        className="priorities-action"
        onClick={() => {
          go('conclusions', { conclusion: String(made.id) });
        }}
      >
        <IconCheck size={16} stroke={1.6} aria-hidden />
        {t('priorities:made', { number: made.number })}
      </button>
    );
  }
  return (
    <button
      type="button"
      className="priorities-action"
      disabled={!draw.isReady}
      aria-label={t('priorities:makeOf', { item: say(row.name) })}
      onClick={() => {
        draw.draw(row, row.draft);
      }}
    >
      <IconPlus size={16} stroke={1.6} aria-hidden />
      {t('priorities:conclusion')}
    </button>
  );
}
