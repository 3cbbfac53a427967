import type { EmployeeTable } from '../../../../core/employees/table.ts';
import { readFileSync } from 'node:fs';
import { parseItemLinks } from '../../../../core/employees/item-links.ts';
import { employeeSurvey } from '../../../../resources/samples/make/published.ts';
import { dimios } from '../../../instruments.ts';

/** The employee survey as published. */
export const publishedTable: EmployeeTable = {
  answered: employeeSurvey.units.flatMap((unit, at) =>
    employeeSurvey.columns.map((year, column) => ({
      unit,
      year: Number(year),
      answered: employeeSurvey.answered[at]?.[column] ?? null,
    })),
  ),
  indices: employeeSurvey.rows.flatMap(({ short, values }) =>
    employeeSurvey.units.flatMap((unit, at) =>
      employeeSurvey.columns.map((year, column) => ({
        unit,
        year: Number(year),
        item: short,
        index: values[at]?.[column] ?? null,
      })),
    ),
  ),
};

/** Its items without the area that sums them up. */
export const publishedItems = employeeSurvey.rows.map(({ short }) => short).slice(1);

/** The starting set of links that ships. */
export const startingSet = parseItemLinks(
  readFileSync(new URL('../../../../resources/links/dimios-employees.json', import.meta.url), 'utf8'),
  'dimios-employees.json',
  dimios,
);
