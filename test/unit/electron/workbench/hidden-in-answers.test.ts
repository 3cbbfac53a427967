import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Choice, WorkspaceSummary } from '../../../../core/api.ts';
import { figureKinds } from '../../../../core/api.ts';
import { resultFromAnswers } from '../../../../core/scoring/results.ts';
import type { UnitId } from '../../../../core/survey/units.ts';
import { unitTree } from '../../../../core/survey/units.ts';
import { openReader } from '../../../../electron/store/workspace.ts';
import { measurementsOf, yearInputs } from '../../../../electron/workbench/measurements.ts';
import { samplesWorkspacePath } from '../../../../electron/workbench/samples-workspace.ts';
import { Machine } from './machine.ts';

let machine: Machine;
let summary: WorkspaceSummary;

beforeAll(async () => {
  machine = new Machine();
  summary = await machine.call('workspace.openSamples', { afresh: false });
});

afterAll(() => {
  machine.end();
});

/** Every number of the answer, however deep, as it would be written. */
function numbersIn(value: unknown, found = new Set<number>()): Set<number> {
  if (typeof value === 'number') found.add(value);
  else if (value !== null && typeof value === 'object') {
    for (const inner of Object.values(value)) numbersIn(inner, found);
  }
  return found;
}

/** True for a fraction with a small denominator: so many things are a third that finding one says nothing. */
function isSimple(value: number): boolean {
  for (let denominator = 1; denominator <= 600; denominator++) {
    if (Math.abs(value * denominator - Math.round(value * denominator)) < 1e-7) return true;
  }
  return false;
}

/** Means, percents and shares that are hidden and that no shown figure happens to be the same as. */
function hiddenNumbers(): Set<number> {
  const reader = openReader(samplesWorkspacePath());
  try {
    const measurements = measurementsOf(reader);
    const tree = unitTree(reader.units());
    const hidden = new Set<number>();
    const shown = new Set<number>();
    for (const { year, instrument, answers } of yearInputs(reader, tree)) {
      if (answers === null) continue;
      const open = resultFromAnswers({ year, instrument, wholeName: 'hela', tree, ...answers });
      const gated = new Map<UnitId | null, ReturnType<typeof measurements.unitIn>>(
        measurements.bestResult(year).units.map((own) => [own.unit, own]),
      );
      for (const unit of open.units) {
        const own = gated.get(unit.unit);
        if (own === undefined) continue;
        const pairs = [
          [unit.maturityPercent, own.maturityPercent],
          ...unit.dimensions.map(({ percent }, at) => [percent, own.dimensions[at]?.percent ?? null]),
          ...unit.categories.map(({ percent }, at) => [percent, own.categories[at]?.percent ?? null]),
          ...unit.items.flatMap(({ mean, percent, sd, dontKnowPercent }, at) => {
            const item = own.items[at];
            return [
              [mean, item?.mean ?? null],
              [percent, item?.percent ?? null],
              [sd, item?.sd ?? null],
              [dontKnowPercent, item?.dontKnowPercent ?? null],
            ];
          }),
        ] as const;
        for (const [value, seen] of pairs) {
          if (value === null) continue;
          (seen === null ? hidden : shown).add(value);
        }
      }
    }
    const telling = [...hidden].filter((value) => !shown.has(value) && !isSimple(value));
    return new Set(telling);
  } finally {
    reader.close();
  }
}

