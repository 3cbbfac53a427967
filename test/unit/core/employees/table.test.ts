import os from 'node:os';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bandOf, bandsSchema, defaultBands } from '../../../../core/employees/bands.ts';
import { checkEmployeeTable } from '../../../../core/employees/check-table.ts';
import type { EmployeeAnswer } from '../../../../core/intake/employee-indices.ts';
import { indicesFromAnswers } from '../../../../core/intake/employee-indices.ts';
import type { EmployeeTable } from '../../../../core/employees/table.ts';
import { proposeStructure } from '../../../../core/employees/table.ts';
import { importSamples } from '../../../../electron/workbench/samples.ts';
import { withReader } from '../../../../electron/workbench/workspace.ts';
import { publishedItems, publishedTable } from './survey.ts';

const structure = proposeStructure(publishedTable);

function withIndex(unit: string, item: string, index: number): EmployeeTable {
  return {
    ...publishedTable,
    indices: publishedTable.indices.map((line) =>
      line.unit === unit && line.item === item && line.year === 2022 ? { ...line, index } : line,
    ),
  };
}

describe('a printed employee survey', () => {
  it('E-1: tells by its own numbers which unit is the total and which row sums up the others', () => {
    expect(structure.whole).toBe('Linköpings kommun');
    expect(structure.areas).toEqual([
      { item: 'Digitalisering och innovation (index)', items: publishedItems },
    ]);
  });

  it('E-1: goes by name where the numbers of answers cannot tell', () => {
    const oneYear: EmployeeTable = {
      answered: publishedTable.answered.filter(({ year }) => year === 2021),
      indices: publishedTable.indices.filter(({ year }) => year === 2021),
    };
    expect(proposeStructure(oneYear).whole).toBe('Linköpings kommun');
  });

  it('E-2: follows from itself in every published figure', () => {
    const checked = checkEmployeeTable(publishedTable, structure);
    expect(checked.findings).toEqual([]);
    const count = (by: string) => checked.figures.filter((figure) => figure.by === by).length;
    // Five units in 2022 and two in 2021 have an area index; the whole has ten rows in both years.
    expect([count('area'), count('whole'), count('answered')]).toEqual([7, 20, 2]);
    expect(checked.notChecked).toBe(0);
  });

  it('E-2: follows from itself in the sample workbook as imported', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-employees-'));
    onTestFinished(() => {
      fs.rmSync(folder, { recursive: true });
    });
    const workspace = path.join(folder, 'a.dimios');
    await importSamples(workspace, '2024-01-01T00:00:00Z');
    const table = withReader(workspace, (reader) => reader.employeeSurvey());
    expect(proposeStructure(table)).toEqual(structure);
    expect(checkEmployeeTable(table, structure)).toEqual(checkEmployeeTable(publishedTable, structure));
  });

  it('E-3: is told where a printed figure lies beyond rounding from what the others give', () => {
    const [item = ''] = publishedItems;
    const [finding, ...rest] = checkEmployeeTable(
      withIndex('Linköpings kommun', item, 65),
      structure,
    ).findings;
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ by: 'whole', unit: 'Linköpings kommun', year: 2022, item, printed: 65 });
    expect(finding?.message).toContain('tryckt 65, men enheterna vägda med antal svar ger 61,3');
    const area = checkEmployeeTable(
      withIndex('Kommunledningsförvaltning', publishedItems[8] ?? '', 99),
      structure,
    );
    expect(area.findings.map(({ by, unit }) => [by, unit])).toEqual([['area', 'Kommunledningsförvaltning']]);
    const answered = checkEmployeeTable(
      {
        ...publishedTable,
        answered: publishedTable.answered.map((line) =>
          line.unit === structure.whole ? { ...line, answered: 9000 } : line,
        ),
      },
      structure,
    );
    expect(answered.findings.map(({ by, year }) => [by, year])).toEqual([
      ['answered', 2022],
      ['answered', 2021],
    ]);
  });

  it('E-3: never finds fault with figures that were only rounded', () => {
    const unit = fc.record({
      answered: fc.integer({ min: 1, max: 4000 }),
      indices: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 2, maxLength: 6 }),
        fc.constantFrom(0, 1),
        (units, decimals) => {
          const rounded = (value: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;
          const total = units.reduce((sum, { answered }) => sum + answered, 0);
          const whole = [0, 1, 2].map(
            (at) => units.reduce((sum, own) => sum + (own.indices[at] ?? 0) * own.answered, 0) / total,
          );
          const all = [
            { name: 'Alla', answered: total, indices: whole },
            ...units.map((own, at) => ({ name: `E${at}`, ...own })),
          ];
          const table: EmployeeTable = {
            answered: all.map(({ name, answered }) => ({ unit: name, year: 2022, answered })),
            indices: all.flatMap(({ name, indices }) => [
              {
                unit: name,
                year: 2022,
                item: 'Index',
                index: rounded(indices.reduce((sum, value) => sum + value, 0) / 3),
              },
              ...indices.map((index, at) => ({
                unit: name,
                year: 2022,
                item: `F${at}`,
                index: rounded(index),
              })),
            ]),
          };
          const own = { whole: 'Alla', areas: [{ item: 'Index', items: ['F0', 'F1', 'F2'] }] };
          expect(checkEmployeeTable(table, own).findings).toEqual([]);
        },
      ),
    );
  });
});

