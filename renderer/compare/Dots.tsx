import type { Compare } from '../../core/api.ts';
import type { Scale } from '../shared/scale.ts';
import { ScaleRow } from '../shared/ScaleRow.tsx';
import type { Row } from './rows.ts';
import { isSure, mainPair } from './rows.ts';

export const rowHeight = 22;
const middle = rowHeight / 2;

/**
 * A row of the table as a drawing. Years: the newest as a ring, filled where its change is sure, over its interval; the
 * year before as a dot, older ones as ticks. Units: a dot each, the whole as a line, the unit pointed at filled.
 */
export function Dots({
  compare,
  row,
  scale,
  pair,
}: {
  readonly compare: Compare;
  readonly row: Row;
  readonly scale: Scale;
  /** Which pair is pointed at, when the row is. */
  readonly pair: number | null;
}) {
  return (
    <ScaleRow scale={scale} height={rowHeight}>
      {row.kind !== 'item' ? null : compare.over === 'years' ? (
        <YearDots compare={compare} row={row} scale={scale} />
      ) : (
        <UnitDots compare={compare} row={row} scale={scale} pair={pair} />
      )}
    </ScaleRow>
  );
}

function YearDots({
  compare,
  row,
  scale,
}: {
  readonly compare: Compare;
  readonly row: Row;
  readonly scale: Scale;
}) {
  const newest = row.values.at(-1);
  const before = row.values.at(-2)?.value ?? null;
  const now = newest?.value ?? null;
  const { ciLow = null, ciHigh = null } = newest ?? {};
  const change = row.changes[mainPair(compare)];
  const sure = isSure(change);
  const colour = change?.verdict === 'fallen' ? 'var(--fallen)' : 'var(--accent)';
  return (
    <>
      {ciLow !== null && ciHigh !== null && (
        <line
          x1={`${scale.at(ciLow)}%`}
          x2={`${scale.at(ciHigh)}%`}
          y1={middle}
          y2={middle}
          stroke="var(--strong-hairline)"
          strokeOpacity="0.6"
          strokeWidth="6"
        />
      )}
      {now !== null && before !== null && (
        <line
          x1={`${scale.at(before)}%`}
          x2={`${scale.at(now)}%`}
          y1={middle}
          y2={middle}
          stroke={sure ? colour : 'var(--control-border)'}
          strokeWidth={sure ? 2.2 : 1.2}
        />
      )}
      {row.values
        .slice(0, -2)
        .map(({ value }, at) =>
          value === null ? null : (
            <line
              key={compare.columns[at]?.key}
              x1={`${scale.at(value)}%`}
              x2={`${scale.at(value)}%`}
              y1={middle - 5}
              y2={middle + 5}
              stroke="var(--year-3-outline)"
              strokeWidth="2"
            />
          ),
        )}
      {before !== null && <circle cx={`${scale.at(before)}%`} cy={middle} r="3.6" fill="var(--year-2)" />}
      {now !== null && (
        <circle
          cx={`${scale.at(now)}%`}
          cy={middle}
          r="5.2"
          fill={sure ? colour : 'var(--surface)'}
          stroke={sure ? colour : 'var(--accent)'}
          strokeWidth="1.8"
        />
      )}
    </>
  );
}

function UnitDots({
  compare,
  row,
  scale,
  pair,
}: {
  readonly compare: Compare;
  readonly row: Row;
  readonly scale: Scale;
  readonly pair: number | null;
}) {
  const pointed = pair === null ? undefined : compare.pairs[pair]?.to;
  return (
    <>
      {compare.columns.map(({ key, unit }, at) => {
        const value = row.values[at]?.value ?? null;
        if (value === null) return null;
        const x = `${scale.at(value)}%`;
        if (unit === null)
          return (
            <line
              key={key}
              x1={x}
              x2={x}
              y1={middle - 7}
              y2={middle + 7}
              stroke="var(--text)"
              strokeWidth="1.8"
            />
          );
        const change = row.changes[compare.pairs.findIndex(({ to }) => to === key)];
        const sure = isSure(change);
        const colour = change?.verdict === 'fallen' ? 'var(--fallen)' : 'var(--accent)';
        return (
          <circle
            key={key}
            cx={x}
            cy={middle}
            r={key === pointed ? 6 : 4}
            fill={sure ? colour : 'var(--surface)'}
            stroke={sure || key === pointed ? colour : 'var(--control-border)'}
            strokeWidth={key === pointed ? 2.4 : 1.4}
          />
        );
      })}
    </>
  );
}

/** The numbers of the scale over the drawings. */
export function ScaleHead({
  scale,
  write,
}: {
  readonly scale: Scale;
  readonly write: (value: number) => string;
}) {
  return (
    <svg className="scale-row" width="100%" height="18" overflow="visible" aria-hidden>
      {scale.ticks.map((tick) => (
        <text
          key={tick}
          x={`${scale.at(tick)}%`}
          y="13"
          textAnchor="middle"
          fontSize="12"
          fill="var(--muted)"
        >
          {write(tick)}
        </text>
      ))}
    </svg>
  );
}
