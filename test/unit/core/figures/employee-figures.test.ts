import { expect, test } from 'vitest';
import type { EmployeeLink } from '../../../../core/figures/employee-pairs/data.ts';
import { employeePairsData } from '../../../../core/figures/employee-pairs/data.ts';
import { employeeScatterData } from '../../../../core/figures/employee-scatter/data.ts';
import { placeLabels } from '../../../../core/figures/employee-scatter/labels.ts';
import { defaultBands } from '../../../../core/employees/bands.ts';
import type { ItemCode } from '../../../../core/instrument/instrument.ts';
import type { UnitId } from '../../../../core/survey/units.ts';

const position = (percent: number | null, hidden = false) => ({
  percent,
  hidden,
  band: null,
  rank: null,
  aboveWholePoints: null,
});

const cell = (
  unit: number | null,
  unitName: string,
  survey: number | null,
  employees: number | null,
  hidden = false,
) => ({
  year: 2022,
  unit: unit as UnitId | null,
  unitName,
  employeeUnit: unitName,
  survey: position(survey, hidden),
  employees: position(employees),
  difference: null,
  rankDifference: null,
  notComparable:
    unit === null
      ? { reason: 'different-units' as const, units: ['Vård'], sentence: 'Totalerna går inte att jämföra.' }
      : null,
});

const link: EmployeeLink = {
  item: 'rykte' as ItemCode,
  employeeItem: 'Jag litar på it-stödet',
  itemName: 'Rykte',
  cells: [
    cell(null, 'Exempelstad', 40, 55),
    cell(1, 'Skola', 42, 60),
    cell(2, 'Vård', null, 51, true),
    cell(3, 'Kultur', 38, null),
  ],
  changes: [],
  correlations: [
    {
      year: 2022,
      units: ['Skola'],
      result: {
        n: 1,
        rho: null,
        p: null,
        pAdjusted: null,
        method: null,
        reason: 'too-few-points',
        sentence: 'Ingen rangkorrelation: för få enheter.',
      },
    },
  ],
};

test('G-7: pairs keep what is hidden apart from what is missing, and say once what does not compare', () => {
  const data = employeePairsData([link, link], defaultBands, { year: null, units: null });
  expect(data.year).toBe(2022);
  expect(
    data.groups[0]?.pairs.map(({ unitName, surveyPercent, surveyIsHidden }) => [
      unitName,
      surveyPercent,
      surveyIsHidden,
    ]),
  ).toEqual([
    ['Exempelstad', 40, false],
    ['Skola', 42, false],
    ['Vård', null, true],
    ['Kultur', 38, false],
  ]);
  expect(data.warnings).toEqual(['Totalerna går inte att jämföra.']);
});

test('G-8: a scatter has a point for each unit with both values, and names those without', () => {
  const data = employeeScatterData([link], defaultBands, { item: null, year: null });
  expect(data?.points).toEqual([{ unitName: 'Skola', x: 42, y: 60 }]);
  expect(data?.without).toEqual([
    { unitName: 'Vård', isHidden: true },
    { unitName: 'Kultur', isHidden: false },
  ]);
  expect(data?.sentence).toBe('Ingen rangkorrelation: för få enheter.');
  expect(employeeScatterData([link], defaultBands, { item: 'annat', year: null })).toBeNull();
});

test('G-8: labels lie over no other label and no point, or are not placed at all', () => {
  const frame = { left: 0, top: 0, right: 200, bottom: 200 };
  const size = { width: 60, height: 14 };
  const apart = placeLabels(
    [
      [50, 50],
      [60, 50],
    ],
    [size, size],
    frame,
  );
  expect(apart).toHaveLength(2);
  const [a = [0, 0], b = [0, 0]] = apart ?? [];
  expect(Math.abs(a[0] - b[0]) >= 60 || Math.abs(a[1] - b[1]) >= 14).toBe(true);
  expect(placeLabels([[50, 50]], [{ width: 300, height: 14 }], frame)).toBeNull();
});
