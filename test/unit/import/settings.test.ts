import { describe, expect, test } from 'vitest';
import { plain } from '../../fixtures/layouts/plain.ts';
import { workbookBytes } from '../../fixtures/layouts/workbook.ts';
import { dimios as instrument } from '../../instruments.ts';
import { succeeded, Workbench } from './workbench.ts';

describe('settings', () => {
  test('N-6: of the workspace override the instrument', async () => {
    const bench = new Workbench();
    await bench.import(plain(), '--year', '2022');
    const before = bench.scores().years[0]?.units[0];
    const set = ['--organisation', 'Provkommun', '--dimension-rule', 'items', '--rounding', 'half-down'];
    expect(await succeeded('settings', '--in', bench.workspace, ...set)).toMatchObject({
      organisation: 'Provkommun',
      itDepartment: null,
      dimensionRule: 'items',
      rounding: 'half-down',
    });
    const after = bench.scores().years[0]?.units[0];
    expect(after?.name).toBe('Provkommun');
    expect(after?.items).toEqual(before?.items);
    expect(after?.maturityPercent).not.toBe(before?.maturityPercent);
  });
});

describe('a sheet with merged answers and hidden columns', () => {
  test('L-15: spreads no answer, and says what it met', async () => {
    const items = instrument.items.map(({ name }) => name.sv);
    const answers = items.map(() => 4);
    const rows = [
      ['Förvaltning', ...items],
      ['A', ...answers],
      ['A', null, ...answers.slice(1)],
      ['B', ...answers],
    ];
    const sheet = { name: 'Svar', rows, mergedRanges: ['B2:B3'], hiddenColumns: [3] };
    const bench = new Workbench();
    const { findings } = await bench.import(
      { fileName: 'M.xlsx', bytes: workbookBytes([sheet]) },
      '--year',
      '2022',
    );
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['merged-cells', 'hidden-columns']),
    );
    expect(bench.scores().years[0]?.units[0]?.items[0]).toMatchObject({ n: 2, blank: 1 });
  });
});
