import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import type { Change, Compare, Estimate } from '../../core/api.ts';
import { useChoice, useWorkspace } from '../app/window.tsx';
import { shown, useNumbers } from '../shared/numbers.ts';
import type { Scale } from '../shared/scale.ts';
import type { Sorting } from '../shared/sorting.ts';
import { Hidden } from '../shared/states.tsx';
import '../shared/table.css';
import { VerdictMark } from '../shared/VerdictMark.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import { BarCell } from './BarCell.tsx';
import { Dots, ScaleHead } from './Dots.tsx';
import type { Measure, Row } from './rows.ts';
import { barScale, dotScale, isSure, mainPair } from './rows.ts';
import { SortHead } from './SortHead.tsx';

/** What is pointed at: a row, and one of its pairs. */
export interface Pointed {
  readonly code: string;
  readonly pair: number;
}

export interface CompareTableProps {
  readonly compare: Compare;
  readonly rows: readonly Row[];
  /** Bars side by side on common axes instead of numbers with a drawing beside. */
  readonly isPanels: boolean;
  readonly pointed: Pointed | null;
  readonly onPoint: (pointed: Pointed) => void;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting | null) => void;
}

/** As many panels as are told apart side by side. */
const mostPanels = 5;

/**
 * Numbers and drawings on the same rows. Up and Down move between rows, Left and Right between what a row compares.
 */
