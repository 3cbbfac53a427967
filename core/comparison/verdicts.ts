import { benjaminiHochberg } from './benjamini-hochberg.ts';
import type { TestedDifference } from './difference.ts';
import type { IncomparableReason } from './compare.ts';
import type { ItemCode } from '../instrument/instrument.ts';
import type { AnalysisSettings } from './settings.ts';

/** What can be said of a difference (S2). Between units `risen` is higher and `fallen` lower. */
export const verdicts = ['risen', 'fallen', 'within-uncertainty', 'too-few', 'not-comparable'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a comparison of groups finds beside the reasons of {@link IncomparableReason}. */
export const groupIncomparableReasons = ['different-scale', 'different-composition'] as const;
export type GroupIncomparableReason = IncomparableReason | (typeof groupIncomparableReasons)[number];

/** Why figures do not compare, and the items that part the two sides. */
export interface NotComparable {
  readonly reason: GroupIncomparableReason;
  readonly items: readonly ItemCode[];
}

/** A difference that waits for the others of its family. */
export interface Pending {
  readonly notComparable: NotComparable | null;
  /** The fewest answers on either side. */
  readonly answers: number;
  readonly tested: TestedDifference;
}

/** A difference with its verdict. */
export interface Judgement {
  /** p adjusted over the family as the settings say: by Benjamini and Hochberg, or not at all. */
  readonly pAdjusted: number | null;
  /** p without the finite population correction, adjusted likewise. */
  readonly pUncorrected: number | null;
  /** Risen or fallen also without the correction: so of people like them, not only of those invited then. */
  readonly firm: boolean;
  readonly verdict: Verdict;
  /** The interval leaves 0 out, but among so many differences that is no longer unlikely. */
  readonly onlyAlone: boolean;
}

/** Judges all differences of one family together (S2). */
export function judgeFamily<P extends Pending>(
  family: readonly P[],
  settings: AnalysisSettings,
): Map<P, Judgement> {
  const adjust = settings.correction === 'none' ? (p: (number | null)[]) => p : benjaminiHochberg;
  const adjusted = adjust(family.map(({ tested }) => tested.p));
  const uncorrected = adjust(family.map(({ tested }) => tested.rawUncorrectedP));
  return new Map(
    family.map((pending, at) => [
      pending,
      judge(pending, adjusted[at] ?? null, uncorrected[at] ?? null, settings),
    ]),
  );
}

function judge(
  pending: Pending,
  pAdjusted: number | null,
  pUncorrected: number | null,
  settings: AnalysisSettings,
): Judgement {
  const verdict = verdictOf(pending, pAdjusted, pUncorrected, settings);
  const { ciLow, ciHigh, p } = pending.tested;
  return {
    pAdjusted,
    pUncorrected,
    firm: isChange(verdict) && rejects(pUncorrected, settings),
    verdict,
    onlyAlone:
      verdict === 'within-uncertainty' &&
      p !== null &&
      ciLow !== null &&
      ciHigh !== null &&
      (ciLow > 0 || ciHigh < 0),
  };
}

/** The rules of S2, in the order in which they stand there. */
function verdictOf(
  { notComparable, answers, tested }: Pending,
  pAdjusted: number | null,
  pUncorrected: number | null,
  settings: AnalysisSettings,
): Verdict {
  const { difference, standardError } = tested;
  if (notComparable !== null) return 'not-comparable';
  if (answers < settings.minimumAnswers || difference === null) return 'too-few';
  if (standardError === null) return difference === 0 ? 'within-uncertainty' : 'too-few';
  const deciding = standardError === 0 ? pUncorrected : pAdjusted;
  if (!rejects(deciding, settings)) return 'within-uncertainty';
  return difference > 0 ? 'risen' : 'fallen';
}

/** True for a verdict that says that something differs. */
export function isChange(verdict: Verdict): boolean {
  return verdict === 'risen' || verdict === 'fallen';
}

function rejects(p: number | null, { level }: AnalysisSettings): boolean {
  return p !== null && p <= 1 - level;
}
