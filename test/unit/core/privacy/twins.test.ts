import { describe, expect, it } from 'vitest';
import { attentionOf } from '../../../../core/analysis/attention.ts';
import { compareUnits } from '../../../../core/analysis/compare-units.ts';
import { compareYears } from '../../../../core/analysis/compare-years.ts';
import { exchangeFileOf } from '../../../../core/analysis/exchange.ts';
import { Measurements } from '../../../../core/analysis/measurements.ts';
import { quadrantPoints } from '../../../../core/analysis/quadrants.ts';
import { selectedIn } from '../../../../core/analysis/selected.ts';
import { compareWholeYears, estimateWholeIn, estimateWithout } from '../../../../core/analysis/whole.ts';
import { defaultAnalysisSettings } from '../../../../core/comparison/settings.ts';
import { buildFigure } from '../../../../core/figures/build.ts';
import type { FigureChoice, FigureKind, Who } from '../../../../core/figures/figure.ts';
import { usualChoice } from '../../../../core/figures/figure.ts';
import { figureAltText, figureTable } from '../../../../core/figures/index.ts';
import { defaultInsightLimits } from '../../../../core/insights/limits.ts';
import type { RoleCode } from '../../../../core/instrument/instrument.ts';
import { usualMinimumGroup } from '../../../../core/privacy/minimum-group.ts';
import type { PlannedGroup } from '../../../../core/privacy/plan.ts';
import { yearPlan } from '../../../../core/privacy/plan.ts';
import { Refusal } from '../../../../core/problem.ts';
import { smallInstrument } from '../../../instruments.ts';
import type { Municipality, Person, Shape } from './municipality.ts';
import { answersInput, otherYear, randomFrom, randomMunicipality } from './municipality.ts';

const instrument = smallInstrument();
const year = 2022;
const before = year - 1;

/** Small units, most of them hidden, and one or two roles. */
const shapes: readonly Shape[] = [
  { firstLevel: 5, secondLevel: 0, respondents: 16, roles: 1, alike: 0.05, dontKnow: 0.2, direct: 0.2 },
  { firstLevel: 3, secondLevel: 4, respondents: 10, roles: 2, alike: 0.05, dontKnow: 0.3, direct: 0.4 },
  { firstLevel: 6, secondLevel: 0, respondents: 9, roles: 0, alike: 0.1, dontKnow: 0.1, direct: 0.3 },
];

function measured(now: Municipality, then: Municipality): Measurements {
  return new Measurements({
    wholeName: 'Kommunen',
    tree: now.tree,
    minimumGroup: usualMinimumGroup,
    settings: defaultAnalysisSettings,
    years: [answersInput(then, before), answersInput(now, year)].map(({ year: of, cells, invited }) => ({
      year: of,
      instrument,
      answers: { cells, invited },
      others: [],
    })),
  });
}

const figureChoices: readonly (readonly [FigureKind, Partial<FigureChoice>])[] = [
  ['quadrant', {}],
  ['category-bars', {}],
  ['distribution', {}],
  ['change', {}],
  ['model', {}],
  ['matrix', {}],
  ['matrix', { show: 'change' }],
  ['matrix', { across: 'years' }],
  ['trend', {}],
  ['response-rates', {}],
  ['gate', {}],
];

