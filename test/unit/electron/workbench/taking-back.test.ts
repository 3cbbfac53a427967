import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Inverse, InputOf, WorkbenchCallName, WorkspaceSummary } from '../../../../core/api.ts';
import { calls } from '../../../../core/api.ts';
import type { UnitId } from '../../../../core/survey/units.ts';
import { samplesWorkspacePath } from '../../../../electron/workbench/samples-workspace.ts';
import { Machine, usualChoice } from './machine.ts';

let machine: Machine;
let summary: WorkspaceSummary;

beforeAll(async () => {
  machine = new Machine();
  summary = await machine.call('workspace.openSamples', { afresh: false });
});

afterAll(() => {
  expect(machine.faults).toEqual([]);
  machine.end();
});

const here = () => ({ workspaceId: summary.workspaceId });

/** Everything in the workspace that a person can see, but for numbers that only tell rows apart. */
async function state(): Promise<unknown> {
  const choice = usualChoice(await machine.call('workspace.summary', here()));
  const { batches } = await machine.call('data.batches', here());
  const { figures } = await machine.call('data.figures', here());
  const { units } = await machine.call('data.units', here());
  const { links } = await machine.call('employees.get', { ...here(), choice });
  const { conclusions } = await machine.call('conclusions.list', {
    ...here(),
    year: null,
    unit: null,
    allUnits: true,
  });
  const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  return {
    summary: await machine.call('workspace.summary', here()),
    overview: await machine.call('overview.get', { ...here(), choice }),
    batches: batches.map(({ id, undoneAt, replacedBy }) => ({ id, undone: undoneAt !== null, replacedBy })),
    figures: figures.map(({ kind, year, percent, source }) => ({ kind, year, percent, source })).sort(byText),
    units: units.map((unit) => ({ ...unit, aliases: [...unit.aliases].sort() })),
    links: { ...links, items: [...links.items].sort(byText), units: [...links.units].sort(byText) },
    conclusions,
    invited: await machine.call('data.invited', { ...here(), year: 2022 }),
    settings: await machine.call('settings.get', here()),
  };
}

interface Change {
  readonly name: WorkbenchCallName;
  readonly input: unknown;
}

function change<Name extends WorkbenchCallName>(name: Name, input: InputOf<Name>): Change {
  return { name, input };
}

const text = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
const percent = fc.integer({ min: 0, max: 100 });

/** Any change that the window can make to a workspace. */
function changes(): fc.Arbitrary<Change> {
  const unit = fc.constantFrom(...summary.units.map((own) => own.unit));
  const unitOrWhole = fc.option(unit);
  const items = summary.instrument.dimensions.flatMap(({ categories }) =>
    categories.flatMap((category) => category.items.map(({ code }) => code)),
  );
  const item = fc.constantFrom(...items);
  const year = fc.constantFrom(2020, 2021, 2022);
  const linkState = fc.constantFrom('confirmed' as const, 'rejected' as const, null);
  const employeeUnit = fc.constantFrom('Utbildningsförvaltningen', 'Totalt', 'Annan');
  const figureKind = fc.constantFrom('published' as const, 'benchmark' as const, 'target' as const);
  return fc.oneof(
    fc.record({ from: unit, into: unit }).map((own) => change('data.mergeUnits', { ...here(), ...own })),
    fc.record({ unit, parent: unitOrWhole }).map((own) => change('data.moveUnit', { ...here(), ...own })),
    fc.record({ unit, name: text }).map((own) => change('data.renameUnit', { ...here(), ...own })),
    fc.record({ unit, alias: text }).map((own) => change('data.addAlias', { ...here(), ...own })),
    fc
      .record({ unit, validTo: fc.option(year), successors: fc.uniqueArray(unit, { maxLength: 3 }) })
      .map((own) => change('data.succession', { ...here(), validFrom: null, ...own })),
    fc
      .record({ year, unit: unitOrWhole, invited: fc.option(fc.nat(2000)) })
      .map((own) => change('data.setInvited', { ...here(), ...own })),
    fc
      .record({ kind: figureKind, year, percent, source: fc.constantFrom('Riket', 'Nämndindikator', 'SKR') })
      .map((own) => change('data.addFigure', { ...here(), ...own })),
    fc.constantFrom(1, 2, 3).map((id) => change('data.removeFigure', { ...here(), id })),
    fc
      .uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 })
      .map((batches) => change('data.undo', { ...here(), batches })),
    fc.record({ employeeItem: text, item, state: linkState }).map(({ state: settled, ...link }) =>
      change('employees.decideLink', {
        ...here(),
        decisions: [{ link: { kind: 'item', ...link }, state: settled }],
      }),
    ),
    fc.record({ employeeUnit, unit: unitOrWhole, state: linkState }).map(({ state: settled, ...link }) =>
      change('employees.decideLink', {
        ...here(),
        decisions: [{ link: { kind: 'unit', ...link }, state: settled }],
      }),
    ),
    fc
      .record({ year, unit: unitOrWhole, number: fc.integer({ min: 1, max: 5 }), heading: text, text, item })
      .map(({ item: code, ...own }) =>
        change('conclusions.add', {
          ...here(),
          content: { ...own, basis: [{ kind: 'item', item: code }], activities: [] },
        }),
      ),
    fc.constantFrom(1, 2, 3).map((id) => change('conclusions.remove', { ...here(), id })),
    fc
      .record({ id: fc.constantFrom(1, 2, 3), kind: fc.constantFrom('remains' as const, 'closed' as const) })
      .map(({ id, kind }) =>
        change('conclusions.decide', { ...here(), id, year: 2022, decision: { kind, text: null } }),
      ),
    fc
      .record({ id: fc.constantFrom(1, 2, 3), text })
      .map((own) => change('conclusions.paragraph', { ...here(), year: 2022, draft: 'utkast', ...own })),
    fc
      .record(
        {
          organisation: fc.option(text),
          percentDecimals: fc.nat(3),
          dimensionRule: fc.constantFrom('categories' as const, 'items' as const),
          level: fc.constantFrom(0.9, 0.95, 0.99),
          minimumGroup: fc.record({ size: fc.integer({ min: 5, max: 9 }), reason: fc.constant(null) }),
        },
        { requiredKeys: [] },
      )
      .map((own) => change('settings.set', { ...here(), changes: own })),
  );
}

