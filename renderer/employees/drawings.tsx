import type { Employees } from '../../core/api.ts';
import { hiddenSign } from '../../core/privacy/reasons.ts';
import { useNumbers } from '../shared/numbers.ts';
import { useTexts } from '../texts/texts.ts';

type Value = Employees['pairs'][number]['employees'];
type Bands = Employees['bands'];

const row = { width: 360, height: 40 } as const;

/** A value as it is written: ".." where it is hidden. */
export function useValueText(): (value: Value) => string {
  const numbers = useNumbers();
  return ({ percent, hidden }) => (hidden ? hiddenSign : numbers.percentNumber(percent));
}

/** Both results on 0–100 with the bands behind: the employees' a square, the measurement's a dot. */
export function PairOnBands({
  pair,
  bands,
}: {
  readonly pair: Pick<Employees['pairs'][number], 'employees' | 'survey'>;
  readonly bands: Bands;
}) {
  const t = useTexts();
  const write = useValueText();
  const x = (percent: number): number => (percent / 100) * row.width;
  const { employees, survey } = pair;
  const [employeesName, surveyName] = [t('employees:employees'), t('employees:survey')];
  const words = `${employeesName} ${write(employees)}, ${surveyName} ${write(survey)}`;
  const [a, b] = [employees.percent, survey.percent];
  // Where the two lie on one another they are set apart, one above the other.
  const isClose = a !== null && b !== null && Math.abs(a - b) < 4;
  const [top, bottom] = isClose ? [row.height / 2 - 8, row.height / 2 + 8] : [row.height / 2, row.height / 2];
  const isEmployeesRight = a !== null && b !== null ? a >= b : true;
  return (
    <svg
      className="employees-drawing"
      viewBox={`0 0 ${row.width} ${row.height}`}
      width={row.width}
      height={row.height}
      role="img"
      aria-label={words}
    >
      {bands.map(({ code, from }, at) => {
        const to = bands[at - 1]?.from ?? 100;
        const strength = bands.length - 1 - at;
        return (
          <rect
            key={code}
            x={x(from)}
            y="0"
            width={x(to - from)}
            height={row.height}
            className="employees-band"
            style={{ fillOpacity: strength * 0.07 }}
          />
        );
      })}
      {a !== null && b !== null && !isClose && (
        <line x1={x(a)} x2={x(b)} y1={row.height / 2} y2={row.height / 2} className="employees-line" />
      )}
      {b !== null && (
        <>
          <circle cx={x(b)} cy={top} r="5" className="employees-dot" />
          <text
            x={x(b) + (isEmployeesRight && !isClose ? -10 : 10)}
            y={top + 4}
            textAnchor={isEmployeesRight && !isClose ? 'end' : 'start'}
            className="employees-own"
          >
            {write(survey)}
          </text>
        </>
      )}
      {a !== null && (
        <>
          <rect x={x(a) - 5} y={bottom - 5} width="10" height="10" className="employees-square" />
          <text
            x={x(a) + (isEmployeesRight || isClose ? 10 : -10)}
            y={bottom + 4}
            textAnchor={isEmployeesRight || isClose ? 'start' : 'end'}
            className="employees-value"
          >
            {write(employees)}
          </text>
        </>
      )}
    </svg>
  );
}

/** The band of an index as a disc filled by quarters, with the band's name. */
export function BandDisc({ band, bands }: { readonly band: number | null; readonly bands: Bands }) {
  const own = band === null ? undefined : bands[band];
  if (band === null || own === undefined) return <span>-</span>;
  const share = (bands.length - 1 - band) / bands.length;
  const angle = share * 2 * Math.PI;
  const [endX, endY] = [7 + 6 * Math.sin(angle), 7 - 6 * Math.cos(angle)];
  return (
    <svg width="14" height="14" role="img" aria-label={own.name}>
      <title>{own.name}</title>
      <circle cx="7" cy="7" r="6" className="employees-disc" />
      {share > 0 && (
        <path
          d={`M7 7 L7 1 A6 6 0 ${share > 0.5 ? 1 : 0} 1 ${endX} ${endY} Z`}
          className="employees-disc-part"
        />
      )}
    </svg>
  );
}