/** Everything that can be read of a municipality: results, differences, ranks, quadrants, figures, files. */
function everything(measurements: Measurements): string {
  const units = [null, ...measurements.tree.units.map(({ id }) => id)];
  const whos: Who[] = [
    { kind: 'all' },
    { kind: 'gate', answer: 'yes' },
    { kind: 'gate', answer: 'no' },
    ...[1, 2].map((role): Who => ({ kind: 'role', role: `role${role}` as RoleCode })),
    ...measurements.tree.childrenOf(null).map(({ id }): Who => ({ kind: 'without', unit: id })),
  ];
  const source = { measurements, given: [], employees: null, pool: null, fingerprint: null };
  const read: unknown[] = [
    quadrantPoints(measurements, [before, year]),
    estimateWholeIn(measurements, year),
    estimateWithout(measurements, year),
    compareWholeYears(measurements, before, year),
    orRefusal(() =>
      exchangeFileOf(measurements, year, { municipality: 'K', programVersion: '1', writtenAt: '2022' }),
    ),
  ];
  for (const of of [before, year]) read.push(measurements.resultsOf(of));
  for (const unit of units) {
    read.push(orRefusal(() => compareYears(measurements, before, year, unit)));
    read.push(orRefusal(() => attentionOf(measurements, year, unit, defaultInsightLimits)));
    for (const other of units) {
      if (unit !== null) read.push(orRefusal(() => compareUnits(measurements, year, unit, other)));
    }
    for (const who of whos) {
      const selected = orRefusal(() => selectedIn(measurements, year, unit, who));
      read.push(isSelected(selected) ? selected.gated : selected);
    }
  }
  for (const [kind, choice] of figureChoices) {
    for (const of of [[null], units]) {
      const figure = orRefusal(() =>
        buildFigure(kind, source, { ...usualChoice, years: [year, before], units: of, ...choice }),
      );
      read.push(figure);
      if (isFigure(figure)) read.push(figureTable(figure), figureAltText(figure));
    }
  }
  return JSON.stringify(read, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}

function orRefusal<Value>(make: () => Value): Value | Refusal['problem'] {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
}

function isSelected<Value>(value: Value): value is Extract<Value, { readonly gated: unknown }> {
  return typeof value === 'object' && value !== null && 'gated' in value;
}

function isFigure<Value>(value: Value): value is Extract<Value, { readonly kind: FigureKind }> {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/** Two people who might change answers with each other. */
interface Pair {
  readonly first: number;
  readonly second: number;
}

/** Pairs of people in different places who answered differently, in random order. */
function pairsOf({ people }: Municipality, random: () => number): Pair[] {
  const pairs: Pair[] = [];
  for (let tries = 0; tries < 300; tries++) {
    const [first, second] = [0, 1].map(() => Math.floor(random() * people.length));
    const [a, b] = [people[first ?? 0], people[second ?? 0]];
    if (a === undefined || b === undefined || a.unit === b.unit) continue;
    if (a.answers.join() !== b.answers.join()) pairs.push({ first: first ?? 0, second: second ?? 0 });
  }
  return pairs;
}

/** True when the two differ in nothing that is shown of a group that holds but one of them. */
function isSecret(measurements: Measurements, a: Person, b: Person): boolean {
  const { tree } = measurements;
  const holds = ({ unit, roles, gates }: PlannedGroup, person: Person): boolean =>
    tree.isWithin(person.unit, unit) &&
    (roles === null || roles.includes(person.role)) &&
    (gates === null || gates.includes(person.gate));
  return yearPlan(measurements.plan, year)
    .groups.filter((group) => holds(group, a) !== holds(group, b))
    .every(
      ({ hidden, items }) =>
        hidden !== null ||
        items.every(
          ({ mean, dontKnow }, item) =>
            a.answers[item] === b.answers[item] || (mean !== null && dontKnow !== null),
        ),
    );
}

/** The same municipality, but two people have given each other's answers. */
function exchanged(municipality: Municipality, { first, second }: Pair): Municipality {
  const people = municipality.people.map((person, at) => {
    const giver = at === first ? second : at === second ? first : at;
    return { ...person, answers: municipality.people[giver]?.answers ?? person.answers };
  });
  return { ...municipality, people };
}

function shownOf(measurements: Measurements): string {
  return JSON.stringify(yearPlan(measurements.plan, year).groups);
}

interface Twins {
  readonly one: Measurements;
  readonly other: Measurements;
}

/** Two municipalities that the plan shows the same of, told apart by a pair of people of whom `wanted` is true. */
function twins(seed: number, wanted: (isSecretPair: boolean) => boolean): Twins | null {
  const random = randomFrom(seed);
  const shape = shapes[seed % shapes.length];
  if (shape === undefined) throw new Error('no shape');
  const municipality = randomMunicipality(instrument, shape, random);
  const then = otherYear(municipality, random);
  const one = measured(municipality, then);
  for (const pair of pairsOf(municipality, random)) {
    const [a, b] = [municipality.people[pair.first], municipality.people[pair.second]];
    if (a === undefined || b === undefined || !wanted(isSecret(one, a, b))) continue;
    const other = measured(exchanged(municipality, pair), then);
    // Which cells are hidden may depend on what is in them; that is told of no single one.
    if (shownOf(one) === shownOf(other)) return { one, other };
  }
  return null;
}

describe('an attacker who reads differences, ranks, quadrants, figures and files', () => {
  it('P11: reads the very same of two municipalities that differ in nothing but what is hidden', () => {
    let compared = 0;
    for (let seed = 1; seed <= 90; seed++) {
      const pair = twins(seed, (isSecretPair) => isSecretPair);
      if (pair === null) continue;
      compared++;
      if (everything(pair.one) !== everything(pair.other)) expect.fail(`seed ${seed}`);
    }
    expect(compared).toBeGreaterThan(40);
  }, 120_000);

  it('is not blind: reads a difference as soon as one answer that is shown has moved', () => {
    let compared = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const pair = twins(seed, (isSecretPair) => !isSecretPair);
      if (pair === null) continue;
      compared++;
      if (everything(pair.one) === everything(pair.other)) expect.fail(`seed ${seed}`);
    }
    expect(compared).toBeGreaterThan(10);
  });
});
