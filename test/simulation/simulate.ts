import { compareGroups } from '../../core/comparison/compare-groups.ts';
import type { Estimate } from '../../core/comparison/estimates.ts';
import { estimateGroup } from '../../core/comparison/estimates.ts';
import type { Group } from '../../core/comparison/group.ts';
import type { FigureDifference } from '../../core/comparison/judged-figures.ts';
import type { SeededRandom } from '../../core/comparison/seeded-random.ts';
import { seededRandom } from '../../core/comparison/seeded-random.ts';
import { defaultAnalysisSettings } from '../../core/comparison/settings.ts';
import { isChange } from '../../core/comparison/verdicts.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { score } from '../../core/scoring/score.ts';
import { tallyAnswers } from '../../core/survey/tally.ts';
import type { Population } from './population.ts';
import { answersOnADay, drawPeople, drawRespondents } from './population.ts';

/** How often something happened. */
export interface Rate {
  readonly times: number;
  readonly of: number;
}

/** What a simulation found of one group: how often intervals held the truth, and how often it was misled. */
export interface Findings {
  readonly name: string;
  readonly invited: number;
  readonly respondents: number;
  /** Intervals that held the population's value. */
  readonly coverage: Readonly<Record<'maturity' | 'dimensions' | 'categories' | 'items', Rate>>;
  /** Intervals of differences between two samples of one population that held 0. */
  readonly differenceCoverage: Readonly<Record<'maturity' | 'dimensions' | 'categories' | 'items', Rate>>;
  /** Comparisons in which something was called risen or fallen though nothing had changed. */
  readonly falseVerdicts: Readonly<Record<'maturity' | 'composites' | 'items', Rate>>;
  /** The same where the same people would answer a little differently on another day. */
  readonly anotherDay: { readonly amongInvited: Rate; readonly firm: Rate };
}

/** What is drawn: how many invited, how many of them answer. */
export interface Drawing {
  readonly name: string;
  readonly invited: number;
  readonly respondents: number;
}

/** The whole of a municipality, and a unit of it, as in published reports. */
export const drawings: readonly Drawing[] = [
  { name: 'whole', invited: 529, respondents: 287 },
  { name: 'unit of 30', invited: 50, respondents: 30 },
];

/** A new population is drawn after so many runs, so that no single one decides. */
const runsPerPopulation = 50;

/** Draws `runs` pairs of samples and counts. The same seed gives the same findings on every machine. */
export function simulate(instrument: Instrument, drawing: Drawing, runs: number, seed: number): Findings {
  const random = seededRandom(seed);
  const counts = new Counts();
  for (let run = 0; run < runs;) {
    const people = drawPeople(instrument, drawing.invited, random);
    const oneDay = answersOnADay(people, instrument, random);
    for (let same = 0; same < runsPerPopulation && run < runs; same++, run++) {
      oneRun(instrument, drawing, oneDay, answersOnADay(people, instrument, random), counts, random);
    }
  }
  return { ...drawing, ...counts.findings() };
}

/** One pair of samples of the same day, and one of another. */
function oneRun(
  instrument: Instrument,
  { invited, respondents }: Drawing,
  population: Population,
  anotherDay: Population,
  counts: Counts,
  random: SeededRandom,
): void {
  const sample = (people: Population): Group => ({
    tally: tallyAnswers(instrument, null, drawRespondents(people, respondents, random)),
    invited,
    instrument,
  });
  const everyone = { tally: tallyAnswers(instrument, null, drawRespondents(population, invited, random)) };
  const truth = score(everyone.tally, instrument);
  const first = sample(population);
  const estimates = estimateGroup(first);
  const { minimumAnswers } = defaultAnalysisSettings;

  counts.covered('maturity', estimates.maturity, truth.maturityPercent);
  estimates.dimensions.forEach((figure, at) => {
    counts.covered('dimensions', figure, truth.dimensions[at]?.percent ?? null);
  });
  estimates.categories.forEach((figure, at) => {
    counts.covered('categories', figure, truth.categories[at]?.percent ?? null);
  });
  estimates.items.forEach((figure, at) => {
    if (figure.n >= minimumAnswers) counts.covered('items', figure, truth.items[at]?.mean ?? null);
  });

  const same = compareGroups(first, sample(population));
  counts.heldZero('maturity', same.maturity);
  for (const figure of same.dimensions) counts.heldZero('dimensions', figure);
  for (const figure of same.categories) counts.heldZero('categories', figure);
  for (const figure of same.items) {
    if (figure.verdict !== 'too-few') counts.heldZero('items', figure);
  }
  const misled = (figures: readonly Pick<FigureDifference, 'verdict'>[]): boolean =>
    figures.some(({ verdict }) => isChange(verdict));
  counts.misled('maturity', misled([same.maturity]));
  counts.misled('composites', misled([...same.dimensions, ...same.categories]));
  counts.misled('items', misled(same.items));

  counts.misledOnAnotherDay(compareGroups(first, sample(anotherDay)).maturity);
}

type Kind = keyof Findings['coverage'];
type Family = keyof Findings['falseVerdicts'];

/** The tally of a simulation. */
class Counts {
  readonly #coverage = { maturity: none(), dimensions: none(), categories: none(), items: none() };
  readonly #differences = { maturity: none(), dimensions: none(), categories: none(), items: none() };
  readonly #verdicts = { maturity: none(), composites: none(), items: none() };
  readonly #anotherDay = { amongInvited: none(), firm: none() };

  covered(kind: Kind, { ciLow, ciHigh }: Estimate, truth: number | null): void {
    if (truth === null || ciLow === null || ciHigh === null) return;
    count(this.#coverage[kind], ciLow <= truth && truth <= ciHigh);
  }

  heldZero(kind: Kind, { ciLow, ciHigh }: Pick<FigureDifference, 'ciLow' | 'ciHigh'>): void {
    if (ciLow === null || ciHigh === null) return;
    count(this.#differences[kind], ciLow <= 0 && 0 <= ciHigh);
  }

  misled(family: Family, isMisled: boolean): void {
    count(this.#verdicts[family], isMisled);
  }

  misledOnAnotherDay({ verdict, firm }: Pick<FigureDifference, 'verdict' | 'firm'>): void {
    count(this.#anotherDay.amongInvited, isChange(verdict));
    count(this.#anotherDay.firm, firm);
  }

  findings(): Pick<Findings, 'coverage' | 'differenceCoverage' | 'falseVerdicts' | 'anotherDay'> {
    return {
      coverage: this.#coverage,
      differenceCoverage: this.#differences,
      falseVerdicts: this.#verdicts,
      anotherDay: this.#anotherDay,
    };
  }
}

function none(): { times: number; of: number } {
  return { times: 0, of: 0 };
}

function count(rate: { times: number; of: number }, happened: boolean): void {
  rate.of++;
  if (happened) rate.times++;
}

/** A rate as a number 0–1. */
export function shareOf({ times, of }: Rate): number {
  return times / of;
}
