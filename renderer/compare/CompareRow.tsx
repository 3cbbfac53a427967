import type { Change, Compare, Estimate } from '../../core/api.ts';
import { useChoice, useWorkspace } from '../app/window.tsx';
import { shown, useNumbers } from '../shared/numbers.ts';
import type { Scale } from '../shared/scale.ts';
import { Hidden } from '../shared/states.tsx';
import { VerdictMark } from '../shared/VerdictMark.tsx';
import { useSaid } from '../texts/texts.ts';
import { BarCell } from './BarCell.tsx';
import { Dots } from './Dots.tsx';
import type { Measure, Row } from './rows.ts';
import { columnsShown, groundShare, isSure, mostPanels } from './rows.ts';

interface RowProps {
  readonly compare: Compare;
  readonly row: Row;
  readonly scale: Scale | null;
  readonly isPanels: boolean;
  /** Which pair is chosen; null where the row is not. */
  readonly pair: number | null;
}

/** One row: its values, its changes, its drawing, and its share of "don't know". */
export function CompareRow({ compare, row, scale, isPanels, pair }: RowProps) {
  const say = useSaid();
  const numbers = useNumbers();
  const { measure } = useChoice().choice;
  const isYears = compare.over === 'years';
  const { dontKnow } = row;
  return (
    <tr data-of={row.code} data-kind={row.kind} data-chosen={pair !== null}>
      <th scope="row">
        <button
          type="button"
          className="compare-row"
          data-row={row.code}
          aria-pressed={pair !== null}
          tabIndex={pair === null ? -1 : 0}
        >
          {say(row.name)}
        </button>
      </th>
      {columnsShown(compare, isPanels).map(({ column, at }) => (
        <ValueCell
          key={column.key}
          compare={compare}
          row={row}
          at={at}
          bar={isPanels ? scale : null}
          measure={measure}
        />
      ))}
      {!isPanels &&
        isYears &&
        compare.pairs.map(({ key }, at) => (
          <td key={key} className="number compare-change" data-pair={at}>
            <ChangeText change={row.changes[at] ?? null} measure={measure} />
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

/** A value, with the mark of its change where that has no column of its own. */
function ValueCell({
  compare,
  row,
  at,
  bar,
  measure,
}: {
  readonly compare: Compare;
  readonly row: Row;
  /** Place of the column. */
  readonly at: number;
  /** The scale to draw a bar on; null for the number alone. */
  readonly bar: Scale | null;
  readonly measure: Measure;
}) {
  const { scale: ends } = useWorkspace().summary.instrument;
  const estimate = row.values[at];
  const key = compare.columns[at]?.key;
  const ofOwn = compare.pairs.findIndex(({ to }) => to === key);
  const pair = bar !== null || compare.over === 'units' ? ofOwn : -1;
  const change = row.changes[pair] ?? null;
  if (estimate === undefined) return <td>-</td>;
  const text = (
    <>
      {change !== null && estimate.hidden === null && <VerdictMark mark={change.mark} />}{' '}
      <Value estimate={estimate} measure={measure} />
    </>
  );
  const { value } = estimate;
  const share = value === null || row.kind !== 'item' ? 0 : groundShare(value, measure, ends);
  return (
    <td className="number compare-value" {...(pair !== -1 && { 'data-pair': pair })}>
      {bar === null ? (
        <span
          className="compare-ground"
          style={{ background: `color-mix(in srgb, var(--accent) ${share}%, transparent)` }}
        >
          {text}
        </span>
      ) : (
        <span className="compare-panel">
          <span aria-hidden>
            <BarCell estimate={estimate} scale={bar} colour={barColour(compare, at)} />
          </span>
          <span>{text}</span>
        </span>
      )}
    </td>
  );
}

function Value({ estimate, measure }: { readonly estimate: Estimate; readonly measure: Measure }) {
  const numbers = useNumbers();
  if (estimate.hidden !== null) return <Hidden reason={estimate.hidden} />;
  return measure === 'mean' ? numbers.mean(estimate.value) : numbers.percentNumber(estimate.value);
}

function ChangeText({ change, measure }: { readonly change: Change | null; readonly measure: Measure }) {
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
