import type { Overview } from '../../core/api.ts';
import { FigurePanel } from '../shared/figure/FigurePanel.tsx';
import { useNumbers } from '../shared/numbers.ts';
import { useTexts } from '../texts/texts.ts';

/** More would push what follows off the screen; Data shows them all. */
const mostUnits = 9;

/** Who answered, unit by unit, with the whole as a line. Counted, so never hidden. */
export function ResponseRates({ overview }: { readonly overview: Overview }) {
  const t = useTexts();
  const numbers = useNumbers();
  const whole = overview.responseRatePercent;
  const units = overview.responseRates
    .filter(({ unit }) => unit !== null)
    .sort((a, b) => (b.percent ?? -1) - (a.percent ?? -1));
  const left = units.length - mostUnits;
  const title = t('overview:rates.title', { year: overview.subject.year });
  return (
    <FigurePanel
      className="rates"
      title={title}
      base={
        whole === null
          ? t('overview:rates.baseOnly')
          : t('overview:rates.base', { name: overview.subject.name, rate: numbers.share(whole) })
      }
      kind="response-rates"
    >
      <table className="scale-table compact">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('overview:rates.unit')}</th>
            <td />
            <th scope="col">{t('overview:rates.rate')}</th>
            <th scope="col">{t('overview:rates.counts')}</th>
          </tr>
        </thead>
        <tbody>
          {units.slice(0, mostUnits).map(({ unit, name, percent, respondents, invited }) => (
            <tr key={unit}>
              <th scope="row" title={name}>
                {name}
              </th>
              <td aria-hidden className="scale-cell">
                <svg className="scale-row" width="100%" height="27" overflow="visible">
                  {percent !== null && (
                    <rect x="0" y="8" width={`${Math.min(100, percent)}%`} height="11" fill="var(--year-1)" />
                  )}
                  {whole !== null && (
                    <line x1={`${whole}%`} x2={`${whole}%`} y1="0" y2="27" className="whole-line" />
                  )}
                </svg>
              </td>
              <td className="number">
                <strong>{percent === null ? '-' : numbers.share(percent)}</strong>
              </td>
              <td className="number muted">
                {respondents ?? '-'}/{invited ?? '-'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p className="figure-caption">{t('overview:rates.more', { count: left })}</p>}
    </FigurePanel>
  );
}
