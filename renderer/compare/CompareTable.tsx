import type { KeyboardEvent, SyntheticEvent } from 'react';
import { useRef } from 'react';
import type { Compare } from '../../core/api.ts';
import { useChoice, useWorkspace } from '../app/window.tsx';
import { useNumbers } from '../shared/numbers.ts';
import type { Scale } from '../shared/scale.ts';
import type { Sorting } from '../shared/sorting.ts';
import '../shared/table.css';
import { useTexts } from '../texts/texts.ts';
import { CompareRow } from './CompareRow.tsx';
import { ScaleHead } from './Dots.tsx';
import type { Row } from './rows.ts';
import { barScale, columnsShown, dotScale, mainPair, partable } from './rows.ts';
import { SortHead } from './SortHead.tsx';

/** A row, and one of its pairs. */
export interface Pointed {
  readonly code: string;
  readonly pair: number;
}

export interface CompareTableProps {
  readonly compare: Compare;
  readonly rows: readonly Row[];
  /** Bars side by side on common axes instead of numbers with a drawing beside. */
  readonly isPanels: boolean;
  readonly chosen: Pointed;
  readonly onChoose: (chosen: Pointed) => void;
  /** What the pointer rests on; null when it leaves the rows. */
  readonly onPoint: (pointed: Pointed | null) => void;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting | null) => void;
}

/**
 * Numbers and drawings on the same rows. Up and Down move between rows, Left and Right between what a row compares.
 */
export function CompareTable(props: CompareTableProps) {
  const { compare, rows, isPanels, chosen, onChoose, onPoint } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const { measure } = useChoice().choice;
  const { scale: ends } = useWorkspace().summary.instrument;
  const scale = isPanels ? barScale(measure, ends) : dotScale(rows, compare.over, measure, ends);
  const main = mainPair(compare);
  const move = (event: KeyboardEvent): void => {
    const down = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const aside = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = rows[rows.findIndex(({ code }) => code === chosen.code) + down];
    const pair = chosen.pair + aside;
    if (down + aside === 0 || next === undefined) return;
    if (aside !== 0 && compare.pairs[pair] === undefined) return;
    event.preventDefault();
    onChoose({ code: next.code, pair });
    body.current?.querySelector<HTMLElement>(`[data-row="${next.code}"]`)?.focus();
  };
  return (
    <table className="plain-table compare-table" data-over={compare.over} data-panels={isPanels}>
      <Heads {...props} scale={scale} />
      <tbody
        ref={body}
        onKeyDown={move}
        onMouseOver={(event) => {
          onPoint(pointedIn(event, main));
        }}
        onMouseLeave={() => {
          onPoint(null);
        }}
        onClick={(event) => {
          const pointed = pointedIn(event, main);
          if (pointed !== null) onChoose(pointed);
        }}
      >
        {rows.map((row) => (
          <CompareRow
            key={`${row.kind}:${row.code}`}
            compare={compare}
            row={row}
            scale={scale}
            isPanels={isPanels}
            pair={row.code === chosen.code ? chosen.pair : null}
          />
        ))}
      </tbody>
    </table>
  );
}

/** The row of an event, and the pair of its cell: that of the row's own sentence where the cell is of none. */
function pointedIn({ target }: SyntheticEvent, main: number): Pointed | null {
  const cell = target instanceof Element ? target.closest('td, th') : null;
  const code = cell?.parentElement?.dataset['of'];
  if (!(cell instanceof HTMLElement) || code === undefined) return null;
  return { code, pair: Number(cell.dataset['pair'] ?? main) };
}

function Heads({
  compare,
  isPanels,
  sorting,
  onSort,
  scale,
}: CompareTableProps & { readonly scale: Scale | null }) {
  const t = useTexts();
  const numbers = useNumbers();
  const { measure } = useChoice().choice;
  const write = measure === 'mean' ? numbers.mean : numbers.share;
  const sort = { sorting, onSort };
  const isYears = compare.over === 'years';
  return (
    <thead>
      <tr>
        <SortHead of="name" isNumber={false} className="compare-name" {...sort}>
          {t('compare:item')}
        </SortHead>
        {columnsShown(compare, isPanels).map(({ column, at }) => (
          <SortHead
            key={column.key}
            of={`value:${at}`}
            isNumber={!isPanels}
            className="compare-value"
            {...sort}
            {...(isPanels && scale !== null && { under: <ScaleHead scale={scale} write={write} /> })}
          >
            {isYears ? column.label : partable(column.label)}
          </SortHead>
        ))}
        {!isPanels &&
          isYears &&
          compare.pairs.map(({ key, label }, at) => (
            <SortHead key={key} of={`change:${at}`} className="compare-change" {...sort}>
              {label}
            </SortHead>
          ))}
        {!isPanels && (
          <th scope="col" className="compare-drawing">
            <span className="sr-only">{t('compare:drawing')}</span>
            {scale !== null && <ScaleHead scale={scale} write={write} />}
          </th>
        )}
        <SortHead of="dont-know" className="compare-dont-know" {...sort}>
          {t('compare:dontKnow')}
        </SortHead>
        {isYears && compare.pairs.length > 0 && (
          <SortHead of="dont-know-change" className="compare-dont-know" {...sort}>
            {t('compare:against', { year: compare.columns.at(-2)?.label ?? '' })}
          </SortHead>
        )}
      </tr>
    </thead>
  );
}
