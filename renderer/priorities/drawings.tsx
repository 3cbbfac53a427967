import type { PriorityList } from '../../core/api.ts';
import { useChoice, useWorkspace } from '../app/window.tsx';
import { shown, useNumbers } from '../shared/numbers.ts';
import { useTexts } from '../texts/texts.ts';

type Row = PriorityList['rows'][number];
type Measure = 'mean' | 'percent';

const trend = { width: 84, height: 28, pad: 6 } as const;

/** The item over the years as a small line, newest strongest; the numbers are read out. */
export function Trend({ years, measure }: { readonly years: Row['years']; readonly measure: Measure }) {
  const numbers = useNumbers();
  const { choice } = useChoice();
  const known = years.flatMap((entry, at) => {
    const { value } = entry[measure];
    return value === null ? [] : [{ at, value, year: entry.year }];
  });
  const values = known.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // A change that is nothing must not look like one: at least this much fills the height.
  const span = Math.max(high - low, measure === 'mean' ? 0.5 : 10);
  const middle = (low + high) / 2;
  const x = (at: number): number =>
    years.length < 2
      ? trend.width / 2
      : trend.pad + (at * (trend.width - 2 * trend.pad)) / (years.length - 1);
  const y = (value: number): number =>
    trend.height / 2 - ((value - middle) / span) * (trend.height - 2 * trend.pad);
  const write = measure === 'mean' ? numbers.mean : numbers.percent;
  const words = years.map((entry) => `${entry.year}: ${shown(entry[measure], write)}`).join(', ');
  return (
    <svg
      width={trend.width}
      height={trend.height}
      viewBox={`0 0 ${trend.width} ${trend.height}`}
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      <polyline
        points={known.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')}
        fill="none"
        stroke="var(--control-border)"
        strokeWidth="1.2"
      />
      {known.map(({ at, value, year }) => {
        const place = choice.years.indexOf(year);
        const isNewest = at === years.length - 1;
        return (
          <circle
            key={year}
            cx={x(at)}
            cy={y(value)}
            r={isNewest ? 4.5 : 3}
            fill={`var(--year-${place === -1 ? 3 : place + 1})`}
            stroke={`var(--year-${place === -1 ? 3 : place + 1}-outline)`}
          />
        );
      })}
    </svg>
  );
}

const dots = { width: 180, height: 24, pad: 8 } as const;

/** Where the units stand on the item, the line is the group whose list it is; hidden units are left out. */
export function UnitDots({ row, measure }: { readonly row: Row; readonly measure: Measure }) {
  const t = useTexts();
  const numbers = useNumbers();
  const { min, max } = useWorkspace().summary.instrument.scale;
  const [from, to] = measure === 'mean' ? [min, max] : [0, 100];
  const x = (value: number): number =>
    dots.pad + ((value - from) / (to - from)) * (dots.width - 2 * dots.pad);
  const write = measure === 'mean' ? numbers.mean : numbers.percent;
  const open = row.units.flatMap((unit) => {
    const { value } = unit[measure];
    return value === null ? [] : [{ name: unit.name, value }];
  });
  if (open.length === 0) return <span className="priorities-none">{t('priorities:noUnits')}</span>;
  const words = open.map(({ name, value }) => `${name}: ${write(value)}`).join(', ');
  const own = row[measure].value;
  return (
    <svg
      width={dots.width}
      height={dots.height}
      viewBox={`0 0 ${dots.width} ${dots.height}`}
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      <line
        x1={dots.pad}
        x2={dots.width - dots.pad}
        y1={dots.height / 2}
        y2={dots.height / 2}
        stroke="var(--strong-hairline)"
        strokeWidth="2"
      />
      {own !== null && (
        <line x1={x(own)} x2={x(own)} y1="4" y2={dots.height - 4} stroke="var(--text)" strokeWidth="1.6" />
      )}
      {open.map(({ name, value }) => (
        <circle
          key={name}
          cx={x(value)}
          cy={dots.height / 2}
          r="4"
          fill="var(--surface)"
          stroke="var(--text-2)"
          strokeWidth="1.3"
        />
      ))}
    </svg>
  );
}
