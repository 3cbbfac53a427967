import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { yearPlanToText } from '../../../../core/privacy/plan-text.ts';
import { planYear } from '../../../../core/privacy/plan.ts';
import { unitTree } from '../../../../core/survey/units.ts';
import type { WorkspaceWriter } from '../../../../electron/store/workspace.ts';
import { openReader, openWriter } from '../../../../electron/store/workspace.ts';
import { answersDraft, circumstances, newWorkspace, request, rowsOf, tamper } from './samples.ts';

const lines = [
  { unit: ['Kultur'], gate: 'yes' as const, answers: '3456?12' },
  { unit: ['Skola'], gate: 'no' as const, answers: '1-!4536' },
  { unit: ['Teknik'], answers: '12' },
];

function workspaceOfTwoYears(): string {
  const writer = newWorkspace();
  writer.importBatches(
    [request(answersDraft(2021, lines)), request(answersDraft(2022, lines))],
    circumstances,
  );
  writer.close();
  return writer.path;
}

function years(file: string): unknown {
  return rowsOf(file, 'SELECT year FROM hiding_plan ORDER BY year');
}

/** Per year, what is kept and what the gate decides now. */
function keptBesideMade(file: string): { kept: string | null; made: string }[] {
  const reader = openReader(file);
  try {
    const tree = unitTree(reader.units());
    return reader.years().map(({ year }) => {
      const kept = reader.keptPlan(year, tree);
      const input = { year, instrument: reader.instrument(year), cells: reader.cells(year) };
      return {
        kept: kept === null ? null : yearPlanToText(kept),
        made: yearPlanToText(planYear(input, tree, reader.minimumGroup())),
      };
    });
  } finally {
    reader.close();
  }
}

const changes: readonly (readonly [string, (writer: WorkspaceWriter) => void])[] = [
  ['nothing is done', () => undefined],
  [
    'more answers come',
    (writer) => {
      writer.importBatches([request(answersDraft(2023, lines), { file: 'mer.xlsx' })], circumstances);
    },
  ],
  [
    'a batch is undone',
    (writer) => {
      writer.undoBatch(1, circumstances.now);
    },
  ],
  [
    'units are merged',
    (writer) => {
      writer.mergeUnits(writer.findUnit('Teknik').id, writer.findUnit('Skola').id);
    },
  ],
  [
    'a unit is moved',
    (writer) => {
      writer.moveUnit(writer.findUnit('Teknik').id, writer.findUnit('Skola').id);
    },
  ],
  [
    'the smallest group changes',
    (writer) => {
      writer.setMinimumGroup(3, 'prov', circumstances.now);
    },
  ],
];

test.each(changes)('W-35: after %s the plans of all years with answers are kept, and fit', (_, change) => {
  const file = workspaceOfTwoYears();
  const writer = openWriter(file);
  change(writer);
  writer.close();
  const plans = keptBesideMade(file);
  expect(plans.length).toBeGreaterThan(0);
  for (const { kept, made } of plans) expect(kept).toBe(made);
});

test('W-35: a change takes the plans away at once, so that none outlives what it was made of', () => {
  const file = workspaceOfTwoYears();
  expect(years(file)).toEqual([{ year: 2021 }, { year: 2022 }]);
  tamper(file, 'UPDATE batch SET undone_at = 1, replaced_by = NULL WHERE id = 1');
  expect(years(file)).toEqual([]);
});

test('W-35: a writer that changes nothing the plans rest on leaves the file as it was, to the byte', () => {
  const file = workspaceOfTwoYears();
  const before = readFileSync(file);
  openWriter(file).close();
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('W-35: a plan of other answers, or none at all, is not used', () => {
  const file = workspaceOfTwoYears();
  tamper(file, "UPDATE hiding_plan SET made_of = '1:0' WHERE year = 2021");
  tamper(file, "UPDATE hiding_plan SET plan = '[]' WHERE year = 2022");
  const [first, second] = keptBesideMade(file);
  expect(first?.kept).toBeNull();
  expect(second?.kept).not.toBe(second?.made);
});

test('W-35: check finds a plan that shows other than what the answers allow', () => {
  const file = workspaceOfTwoYears();
  tamper(file, `UPDATE hiding_plan SET plan = replace(plan, '"hidden":"0', '"hidden":"-') WHERE year = 2022`);
  const reader = openReader(file);
  try {
    expect(reader.check().problems.map(({ code }) => code)).toEqual(['plan-differs']);
  } finally {
    reader.close();
  }
});