describe('raw answers of employees', () => {
  const names = { whole: 'Alla', area: 'Index' };

  it('E-4: become (mean − 1) / (k − 1) × 100, with vet ej and blanks outside the base', () => {
    const answers = indicesFromAnswers(
      {
        year: 2022,
        items: ['A', 'B'],
        scale: { min: 1, max: 5 },
        employees: [
          { unit: 'X', answers: [5, 'dontKnow'] },
          { unit: 'X', answers: [3, 1] },
          { unit: 'Y', answers: [1, null] },
        ],
      },
      names,
    );
    const shown = answers.indices.map(({ unit, item, index, n, dontKnow }) => [
      unit,
      item,
      index,
      n,
      dontKnow,
    ]);
    expect(shown).toEqual([
      ['Alla', 'Index', 25, 1, null],
      ['Alla', 'A', 50, 3, 0],
      ['Alla', 'B', 0, 1, 1],
      ['X', 'Index', 37.5, 1, null],
      ['X', 'A', 75, 2, 0],
      ['X', 'B', 0, 1, 1],
      ['Y', 'Index', 0, 0, null],
      ['Y', 'A', 0, 1, 0],
      ['Y', 'B', null, 0, 0],
    ]);
    expect(answers.answered.map(({ answered }) => answered)).toEqual([3, 2, 1]);
  });

  it('E-4: give a whole that is the units weighted by their answers, on any scale', () => {
    const scale = fc.integer({ min: 2, max: 11 }).map((max) => ({ min: 1, max }));
    const survey = scale.chain(({ min, max }) =>
      fc
        .array(
          fc.record({
            unit: fc.constantFrom('X', 'Y', 'Z'),
            answers: fc.tuple(
              fc.oneof(fc.integer({ min, max }), fc.constantFrom<EmployeeAnswer>('dontKnow', null)),
            ),
          }),
          { minLength: 1, maxLength: 40 },
        )
        .map((employees) => ({ year: 2022, items: ['A'], scale: { min, max }, employees })),
    );
    fc.assert(
      fc.property(survey, (input) => {
        const { indices } = indicesFromAnswers(input, { ...names, area: null });
        const [whole, ...units] = indices;
        const n = units.reduce((sum, unit) => sum + unit.n, 0);
        expect(whole?.n).toBe(n);
        if (n === 0) expect(whole?.index).toBeNull();
        else {
          const weighted = units.reduce((sum, unit) => sum + (unit.index ?? 0) * unit.n, 0) / n;
          expect(whole?.index).toBeCloseTo(weighted, 9);
          expect(whole?.index).toBeGreaterThanOrEqual(0);
          expect(whole?.index).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('E-4: are refused when they are off the scale', () => {
    const off = (answer: number) => () =>
      indicesFromAnswers(
        {
          year: 2022,
          items: ['A'],
          scale: { min: 1, max: 5 },
          employees: [{ unit: 'X', answers: [answer] }],
        },
        names,
      );
    for (const answer of [0, 6, 2.5]) expect(off(answer)).toThrow(RangeError);
  });
});

describe('bands', () => {
  it('E-5: are 75 and up, 65–74, 50–64 and under 50, by the index as it is shown', () => {
    const band = (index: number) => bandOf(index, defaultBands, 'half-up')?.name;
    expect([100, 75, 74.5, 74.4, 65, 64, 50, 49.4, 0].map(band)).toEqual([
      '75 eller mer',
      '75 eller mer',
      '75 eller mer',
      '65–74',
      '65–74',
      '50–64',
      '50–64',
      'under 50',
      'under 50',
    ]);
    expect(bandOf(null, defaultBands, 'half-up')).toBeNull();
  });

  it('E-5: are settings, from the highest down to 0', () => {
    expect(bandsSchema.safeParse(defaultBands).success).toBe(true);
    expect(bandsSchema.safeParse(defaultBands.toReversed()).success).toBe(false);
    expect(bandsSchema.safeParse(defaultBands.slice(0, 2)).success).toBe(false);
  });
});
