import { tWithin, twoSidedP } from './distributions.ts';
import type { Measured } from './measure.ts';

/** Two figures and what is known of the difference between them, before it is weighed with others. */
export interface TestedDifference {
  /** `to` − `from`; null where either has no value. */
  readonly difference: number | null;
  /** Of the difference; null where it cannot be told. */
  readonly standardError: number | null;
  readonly df: number | null;
  readonly t: number | null;
  /** Two-sided, with the finite population correction. */
  readonly p: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  /** Two-sided, without the correction. */
  readonly rawUncorrectedP: number | null;
}

/** Nothing known of a difference. */
export const untested: TestedDifference = {
  difference: null,
  standardError: null,
  df: null,
  t: null,
  p: null,
  ciLow: null,
  ciHigh: null,
  rawUncorrectedP: null,
};

/**
 * Welch's test of the difference between two groups of different people (S2), with the variances as given.
 * Where neither side shows any spread to test against, se, t, p and interval are null; where everyone invited
 * answered on both sides se is 0, the interval is the difference itself, and only the test without the
 * correction is made. The interval is not cut at the ends of the scale.
 */
export function testDifference(from: Measured, to: Measured, level: number): TestedDifference {
  if (from.value === null || to.value === null) return untested;
  const difference = to.value - from.value;
  if (from.variance === null || to.variance === null) return { ...untested, difference };

  const corrected = welch(
    difference,
    { variance: from.variance, df: from.df },
    { variance: to.variance, df: to.df },
  );
  const uncorrected = welch(
    difference,
    { variance: from.uncorrectedVariance ?? 0, df: from.uncorrectedDf },
    { variance: to.uncorrectedVariance ?? 0, df: to.uncorrectedDf },
  );
  if (corrected !== null) {
    const reach = corrected.standardError * tWithin(level, corrected.df);
    return {
      difference,
      ...corrected,
      ciLow: difference - reach,
      ciHigh: difference + reach,
      rawUncorrectedP: uncorrected?.p ?? null,
    };
  }
  if (!from.isComplete || !to.isComplete) return { ...untested, difference };
  return {
    ...untested,
    difference,
    standardError: 0,
    ciLow: difference,
    ciHigh: difference,
    rawUncorrectedP: uncorrected?.p ?? null,
  };
}

interface Spread {
  readonly variance: number;
  readonly df: number | null;
}

/**
 * se² = v_a + v_b; df = (v_a + v_b)² / Σ v_g² / df_g, a group with v = 0 adding no term (Welch 1947,
 * Satterthwaite 1946). Null where there is no variance at all.
 */
function welch(difference: number, a: Spread, b: Spread) {
  const sum = a.variance + b.variance;
  const term = ({ variance, df }: Spread): number => (variance === 0 || df === null ? 0 : variance ** 2 / df);
  const terms = term(a) + term(b);
  if (sum === 0 || terms === 0) return null;
  const standardError = Math.sqrt(sum);
  const df = sum ** 2 / terms;
  const t = difference / standardError;
  return { standardError, df, t, p: twoSidedP(t, df) };
}

/** Cohen's d with the pooled standard deviation of both sides (Cohen 1988); null where that is none. */
export function cohensD(
  difference: number | null,
  from: { readonly n: number; readonly sd: number | null },
  to: { readonly n: number; readonly sd: number | null },
): number | null {
  if (difference === null || from.sd === null || to.sd === null) return null;
  const freedom = from.n - 1 + (to.n - 1);
  const pooledVariance = ((from.n - 1) * from.sd ** 2 + (to.n - 1) * to.sd ** 2) / freedom;
  return pooledVariance === 0 ? null : difference / Math.sqrt(pooledVariance);
}
