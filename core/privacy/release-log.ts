import type { Problem } from '../problem.ts';
import type { GroupKey } from './groups.ts';

/** What was shown outside the program about one group: an export, a report, an exchange file. */
export interface Release {
  readonly year: number;
  readonly group: GroupKey;
  /** Its name as it was shown. */
  readonly name: string;
  readonly respondents: number;
  /** The minimum group it was gated by. */
  readonly minimumGroup: number;
  /** What tells one tree of units from another. */
  readonly treeKey: string;
  /**
   * What tells one set of answers from another, such as the batches that counted; null where unknown. Not to be
   * made of hidden values without a secret, which could be found by trial.
   */
  readonly answersKey: string | null;
}

/** Why a release, beside an earlier one, could give away a small group. */
export const releaseObstacles = ['few-others', 'other-minimum-group', 'other-tree'] as const;
export type ReleaseObstacle = (typeof releaseObstacles)[number];

/** Null when it may be released; otherwise what stands against it and what to do. */
export type ReleaseVerdict = {
  readonly obstacle: ReleaseObstacle;
  readonly earlier: Release;
  /** Code `release-` and the obstacle. */
  readonly problem: Problem;
} | null;

/**
 * Rule P10: what an earlier release of the same group and year makes of a new one. Refused where the two differ
 * by 1 to k − 1 respondents (late answers, an undone batch, a merge), whose answers subtraction would give; where
 * as many, or nearly, are known to be of other answers; and where the minimum group or the tree is another, so
 * that what one hides the other may show. A user may release it all the same with a reason, which is stored.
 * What has left the program once in just the same shape tells nothing new, whatever stands in the log beside it.
 */
export function releaseVerdict(earlier: readonly Release[], next: Release): ReleaseVerdict {
  if (earlier.some((before) => isSameRelease(before, next))) return null;
  for (const before of earlier) {
    if (before.year !== next.year || before.group !== next.group) continue;
    const obstacle = obstacleOf(before, next);
    if (obstacle !== null) {
      return { obstacle, earlier: before, problem: problemOf(obstacle, before, next) };
    }
  }
  return null;
}

/** True when the two tell the very same of the same answers. */
export function isSameRelease(before: Release, next: Release): boolean {
  return (
    before.year === next.year &&
    before.group === next.group &&
    before.respondents === next.respondents &&
    before.minimumGroup === next.minimumGroup &&
    before.treeKey === next.treeKey &&
    before.answersKey !== null &&
    before.answersKey === next.answersKey
  );
}

function obstacleOf(before: Release, next: Release): ReleaseObstacle | null {
  if (before.minimumGroup !== next.minimumGroup) return 'other-minimum-group';
  if (before.treeKey !== next.treeKey) return 'other-tree';
  const others = Math.abs(next.respondents - before.respondents);
  const isOtherAnswers =
    before.answersKey !== null && next.answersKey !== null && before.answersKey !== next.answersKey;
  return others < next.minimumGroup && (others > 0 || isOtherAnswers) ? 'few-others' : null;
}

function problemOf(obstacle: ReleaseObstacle, before: Release, next: Release): Problem {
  const which = `${next.name} ${next.year}`;
  const messages: Readonly<Record<ReleaseObstacle, string>> = {
    'few-others':
      `${which} har redan lämnats ut med ${before.respondents} svarande, nu är de ${next.respondents}. ` +
      'Skillnaden mellan de två utlämnandena visar vad enskilda personer svarade.',
    'other-minimum-group':
      `${which} har redan lämnats ut med minsta gruppstorlek ${before.minimumGroup}, nu är den ` +
      `${next.minimumGroup}. Det som det ena döljer kan räknas ut med det andra.`,
    'other-tree':
      `${which} har redan lämnats ut med en annan indelning i enheter. ` +
      'Det som den ena döljer kan räknas ut med den andra.',
  };
  const nextSteps: Readonly<Record<ReleaseObstacle, string>> = {
    'few-others': 'Använd det tidigare utlämnandet, eller ange ett skäl, som sparas.',
    'other-minimum-group': `Använd minsta gruppstorlek ${before.minimumGroup}, eller ange ett skäl, som sparas.`,
    'other-tree': 'Använd den tidigare indelningen, eller ange ett skäl, som sparas.',
  };
  return { code: `release-${obstacle}`, message: messages[obstacle], nextStep: nextSteps[obstacle] };
}
