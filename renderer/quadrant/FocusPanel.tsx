import { Button } from '@mantine/core';
import type { Quadrant } from '../../core/api.ts';
import { usePlace } from '../app/window.tsx';
import { shown, useNumbers } from '../shared/numbers.ts';
import { VerdictMark } from '../shared/VerdictMark.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';

/** The chosen unit: its years, its verdicts, the quadrant it stands in, and what parts it from the rest. */
export function FocusPanel({ quadrant }: { readonly quadrant: Quadrant }) {
  const t = useTexts();
  const say = useSaid();
  const numbers = useNumbers();
  const { go } = usePlace();
  const { focus } = quadrant;
  if (focus === null) return null;
  const years = focus.rows[0]?.values.map(({ year }) => year).toReversed() ?? [];
  return (
    <section className="quadrant-focus" aria-labelledby="quadrant-focus">
      <h2 id="quadrant-focus" className="panel-title">
        {focus.name}
      </h2>
      {focus.respondents !== null && (
        <p className="quadrant-base">
          {focus.invited === null
            ? t('quadrant:answered', { respondents: focus.respondents })
            : t('quadrant:answeredOf', {
                respondents: focus.respondents,
                invited: focus.invited,
                rate: numbers.share(focus.responseRatePercent),
              })}
        </p>
      )}
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('quadrant:percent')}</th>
            {years.map((year) => (
              <th scope="col" className="number" key={year}>
                {year}
              </th>
            ))}
            {focus.since !== null && (
              <th scope="col" className="number">
                {t('quadrant:since', { year: focus.since })}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {focus.rows.map((row) => (
            <tr key={row.name.sv} data-strong={row.kind === 'maturity'}>
              <th scope="row">{say(row.name)}</th>
              {row.values.toReversed().map((value) => (
                <td className="number" key={value.year}>
                  {shown(value, numbers.percentNumber)}
                </td>
              ))}
              {focus.since !== null && (
                <td className="number" title={row.change === null ? undefined : say(row.change.sentence)}>
                  {row.change === null ? (
                    '-'
                  ) : (
                    <>
                      <VerdictMark mark={row.change.mark} />{' '}
                      {numbers.percentDifference(row.change.difference)}
                    </>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>

      {focus.type !== null && (
        <>
          <h3 className="section-title">{t('quadrant:standsIn', { type: say(focus.type.name) })}</h3>
          {focus.crossing !== null && <p className="quadrant-base">{say(focus.crossing)}</p>}
          <ul className="quadrant-points">
            {focus.type.risks.map((risk) => (
              <li key={risk}>
                <strong>{t('quadrant:risk')}</strong> {risk}
              </li>
            ))}
            {focus.type.advice.map((advice) => (
              <li key={advice}>
                <strong>{t('quadrant:advice')}</strong> {advice}
              </li>
            ))}
          </ul>
        </>
      )}

      {focus.deviations.length > 0 && (
        <>
          <h3 className="section-title">{say(focus.deviationsFrom)}</h3>
          <table className="plain-table">
            <tbody>
              {focus.deviations.map(({ code, name, mean, change }) => (
                <tr key={code} title={say(change.sentence)}>
                  <th scope="row">{say(name)}</th>
                  <td className="number">{numbers.mean(mean)}</td>
                  <td className="number">
                    <VerdictMark mark={change.mark} /> {numbers.meanDifference(change.difference)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {focus.deviationsMissing !== null && <p className="quadrant-base">{say(focus.deviationsMissing)}</p>}

      <div className="quadrant-ways">
        <Button
          variant="default"
          onClick={() => {
            go('categories', focus.unit === null ? {} : { unit: String(focus.unit) });
          }}
        >
          {t('quadrant:items')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            go('report', focus.unit === null ? {} : { unit: String(focus.unit) });
          }}
        >
          {t('quadrant:report')}
        </Button>
      </div>
    </section>
  );
}
