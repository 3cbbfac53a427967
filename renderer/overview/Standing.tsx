import type { Overview } from '../../core/api.ts';
import { FigurePanel } from '../shared/figure/FigurePanel.tsx';
import { shown, useNumbers } from '../shared/numbers.ts';
import { VerdictMark } from '../shared/VerdictMark.tsx';
import { useChoice } from '../app/window.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import type { Scale } from '../shared/scale.ts';
import { scaleOver } from '../shared/scale.ts';
import { ScaleFoot, ScaleRow } from '../shared/ScaleRow.tsx';

type Row = Overview['rows'][number];

/** The result and all that it is set against, as rows that share one scale. */
export function Standing({ overview }: { readonly overview: Overview }) {
  const t = useTexts();
  const say = useSaid();
  const numbers = useNumbers();
  const { rows, notes } = overview;
  const scale = scaleOver(rows.flatMap(({ value }) => [value.value, value.ciLow, value.ciHigh]));
  const result = rows.find(({ kind }) => kind === 'result')?.value.value ?? null;
  return (
    <FigurePanel
      className="standing"
      title={t('overview:standing.title')}
      base={t('overview:standing.base', { name: overview.subject.name })}
      kind="trend"
      choice={{ units: [overview.subject.unit] }}
    >
      <table className="scale-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t('overview:standing.what')}</span>
            </th>
            <td aria-hidden className="scale-cell" />
            <th scope="col" className="number">
              {t('overview:standing.value')}
            </th>
            <th scope="col" className="number">
              {t('overview:standing.difference')}
            </th>
            <th scope="col">{t('overview:standing.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind}-${row.year}-${row.label.sv}`} data-kind={row.kind}>
              <th scope="row">{say(row.label)}</th>
              <td aria-hidden className="scale-cell">
                {scale !== null && (
                  <ScaleRow scale={scale} height={36}>
                    <RowMark row={row} scale={scale} result={result} />
                  </ScaleRow>
                )}
              </td>
              <td className="number strong-when-result">{shown(row.value, numbers.percent)}</td>
              <td className="number">
                {row.change === null ? (
                  '-'
                ) : (
                  <strong>{numbers.percentDifference(row.change.difference)}</strong>
                )}
              </td>
              <td className="verdict-cell">
                {row.change !== null && <VerdictMark mark={row.change.mark} decorative />}{' '}
                <span className={row.change === null ? 'muted' : undefined}>{say(row.verdict)}</span>
                {row.note !== null && <sup>{row.note}</sup>}
              </td>
            </tr>
          ))}
        </tbody>
        {scale !== null && <ScaleFoot scale={scale} after={3} />}
      </table>
      {notes.map((note, at) => (
        <p key={at} className="figure-caption">
          {at + 1}. {say(note)} {sourcesOf(rows)}
        </p>
      ))}
    </FigurePanel>
  );
}

/** Where given values are from: "Riket 2022: SKR." */
function sourcesOf(rows: readonly Row[]): string {
  const sources = rows.flatMap(({ source, label }) =>
    source === null || label.sv.startsWith(source) ? [] : [`${label.sv}: ${source}.`],
  );
  return sources.join(' ');
}

/** Years as dots in the colours of the year chips, a target as a bar, a given value as an open diamond. */
function RowMark({
  row,
  scale,
  result,
}: {
  readonly row: Row;
  readonly scale: Scale;
  readonly result: number | null;
}) {
  const { choice } = useChoice();
  const { value, ciLow, ciHigh } = row.value;
  if (value === null) return null;
  const x = `${scale.at(value)}%`;
  const line = row.kind !== 'result' && result !== null && <ResultLine x={`${scale.at(result)}%`} />;
  if (row.kind === 'target')
    return (
      <>
        {line}
        <line x1={x} x2={x} y1="8" y2="28" stroke="var(--text)" strokeWidth="4" />
      </>
    );
  if (row.kind === 'benchmark' || row.kind === 'pool')
    return (
      <>
        {line}
        <svg x={x} y="18" overflow="visible">
          <path
            d={row.kind === 'pool' ? 'M-5.5 -5.5H5.5V5.5H-5.5Z' : 'M0 -7 7 0 0 7 -7 0Z'}
            fill="var(--surface)"
            stroke="var(--text)"
            strokeWidth="1.6"
          />
        </svg>
      </>
    );
  const place = choice.years.indexOf(row.year);
  const colour = place >= 0 && place < 5 ? place + 1 : 3;
  return (
    <>
      {row.kind === 'result' ? <line x1={x} x2={x} y1="18" y2="36" className="result-line" /> : line}
      {ciLow !== null && ciHigh !== null && (
        <Whisker low={`${scale.at(ciLow)}%`} high={`${scale.at(ciHigh)}%`} />
      )}
      <circle
        cx={x}
        cy="18"
        r={row.kind === 'result' ? 6.5 : 6}
        fill={`var(--year-${colour})`}
        stroke={`var(--year-${colour}-outline)`}
      />
    </>
  );
}

/** Carries the result down the rows. */
function ResultLine({ x }: { readonly x: string }) {
  return <line x1={x} x2={x} y1="0" y2="36" className="result-line" />;
}

function Whisker({ low, high }: { readonly low: string; readonly high: string }) {
  return (
    <g stroke="var(--text)" strokeWidth="1.2">
      <line x1={low} x2={high} y1="18" y2="18" />
      <line x1={low} x2={low} y1="14.5" y2="21.5" />
      <line x1={high} x2={high} y1="14.5" y2="21.5" />
    </g>
  );
}