test('P1: no hidden figure is in any answer, whatever is looked at', async () => {
  const hidden = hiddenNumbers();
  expect(hidden.size).toBeGreaterThan(100);
  const units = summary.units.map(({ unit }) => unit);
  const workspaceId = summary.workspaceId;
  const against = { nation: true, target: true, pool: true };
  const whos: Choice['who'][] = [
    { kind: 'all' },
    { kind: 'gate', answer: 'yes' },
    { kind: 'gate', answer: 'no' },
    ...summary.instrument.roles.map(({ code }): Choice['who'] => ({ kind: 'role', role: code })),
    ...summary.units
      .filter(({ level }) => level === 1)
      .map(({ unit }): Choice['who'] => ({ kind: 'without', unit })),
  ];
  const leaks: string[] = [];
  const look = (what: string, answer: unknown): void => {
    for (const value of numbersIn(answer)) {
      // Shares of a distribution and ends of intervals are other numbers; what is hidden is hidden as such.
      if (hidden.has(value)) leaks.push(`${what}: ${value}`);
    }
  };
  for (const who of whos) {
    for (const first of who.kind === 'all' ? [null, ...units] : [null]) {
      const choice: Choice = {
        years: [2022, 2021, 2020],
        units: [first, ...units],
        measure: 'mean',
        against,
        who,
      };
      const input = { workspaceId, choice };
      look('overview', await machine.call('overview.get', input));
      look('quadrant', await machine.call('quadrant.get', { ...input, focus: first }));
      look('priorities', await machine.call('priorities.get', input));
      for (const over of ['years', 'units'] as const) {
        look('compare', await machine.call('compare.get', { ...input, over }));
        look(
          'categories',
          await machine.call('categories.get', { ...input, over, order: 'model', node: null }),
        );
      }
    }
    const choice: Choice = {
      years: [2022, 2021, 2020],
      units: [null, ...units],
      measure: 'percent',
      against,
      who,
    };
    for (const kind of figureKinds) {
      look(kind, await machine.call('figure.get', { workspaceId, kind, choice, options: {} }));
    }
  }
  expect(leaks).toEqual([]);
});

test('P1: a unit that is hidden has no value in any answer that is about it', async () => {
  const hidden = summary.units.filter(({ years }) =>
    years.some((own) => own.year === 2022 && own.hidden !== null),
  );
  expect(hidden.length).toBeGreaterThan(5);
  for (const { unit, name } of hidden) {
    const choice: Choice = {
      years: [2022],
      units: [unit],
      measure: 'mean',
      against: { nation: false, target: false, pool: false },
      who: { kind: 'all' },
    };
    const input = { workspaceId: summary.workspaceId, choice };
    const overview = await machine.call('overview.get', input);
    expect(overview.maturity, name).toMatchObject({ value: null, ciLow: null, ciHigh: null });
    expect(overview.gate.now.value, name).toBeNull();
    expect(
      overview.priorities.top.flatMap(({ to }) => to ?? []),
      name,
    ).toEqual([]);
    const values = overview.model.flatMap(({ values: own }) => own.filter(({ year }) => year === 2022));
    expect(
      values.filter(({ value }) => value !== null),
      name,
    ).toEqual([]);
    const { list, focus } = await machine.call('quadrant.get', { ...input, focus: unit });
    expect(list, name).toMatchObject([{ x: { value: null }, y: { value: null }, quadrant: null }]);
    expect(
      focus?.rows.flatMap(({ values: own }) => own.flatMap(({ value }) => value ?? [])),
      name,
    ).toEqual([]);
    const { rows } = await machine.call('compare.get', { ...input, over: 'years' });
    expect(
      rows.flatMap(({ values: own }) => own.flatMap(({ value }) => value ?? [])),
      name,
    ).toEqual([]);
    const tree = await machine.call('categories.get', {
      ...input,
      over: 'years',
      order: 'model',
      node: null,
    });
    expect(
      [...numbersIn([tree.tree, tree.rows.map(({ bars }) => bars)])].filter(
        (value) => value !== 2022 && value !== unit,
      ),
      name,
    ).toEqual([]);
    for (const kind of ['category-bars', 'distribution', 'model', 'matrix'] as const) {
      const spec = await machine.call('figure.get', { ...input, kind, options: {} });
      const text = JSON.stringify(spec);
      expect(text, `${kind} of ${name}`).not.toMatch(/"(value|percent|mean|dontKnowPercent)":\d/);
    }
  }
});
