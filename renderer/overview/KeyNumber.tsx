import type { Overview } from '../../core/api.ts';
import { hiddenSign } from '../../core/privacy/reasons.ts';
import { useNumbers } from '../shared/numbers.ts';
import { Hidden } from '../shared/states.tsx';
import { VerdictMark } from '../shared/VerdictMark.tsx';
import { useTexts } from '../texts/texts.ts';

/** The maturity as the largest thing on the screen, and who stands behind it. */
export function KeyNumber({ overview }: { readonly overview: Overview }) {
  const t = useTexts();
  const numbers = useNumbers();
  const { maturity, change, since, subject, respondents, invited, responseRatePercent, gate } = overview;
  const gateText = (value: (typeof gate)['now']) =>
    value.hidden === null ? numbers.share(value.value) : hiddenSign;
  return (
    <section className="key-number">
      <h2 className="key-number-name">{t('overview:maturity', { year: subject.year })}</h2>
      <p className="key-number-value">
        {maturity.hidden === null ? (
          <>
            {numbers.percentNumber(maturity.value)}
            {maturity.value !== null && <span className="key-number-unit"> %</span>}
          </>
        ) : (
          <Hidden reason={maturity.hidden} />
        )}
      </p>
      {change !== null && since !== null && (
        <p className="key-number-change">
          <VerdictMark mark={change.mark} /> <strong>{numbers.percentDifference(change.difference)}</strong>{' '}
          {t('overview:since', { year: since })}
        </p>
      )}
      <p>
        {respondents !== null && invited !== null && responseRatePercent !== null
          ? t('overview:answered', { respondents, invited, rate: numbers.share(responseRatePercent) })
          : respondents !== null && t('overview:respondents', { count: respondents })}
      </p>
      {(gate.now.value !== null || gate.now.hidden !== null) && (
        <p>
          {t('overview:gate', { share: gateText(gate.now) })}
          {gate.before !== null && since !== null && (
            <> {t('overview:gateBefore', { year: since, share: gateText(gate.before) })}</>
          )}
        </p>
      )}
    </section>
  );
}