export function CompareTable(props: CompareTableProps) {
  const { compare, rows, isPanels, pointed, onPoint } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const { measure } = useChoice().choice;
  const { scale: ends } = useWorkspace().summary.instrument;
  const scale = isPanels ? barScale(measure, ends) : dotScale(rows, measure, ends);
  const main = mainPair(compare);
  const current = rows.find(({ code }) => code === pointed?.code) ?? rows[0];
  const move = (event: KeyboardEvent): void => {
    const down = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const aside = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (down + aside === 0 || current === undefined) return;
    const next = rows[rows.indexOf(current) + down];
    const pair = (pointed?.pair ?? main) + aside;
    if (next === undefined || compare.pairs[pair] === undefined) return;
    event.preventDefault();
    onPoint({ code: next.code, pair });
    body.current?.querySelector<HTMLElement>(`[data-row="${next.code}"]`)?.focus();
  };
  return (
    <table className="plain-table compare-table" data-over={compare.over} data-panels={isPanels}>
      <Heads {...props} scale={scale} />
      <tbody
        ref={body}
        onKeyDown={move}
        // The pointer may rest on any cell; the cell tells which pair it is of.
        onMouseOver={(event) => {
          const cell = event.target instanceof Element ? event.target.closest('td, th') : null;
          const code = cell?.parentElement?.dataset['of'];
          if (!(cell instanceof HTMLElement) || code === undefined) return;
          const pair = Number(cell.dataset['pair'] ?? main);
          if (code !== pointed?.code || pair !== pointed.pair) onPoint({ code, pair });
        }}
        onFocus={(event) => {
          const code = event.target.dataset['row'];
          if (code !== undefined && code !== pointed?.code) onPoint({ code, pair: pointed?.pair ?? main });
        }}
      >
        {rows.map((row) => (
          <CompareRow
            key={`${row.kind}:${row.code}`}
            compare={compare}
            row={row}
            scale={scale}
            isPanels={isPanels}
            measure={measure}
            pair={row.code === current?.code ? (pointed?.pair ?? main) : null}
          />
        ))}
      </tbody>
    </table>
  );
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
  const columns = isPanels ? panelColumns(compare) : compare.columns.map((column, at) => ({ column, at }));
  return (
    <thead>
      <tr>
        <SortHead of="name" isNumber={false} className="compare-name" {...sort}>
          {t('compare:item')}
        </SortHead>
        {columns.map(({ column, at }) => (
          <SortHead key={column.key} of={`value:${at}`} className="compare-value" {...sort}>
            {column.label}
          </SortHead>
        ))}
        {!isPanels &&
          compare.over === 'years' &&
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
        {compare.over === 'years' && compare.pairs.length > 0 && (
          <SortHead of="dont-know-change" className="compare-dont-know" {...sort}>
            {t('compare:against', { year: compare.columns.at(-2)?.label ?? '' })}
          </SortHead>
        )}
      </tr>
    </thead>
  );
}

/** Of many years the newest, of many units the first. */
function panelColumns({ columns, over }: Compare) {
  const all = columns.map((column, at) => ({ column, at }));
  return over === 'years' ? all.slice(-mostPanels) : all.slice(0, mostPanels);
}

function CompareRow({
  compare,
  row,
  scale,
  isPanels,
  measure,
  pair,
}: {
  readonly compare: Compare;
  readonly row: Row;
  readonly scale: Scale | null;
  readonly isPanels: boolean;
  readonly measure: Measure;
  /** Which pair is pointed at; null where the row is not. */
  readonly pair: number | null;
}) {
  const say = useSaid();
  const numbers = useNumbers();
  const isYears = compare.over === 'years';
  const columns = isPanels ? panelColumns(compare) : compare.columns.map((column, at) => ({ column, at }));
  const { dontKnow } = row;
  return (
    <tr data-of={row.code} data-kind={row.kind} data-chosen={pair !== null}>
      <th scope="row">
        <button type="button" className="compare-row" data-row={row.code} tabIndex={pair === null ? -1 : 0}>
          {say(row.name)}
        </button>
      </th>
      {columns.map(({ column, at }) => {
        const estimate = row.values[at];
        const own = isYears ? -1 : compare.pairs.findIndex(({ to }) => to === column.key);
        const change = row.changes[own] ?? null;
        if (estimate === undefined) return <td key={column.key}>-</td>;
        const value = <Value estimate={estimate} measure={measure} />;
        return (
          <td key={column.key} className="number compare-value" {...(own !== -1 && { 'data-pair': own })}>
            {isPanels && scale !== null ? (
              <span className="compare-panel">
                <span aria-hidden>
                  <BarCell estimate={estimate} scale={scale} colour={barColour(compare, at)} />
                </span>
                <span>
                  {change !== null && <VerdictMark mark={change.mark} />} {value}
                </span>
              </span>
            ) : (
              <span className="compare-ground" style={{ background: ground(estimate, row, measure) }}>
                {change !== null && <VerdictMark mark={change.mark} />} {value}
              </span>
            )}
          </td>
        );
      })}
      {!isPanels &&
        isYears &&
        compare.pairs.map(({ key }, at) => (
          <td key={key} className="number compare-change" data-pair={at}>
            <ChangeCell change={row.changes[at] ?? null} measure={measure} />
          </td>
        ))}
      {!isPanels && (
        <td aria-hidden className="compare-drawing">
          {scale !== null && <Dots compare={compare} row={row} scale={scale} pair={pair} />}
        </td>
      )}
      <td className="number compare-dont-know">
        {dontKnow !== null &&
          (dontKnow.percent.hidden === null ? (
            shown(dontKnow.percent, numbers.share)
          ) : (
            <Hidden reason={dontKnow.percent.hidden} />
          ))}
      </td>
      {isYears && compare.pairs.length > 0 && (
        <td className="number compare-dont-know" data-sure={dontKnow?.sure}>
          {dontKnow === null || dontKnow.difference === null
            ? ''
            : numbers.percentDifference(dontKnow.difference)}
        </td>
      )}
    </tr>
  );
}

function Value({ estimate, measure }: { readonly estimate: Estimate; readonly measure: Measure }) {
  const numbers = useNumbers();
  if (estimate.hidden !== null) return <Hidden reason={estimate.hidden} />;
  return measure === 'mean' ? numbers.mean(estimate.value) : numbers.percentNumber(estimate.value);
}

function ChangeCell({ change, measure }: { readonly change: Change | null; readonly measure: Measure }) {
  const numbers = useNumbers();
  if (change === null) return '-';
  const write = measure === 'mean' ? numbers.meanDifference : numbers.percentDifference;
  return (
    <span className="compare-verdict" data-sure={isSure(change)}>
      <VerdictMark mark={change.mark} />
      {change.difference === null ? '' : write(change.difference)}
    </span>
  );
}

/** Newest strongest, as in the top bar; units are alike, for their panels are named. */
function barColour({ over, columns }: Compare, at: number): string {
  return over === 'years' ? `year-${Math.min(mostPanels, columns.length - at)}` : 'year-2';
}

/** The strongest ground that text still reads well on, in percent of the accent. */
const strongest = 24;
/** Where the ground begins and ends: nearly all results lie between these shares of the scale. */
const faintFrom = 0.2;
const strongTo = 0.65;

/** A ground that is stronger the higher the value: the number stands on it, so that it is not colour alone. */
function ground({ value }: Estimate, { kind }: Row, measure: Measure): string {
  if (value === null || kind !== 'item') return 'none';
  const share = measure === 'percent' ? value / 100 : (value - 1) / 5;
  const place = Math.min(1, Math.max(0, (share - faintFrom) / (strongTo - faintFrom)));
  return `color-mix(in srgb, var(--accent) ${Math.round(place * strongest)}%, transparent)`;
}
