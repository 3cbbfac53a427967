import { attentionOf } from '../../core/analysis/attention.ts';
import { compareUnits } from '../../core/analysis/compare-units.ts';
import { compareYears } from '../../core/analysis/compare-years.ts';
import { Measurements } from '../../core/analysis/measurements.ts';
import { quadrantPoints } from '../../core/analysis/quadrants.ts';
import { compareWholeYears, estimateWholeIn, estimateWithout } from '../../core/analysis/whole.ts';
import { seededRandom } from '../../core/comparison/seeded-random.ts';
import { defaultAnalysisSettings } from '../../core/comparison/settings.ts';
import { defaultInsightLimits } from '../../core/insights/limits.ts';
import { usualMinimumGroup } from '../../core/privacy/minimum-group.ts';
import { Refusal } from '../../core/problem.ts';
import type { AnswerRows } from '../../core/survey/answers.ts';
import { tallyAnswers } from '../../core/survey/tally.ts';
import type { TallyCell, UnitId } from '../../core/survey/units.ts';
import { unitTree } from '../../core/survey/units.ts';
import { dimios } from '../instruments.ts';
import { answersOnADay, drawPeople, drawRespondents } from '../simulation/population.ts';
import { unit, unitId } from '../units.ts';

/**
 * All that analysts ask of a municipality, past the small-group gate: every figure with its interval, the whole
 * weighted, split and without each of its parts, every unit against last year and against the rest, and what
 * deserves attention.
 */
export function analyseAll(measurements: Measurements): void {
  const { years } = measurements;
  quadrantPoints(measurements, years);
  for (const year of years) {
    estimateWholeIn(measurements, year);
    estimateWithout(measurements, year);
    attentionOf(measurements, year, null, defaultInsightLimits);
    const before = measurements.yearBefore(year);
    if (before !== null) compareWholeYears(measurements, before, year);
    for (const own of measurements.bestResult(year).units) {
      if (before !== null) compareYears(measurements, before, year, own.unit);
      if (own.unit !== null) againstRest(measurements, year, own.unit);
    }
  }
}

function againstRest(measurements: Measurements, year: number, id: UnitId): void {
  try {
    compareUnits(measurements, year, id, null);
  } catch (error) {
    // A unit that is hidden, or leaves too small a rest, is not compared.
    if (!(error instanceof Refusal)) throw error;
  }
}

const unitCount = 9;
const invited = 60;
const respondents = 33;

/** Nine units of three years with some 300 respondents each, in cells by role and gate answer. */
export function nineUnits(): () => Measurements {
  const random = seededRandom(9);
  const roles = dimios.roles.map(({ code }) => code);
  const units = Array.from({ length: unitCount }, (_, at) => unit(at + 1, `Enhet ${at + 1}`));
  const cellsOf = (id: UnitId): TallyCell[] => {
    const people = answersOnADay(drawPeople(dimios, invited, random), dimios, random);
    const rows = drawRespondents(people, respondents, random);
    const places = Array.from({ length: respondents }, () => ({
      role: roles[random.below(roles.length)] ?? null,
      gate: random.below(4) > 0 ? ('yes' as const) : ('no' as const),
    }));
    const byCell = Map.groupBy(places.keys(), (at) => `${places[at]?.role ?? ''} ${places[at]?.gate ?? ''}`);
    return [...byCell.values()].flatMap((members) => {
      const place = places[members[0] ?? 0];
      if (place === undefined) return [];
      return [{ unit: id, ...place, tally: tallyAnswers(dimios, place.gate, onlyRows(rows, members)) }];
    });
  };
  const years = [2020, 2021, 2022].map((year) => ({
    year,
    instrument: dimios,
    answers: {
      cells: units.flatMap(({ id }) => cellsOf(id)),
      invited: {
        whole: unitCount * invited,
        byUnit: new Map(units.map(({ id }) => [unitId(id), invited])),
      },
    },
    others: [],
  }));
  return () =>
    new Measurements({
      wholeName: 'Kommunen',
      tree: unitTree(units),
      minimumGroup: usualMinimumGroup,
      settings: defaultAnalysisSettings,
      years,
    });
}

function onlyRows({ itemCount, codes }: AnswerRows, places: readonly number[]): AnswerRows {
  const own = new Uint8Array(places.length * itemCount);
  places.forEach((place, at) => {
    own.set(codes.subarray(place * itemCount, (place + 1) * itemCount), at * itemCount);
  });
  return { itemCount, respondents: places.length, codes: own };
}
