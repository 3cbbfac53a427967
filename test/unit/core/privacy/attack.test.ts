import { describe, expect, it } from 'vitest';
import { compareGated } from '../../../../core/privacy/derived.ts';
import { minimumGroup } from '../../../../core/privacy/minimum-group.ts';
import type { HidingPlan, PlannedGroup } from '../../../../core/privacy/plan.ts';
import { planHiding } from '../../../../core/privacy/plan.ts';
import type { AnswersInput } from '../../../../core/scoring/results.ts';
import { statesOf } from '../../../../core/survey/tally.ts';
import type { TallyCell } from '../../../../core/survey/units.ts';
import { smallInstrument } from '../../../instruments.ts';
import { Attacker, inverse, modulo, times } from './linear-attack.ts';
import type { Municipality, Shape } from './municipality.ts';
import { answersInput, otherYear, randomFrom, randomMunicipality } from './municipality.ts';
import type { Published } from './published.ts';
import { publish } from './published.ts';

const instrument = smallInstrument();
const { points } = instrument.scale;

/** Answers of some leaf cells to an item: per scale value, then vet ej. */
function answersOf(cells: Iterable<TallyCell>, item: number): number[] {
  const sum = new Array<number>(points + 1).fill(0);
  for (const { tally } of cells) {
    sum.forEach((_, at) => {
      sum[at] = (sum[at] ?? 0) + (tally.counts[item * statesOf(points) + at] ?? 0);
    });
  }
  return sum;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** What an attacker got that rules P1–P9 forbid, in words; empty when nothing. */
function loot(published: Published, input: AnswersInput, k: number, random: () => number): string[] {
  return [
    ...instrument.items.flatMap(({ index }) => [
      ...meansFromSums(published, input, index, k, random),
      ...dontKnowFromCounts(published, input, index),
    ]),
    ...gateShares(published, input, k),
    ...meansFromComposites(published, input),
  ];
}

/** Sums of one item over leaf cells, once knowing nothing hidden and once knowing every number of answers. */
function meansFromSums(
  { groups, sums, listed }: Published,
  { cells }: AnswersInput,
  item: number,
  k: number,
  random: () => number,
): string[] {
  const found: string[] = [];
  const size = (own: Iterable<TallyCell>): number => total(answersOf(own, item).slice(0, points));
  const open = groups.filter(({ result }) => result.items[item]?.mean !== null);
  for (const unknowns of [cells, cells.filter((cell) => size([cell]) > 0)]) {
    const knowsSizes = unknowns !== cells;
    const order = [...unknowns.keys()].sort(() => random() - 0.5);
    const attacker = new Attacker(unknowns.length, order);
    const row = (own: ReadonlySet<TallyCell>): number[] => unknowns.map((cell) => (own.has(cell) ? 1 : 0));
    for (const group of open) attacker.learn(row(group.cells));
    for (const sum of sums) {
      if (sum.item === item) attacker.learn(unknowns.map((cell) => sum.weights.get(cell) ?? 0));
    }
    const openRows = new Set(open.map((group) => row(group.cells).join()));
    for (const { group, cells: own } of listed) {
      if (group.items[item]?.mean === null || size(own) === 0) continue;
      // A group that alone answered is its parent over again to those who know it (rule P3, last clause).
      const isCopy = knowsSizes && size(own) >= k && openRows.has(row(own).join());
      const isOwnSecret = group.cut === null || size(own) < k;
      if (isOwnSecret && !isCopy && attacker.knows(row(own)))
        found.push(`mean of ${group.key}, item ${item}`);
    }
    for (const derived of attacker.groups()) {
      const counts = answersOf(
        derived.flatMap((at) => unknowns[at] ?? []),
        item,
      ).slice(0, points);
      const answers = total(counts);
      if (answers > 0 && answers < k) found.push(`${answers} answers, item ${item}`);
      else if (answers > 0 && Math.max(...counts) >= answers - 1) found.push(`unanimous, item ${item}`);
    }
  }
  return found;
}

/**
 * Counts of vet ej and of answers, where nobody left a blank, so that the public number of respondents is the
 * sum of the two: an open n then gives the vet ej of the same group.
 */
function dontKnowFromCounts({ groups, listed }: Published, { cells }: AnswersInput, item: number): string[] {
  const answering = cells.filter((cell) => total(answersOf([cell], item)) > 0);
  const attacker = new Attacker(answering.length);
  const row = (own: ReadonlySet<TallyCell>): number[] => answering.map((cell) => (own.has(cell) ? 1 : 0));
  for (const { cells: own, result } of groups) {
    const { n = null, dontKnowPercent = null } = result.items[item] ?? {};
    if (n !== null || dontKnowPercent !== null) attacker.learn(row(own));
  }
  return listed
    .filter(
      ({ group, cells: own }) =>
        group.items[item]?.dontKnow !== null && group.cut === null && total(answersOf(own, item)) > 0,
    )
    .filter(({ cells: own }) => attacker.knows(row(own)))
    .filter(
      ({ cells: own }) =>
        !groups.some(
          (group) =>
            group.result.items[item]?.dontKnow !== null && row(group.cells).join() === row(own).join(),
        ),
    )
    .map(({ group }) => `vet ej of ${group.key}, item ${item}`);
}

/** How many said yes in each unit and role: what gate shares, and the sizes of classes by gate answer, tell. */
function gateShares({ groups, listed }: Published, { cells }: AnswersInput, k: number): string[] {
  const asked = cells.filter(({ gate }) => gate !== null);
  const places = [...Map.groupBy(asked, ({ unit, role }) => `${unit ?? ''}|${role ?? ''}`).values()];
  const attacker = new Attacker(places.length);
  const row = (own: ReadonlySet<TallyCell>): number[] =>
    places.map((place) => (place.some((cell) => own.has(cell)) ? 1 : 0));
  const sizeIn = (own: ReadonlySet<TallyCell>): number =>
    asked.reduce((sum, cell) => sum + (own.has(cell) ? cell.tally.respondents : 0), 0);
  const open = groups.filter(({ result }) => result.gateYesPercent !== null);
  for (const { cells: own } of open) attacker.learn(row(own));
  // A unit that alone was asked is its parent over again (rule P3, last clause).
  const openRows = new Set(open.map(({ cells: own }) => row(own).join()));
  // The number of those who said yes in a unit: its size is public.
  for (const { group } of listed.filter(({ group: { cut } }) => cut === 'gate')) {
    const unit = listed.find((other) => other.group.cut === null && other.group.unit === group.unit);
    if (unit !== undefined) attacker.learn(row(unit.cells));
  }
  return listed
    .filter(({ group, cells: own }) => group.cut !== 'gate' && group.gate !== null && sizeIn(own) > 0)
    .filter(({ group, cells: own }) => group.cut === null || sizeIn(own) < k)
    .filter(({ cells: own }) => !openRows.has(row(own).join()) || sizeIn(own) < k)
    .filter(({ cells: own }) => attacker.knows(row(own)))
    .map(({ group }) => `gate share of ${group.key}`);
}

/** All items at once, with categories, dimensions and maturity as sums over items. */
function meansFromComposites({ groups, listed }: Published, { cells }: AnswersInput): string[] {
  const unknowns = instrument.items.length * cells.length;
  const attacker = new Attacker(unknowns);
  const row = (own: ReadonlySet<TallyCell>, weights: readonly number[]): number[] =>
    weights.flatMap((weight) => cells.map((cell) => (own.has(cell) ? weight : 0)));
  const only = (item: number): number[] => instrument.items.map(({ index }) => (index === item ? 1 : 0));
  for (const { cells: own, result } of groups) {
    const sizes = instrument.items.map(({ index }) => total(answersOf(own, index).slice(0, points)));
    const meanOf = (parts: readonly (readonly number[])[]): number[] => {
      const used = parts.filter((weights) => weights.some((weight) => weight !== 0));
      return instrument.items.map(({ index }) =>
        times(
          modulo(used.reduce((sum, weights) => sum + (weights[index] ?? 0), 0)),
          inverse(Math.max(1, used.length)),
        ),
      );
    };
    const itemWeights = instrument.items.map(({ index }) =>
      only(index).map((weight) => (sizes[index] === 0 ? 0 : weight * inverse(sizes[index] ?? 1))),
    );
    const categories = instrument.categories.map((category) =>
      meanOf(category.items.map(({ index }) => itemWeights[index] ?? [])),
    );
    const dimensions = instrument.dimensions.map((dimension) =>
      meanOf(
        dimension.categories.map((category) => categories[instrument.categories.indexOf(category)] ?? []),
      ),
    );
    result.items.forEach(({ mean }, item) => {
      if (mean !== null) attacker.learn(row(own, only(item)));
    });
    result.categories.forEach(({ percent }, place) => {
      if (percent !== null) attacker.learn(row(own, categories[place] ?? []));
    });
    result.dimensions.forEach(({ percent }, place) => {
      if (percent !== null) attacker.learn(row(own, dimensions[place] ?? []));
    });
    if (result.maturityPercent !== null) attacker.learn(row(own, meanOf(dimensions)));
  }
  return listed.flatMap(({ group, cells: own }) =>
    instrument.items
      .filter(({ index }) => group.cut === null && group.items[index]?.mean !== null)
      .filter(({ index }) => total(answersOf(own, index).slice(0, points)) > 0)
      .filter(({ index }) => attacker.knows(row(own, only(index))))
      .map(({ index }) => `mean of ${group.key} by composites, item ${index}`),
  );
}

/** Two years at once, with every difference between them that is told, as sums of both. */
function meansFromDifferences(now: Published, then: Published, victim: Victim): string[] {
  const unknowns = [...victim.input.cells, ...victim.before.cells];
  return instrument.items.flatMap(({ index: item, code }) => {
    const attacker = new Attacker(unknowns.length);
    const mean = (own: ReadonlySet<TallyCell>, sign: 1 | -1): number[] => {
      const answers = total(answersOf(own, item).slice(0, points));
      return unknowns.map((cell) => (own.has(cell) ? times(modulo(sign), inverse(answers)) : 0));
    };
    for (const { cells: own, result } of [...now.groups, ...then.groups]) {
      if (result.items[item]?.mean !== null) attacker.learn(mean(own, 1));
    }
    for (const group of now.groups) {
      const other = then.groups.find(({ name }) => name === group.name);
      if (other === undefined) continue;
      const { items } = compareGated(
        { year: then.year, unit: other.result },
        { year: now.year, unit: group.result },
      );
      if (items.find((change) => change.code === code)?.difference === null) continue;
      attacker.learn(
        mean(group.cells, 1).map((value, at) => modulo(value + (mean(other.cells, -1)[at] ?? 0))),
      );
    }
    return [...now.listed, ...then.listed]
      .filter(
        ({ group, cells: own }) => group.cut === null && group.items[item]?.mean !== null && own.size > 0,
      )
      .filter(({ cells: own }) => total(answersOf(own, item).slice(0, points)) > 0)
      .filter(({ cells: own }) => attacker.knows(mean(own, 1)))
      .map(({ group }) => `mean of ${group.key} by a difference, item ${item}`);
  });
}

const shapes: readonly Shape[] = [
  { firstLevel: 4, secondLevel: 0, respondents: 14, roles: 0, alike: 0.05, dontKnow: 0.2, direct: 0.2 },
  { firstLevel: 3, secondLevel: 3, respondents: 16, roles: 0, alike: 0.1, dontKnow: 0.3, direct: 0.4 },
  { firstLevel: 4, secondLevel: 2, respondents: 24, roles: 2, alike: 0.05, dontKnow: 0.25, direct: 0.2 },
  { firstLevel: 5, secondLevel: 0, respondents: 40, roles: 3, alike: 0.02, dontKnow: 0.4, direct: 0.3 },
  { firstLevel: 2, secondLevel: 5, respondents: 9, roles: 1, alike: 0.2, dontKnow: 0.5, direct: 0.5 },
];

interface Victim {
  readonly input: AnswersInput;
  readonly before: AnswersInput;
  readonly plan: HidingPlan;
  readonly k: number;
  readonly random: () => number;
}

function victim(seed: number): Victim {
  const random = randomFrom(seed);
  const shape = shapes[seed % shapes.length] ?? shapes[0];
  if (shape === undefined) throw new Error('no shape');
  const municipality: Municipality = randomMunicipality(instrument, shape, random);
  const input = answersInput(municipality);
  const k = [5, 5, 3, 8][seed % 4] ?? 5;
  const { tree, year, cells } = input;
  const before = answersInput(otherYear(municipality, random), year - 1);
  const plan = planHiding({
    minimumGroup: minimumGroup(k, 'prov'),
    tree,
    years: [
      { year, instrument, cells },
      { year: before.year, instrument, cells: before.cells },
    ],
  });
  return { input, before, plan, k, random };
}

/** The plan with some of what it hides opened again. */
function opened(plan: HidingPlan, open: (group: PlannedGroup, item: number) => boolean): HidingPlan {
  return {
    ...plan,
    ofYear: (year) => {
      const planned = plan.ofYear(year);
      if (planned === undefined) return undefined;
      const groups = planned.groups.map((group): PlannedGroup => {
        const items = group.items.map((hiding, item) =>
          open(group, item)
            ? { mean: null, dontKnow: null }
            : { mean: hiding.mean ?? ('protects-answers' as const), dontKnow: hiding.dontKnow },
        );
        return { ...group, hidden: null, gate: null, items };
      });
      return { ...planned, groups, byKey: new Map(groups.map((group) => [group.key, group])) };
    },
  };
}

/** Some ten seconds' worth. */
const municipalities = 2000;

describe('an attacker with everything that is published', () => {
  it('P9: gets no hidden figure and no group of fewer than k, in thousands of municipalities', () => {
    for (let seed = 1; seed <= municipalities; seed++) {
      const { input, plan, k, random } = victim(seed);
      // The groups of a change that is split into parts are the same in both years.
      const years = seed % 2 === 0 ? [input.year] : [input.year, input.year - 1];
      const found = loot(publish(input, plan, random, years), input, k, random);
      if (found.length > 0) expect.fail(`seed ${seed}: ${found.slice(0, 5).join('; ')}`);
    }
  }, 120_000);

  it('P11: gets no hidden figure from the differences between two years', () => {
    let told = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const { plan, random, ...rest } = victim(seed);
      const [now, then] = [rest.input, rest.before].map((input) => publish(input, plan, random));
      if (now === undefined || then === undefined) throw new Error('two years are published');
      told += now.groups.filter(({ name }) => then.groups.some((other) => other.name === name)).length;
      const found = meansFromDifferences(now, then, { plan, random, ...rest });
      if (found.length > 0) expect.fail(`seed ${seed}: ${found.slice(0, 5).join('; ')}`);
    }
    expect(told).toBeGreaterThan(150);
  }, 120_000);

  it('is not fooled: with the gate wide open it gets what it wants', () => {
    let broken = 0;
    for (let seed = 1; seed <= 50; seed++) {
      const { input, plan, k, random } = victim(seed);
      const leaks = publish(
        input,
        opened(plan, () => true),
        random,
      );
      // What was to be hidden is judged by the real plan.
      const listed = publish(input, plan, random).listed;
      if (loot({ ...leaks, listed }, input, k, random).length > 0) broken++;
    }
    expect(broken).toBeGreaterThan(40);
  });

  it('succeeds when only cells that are small or unanimous themselves are hidden', () => {
    let broken = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const { input, plan, k, random } = victim(seed);
      const cellsBy = new Map(
        publish(input, plan, random).listed.map(({ group, cells }) => [group.key, cells]),
      );
      const primaryOnly = opened(plan, (group, item) => {
        const counts = answersOf(cellsBy.get(group.key) ?? [], item).slice(0, points);
        const answers = total(counts);
        return answers === 0 || (answers >= k && Math.max(...counts) < answers - 1);
      });
      const leaks = publish(input, primaryOnly, random);
      if (loot(leaks, input, k, random).length > 0) broken++;
    }
    expect(broken).toBeGreaterThan(50);
  });
});