test('M-3: taking back a change, whatever it is, leaves everything as it was', async () => {
  const before = await state();
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(changes(), { minLength: 1, maxLength: 3 }), async (wanted) => {
      const back: NonNullable<Inverse>[] = [];
      for (const { name, input } of wanted) {
        const envelope = await machine.envelope(name, input);
        if (!envelope.ok) continue;
        answered++;
        const { inverse } = envelope.value as { inverse: Inverse };
        if (inverse !== null) back.push(inverse);
      }
      for (const { call, input } of back.toReversed()) {
        const envelope = await machine.envelope(call, input);
        expect(envelope).toMatchObject({ ok: true });
      }
      expect(await state()).toEqual(before);
    }),
    { numRuns: 20, seed: 4 },
  );
  expect(answered).toBeGreaterThan(15);
});

test('M-3: taking back what took a change back makes the change again', async () => {
  const [unit] = summary.units;
  if (unit === undefined) throw new Error('The samples have no units.');
  const renamed = await machine.call('data.renameUnit', {
    ...here(),
    unit: unit.unit,
    name: 'Ledningskontoret',
  });
  const after = await state();
  const undone = await machine.envelope(renamed.inverse?.call ?? '', renamed.inverse?.input);
  if (!undone.ok) throw new Error(undone.problem.message);
  const { inverse } = undone.value as { inverse: Inverse };
  await machine.envelope(inverse?.call ?? '', inverse?.input);
  expect(await state()).toEqual(after);
  await machine.envelope(renamed.inverse?.call ?? '', renamed.inverse?.input);
});

test('M-2: input of any shape is answered with a problem, and changes nothing in the file', async () => {
  const file = samplesWorkspacePath();
  const before = await state();
  const bytes = readFileSync(file);
  const unit = -1 as UnitId;
  const almost = fc.oneof(
    fc.record({
      workspaceId: fc.constant(summary.workspaceId),
      unit: fc.constant(unit),
      name: fc.anything(),
    }),
    fc.record({
      workspaceId: fc.constant(summary.workspaceId),
      batches: fc.array(fc.oneof(fc.constant(0), fc.double())),
    }),
    fc.record({
      workspaceId: fc.constant(summary.workspaceId),
      changes: fc.object().filter((changes) => Object.keys(changes).length > 0),
    }),
    fc.record({ workspaceId: fc.constant(summary.workspaceId), content: fc.object(), choice: fc.object() }),
    fc.anything(),
  );
  const harmless = new Set([
    'app.state',
    'app.savePreferences',
    'workspace.list',
    'import.profiles',
    'files.begin',
  ]);
  const names = Object.keys(calls).filter((name) => !harmless.has(name) && !readsAll.has(name));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names, 'nonsense', 'toString'), almost, async (name, input) => {
      const json = await machine.workbench.call(name, jsonOf(input), 'fuzz');
      expect(JSON.parse(json)).toMatchObject({
        ok: false,
        problem: { nextStep: expect.any(String) as unknown },
      });
    }),
    { numRuns: 600, seed: 7 },
  );
  expect(await state()).toEqual(before);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

/** Calls that a workspace alone is enough for. */
const readsAll = new Set([
  'workspace.summary',
  'workspace.open',
  'data.batches',
  'data.units',
  'data.figures',
  'data.exchangeList',
  'data.instrument',
  'data.audit',
  'settings.get',
  'app.listViews',
  'workspace.close',
  'workspace.forget',
]);

function jsonOf(value: unknown): string {
  try {
    // What JSON has no word for, such as a function, is left out.
    return JSON.stringify({ value }).slice('{"value":'.length, -1);
  } catch {
    return 'null';
  }
}
