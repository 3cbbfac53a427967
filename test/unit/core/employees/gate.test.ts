import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateEmployeeTable } from '../../../../core/employees/gate.ts';
import type { EmployeeStructure, EmployeeTable } from '../../../../core/employees/table.ts';
import { proposeStructure } from '../../../../core/employees/table.ts';
import { minimumGroup, usualMinimumGroup } from '../../../../core/privacy/minimum-group.ts';
import { publishedTable } from './survey.ts';

const area = 'Digitalisering (index)';
const items = ['Ett', 'Två'];
const structure: EmployeeStructure = { whole: 'Alla', areas: [{ item: area, items }] };

/** A table of one year in which every unit has an index of every item; the whole is the sum of the others. */
function tableOf(answers: Readonly<Record<string, number>>, withWhole = true): EmployeeTable {
  const total = Object.values(answers).reduce((sum, count) => sum + count, 0);
  const counts = Object.entries({ ...(withWhole && { Alla: total }), ...answers });
  return {
    answered: counts.map(([unit, answered]) => ({ unit, year: 2022, answered })),
    indices: [area, ...items].flatMap((item) =>
      counts.map(([unit, count]) => ({ unit, year: 2022, item, index: count === 0 ? null : 50 })),
    ),
  };
}

function hiddenUnits(table: EmployeeTable, item: string): string[] {
  return table.indices.filter((line) => line.item === item && line.hidden === true).map(({ unit }) => unit);
}

describe('the table of an employee survey', () => {
  it('P1, P3: hides an index that few answered, and the smallest other one for its sake', () => {
    const gated = gateEmployeeTable(tableOf({ A: 4, B: 30, C: 9 }), structure, usualMinimumGroup);
    for (const item of items) expect(hiddenUnits(gated, item)).toEqual(['A', 'C']);
    expect(gated.indices.filter(({ hidden }) => hidden).every(({ index }) => index === null)).toBe(true);
  });

  it('P3: hides no other where nothing can be subtracted from', () => {
    const gated = gateEmployeeTable(
      tableOf({ A: 4, B: 30, C: 9 }, false),
      { ...structure, whole: null },
      usualMinimumGroup,
    );
    expect(hiddenUnits(gated, 'Ett')).toEqual(['A']);
  });

  it('P3: hides all where the whole itself is too small', () => {
    const gated = gateEmployeeTable(tableOf({ A: 2, B: 2 }), structure, usualMinimumGroup);
    expect(hiddenUnits(gated, 'Ett')).toEqual(['Alla', 'A', 'B']);
  });

  it('P6: hides an area where an item that it rests on is hidden', () => {
    const gated = gateEmployeeTable(tableOf({ A: 4, B: 30, C: 9 }), structure, usualMinimumGroup);
    expect(hiddenUnits(gated, area)).toEqual(['A', 'C']);
    const open = gated.indices.filter(({ item, index }) => item === area && index !== null);
    expect(open.map(({ unit }) => unit)).toEqual(['Alla', 'B']);
  });

  it('P2: never hides numbers of answers, and follows the minimum group', () => {
    const table = tableOf({ A: 4, B: 30, C: 9 });
    expect(gateEmployeeTable(table, structure, usualMinimumGroup).answered).toEqual(table.answered);
    const lower = gateEmployeeTable(table, structure, minimumGroup(3, 'prov'));
    expect(lower.indices.some(({ hidden }) => hidden)).toBe(false);
  });

  it('P1: shows the published table whole, for nobody in it is few', () => {
    const gated = gateEmployeeTable(publishedTable, proposeStructure(publishedTable), usualMinimumGroup);
    expect(gated).toEqual(publishedTable);
  });

  it('P3: never lets the whole less the shown units be a group of 1 to k − 1, whatever the units', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 3, max: 10 }), (counts, k) => {
        const answers = Object.fromEntries(counts.map((count, at) => [`E${at}`, count]));
        const gated = gateEmployeeTable(tableOf(answers), structure, minimumGroup(k, 'prov'));
        const lines = gated.indices.filter(({ item }) => item === 'Ett');
        if (lines.find(({ unit }) => unit === 'Alla')?.index === null) return;
        const hidden = lines.filter((line) => line.hidden === true);
        const left = hidden.reduce((sum, { unit }) => sum + (answers[unit] ?? 0), 0);
        expect(left === 0 || (left >= k && hidden.length >= 2)).toBe(true);
        for (const { unit, index } of lines) {
          if (index !== null && unit !== 'Alla') expect(answers[unit]).toBeGreaterThanOrEqual(k);
        }
      }),
    );
  });
});
