import type { ComparisonAssumptions, EstimateAssumptions } from '../comparison/assumptions.ts';
import type { ReportContext } from './input.ts';

/** What the uncertainty of a report rests on, a sentence each, in its language. */
export function assumptionNotes({ settings, compared, estimates }: ReportContext): readonly string[] {
  const compare = compared?.uncertainty?.assumptions ?? null;
  const estimate = estimates?.assumptions ?? null;
  if (settings.language === 'sv') return compare?.notes ?? estimate?.notes ?? [];
  if (compare !== null) return englishComparison(compare);
  return estimate === null ? [] : [...englishSampling([estimate.of], estimate), shareNote];
}

function englishComparison(assumptions: ComparisonAssumptions): string[] {
  const sides = [assumptions.from, assumptions.to].filter((side) => side !== null);
  return [
    ...englishSampling(sides, assumptions),
    'The uncertainty is that of those who were invited then. Where a difference holds only among them, it is said; ' +
      'otherwise it holds for people like them too, whatever share of the invited answered.',
    'The years are taken as independent, as answers cannot be linked to persons. Where the same people tend to answer ' +
      'again the intervals are too wide; where last year’s respondents tend not to, they are too narrow.',
    shareNote,
    assumptions.correction === 'none'
      ? 'The p-values are not adjusted for how many differences are tried together: the more there are, the more look sure by chance.'
      : 'The p-values are adjusted for how many differences are tried together; the intervals are not.',
  ];
}

const shareNote =
  'Intervals of shares (don’t know, and yes to the question on decisions) take no account of how large a share of the ' +
  'invited answered, and are rather too wide than too narrow.';

function englishSampling(
  sides: readonly EstimateAssumptions['of'][],
  { retestReliability }: Pick<EstimateAssumptions, 'retestReliability'>,
): string[] {
  const isCorrected = sides.some(({ basis }) => basis === 'invited-known' || basis === 'as-in-unit');
  return [
    'Those who answered count as a random sample of those who were invited.',
    ...(isCorrected
      ? ['The share with an opinion on a question is taken to be the same among those who did not answer.']
      : []),
    ...(sides.some(({ basis }) => basis === 'as-in-unit')
      ? ['How many were invited in the group is not known; the same share as in the unit is assumed.']
      : []),
    ...sides.flatMap(({ basis, respondents, invited }) => {
      if (basis === 'invited-unknown')
        return [
          `The number of invited is not known for ${respondents} respondents; they then count as a sample of any number, and the uncertainty is rather too large than too small.`,
        ];
      if (basis === 'more-respondents-than-invited')
        return [
          `More have answered (${respondents}) than were invited (${invited ?? 0}); one of the numbers is wrong, and the uncertainty is computed as if the number of invited were not known.`,
        ];
      return [];
    }),
    ...(retestReliability < 1
      ? [
          `That the same person answers differently from time to time is taken in, with a retest reliability of ${retestReliability.toFixed(2)}.`,
        ]
      : []),
  ];
}
