import { employeeReference } from '../../analysis/employee-reference.ts';
import { differentUnitsInEnglish } from '../../employees/coverage.ts';
import type { FigureChoice } from '../figure.ts';
import { frameOf } from '../build-frame.ts';
import type { FigureSource } from '../source.ts';
import type { EmployeeLink } from './data.ts';
import { employeePairsData, newestYear } from './data.ts';
import type { EmployeePairsSpec } from './spec.ts';
import { words } from './words.ts';

/** The confirmed links between the surveys that a choice asks for. */
export function linksFor({ measurements, employees }: FigureSource, { link }: FigureChoice): EmployeeLink[] {
  if (employees === null) return [];
  const asked =
    link === null
      ? employees
      : {
          ...employees,
          itemLinks: employees.itemLinks.filter(
            ({ item, employeeItem }) => item === link.item && employeeItem === link.employeeItem,
          ),
        };
  return employeeReference(measurements, asked);
}

/** The newest of the asked years that the links have results in; null for none. */
export function sharedYear(links: readonly EmployeeLink[], years: readonly number[]): number | null {
  const own = links.map((link) => ({
    ...link,
    cells: link.cells.filter(({ year }) => years.includes(year)),
  }));
  return newestYear(own);
}

/** A link with its item's English name, and why its sides do not compare in English. */
function inEnglish(link: EmployeeLink, { measurements }: FigureSource): EmployeeLink {
  const year = measurements.years.at(-1);
  const items = year === undefined ? [] : measurements.instrumentOf(year).items;
  return {
    ...link,
    itemName: items.find(({ code }) => code === link.item)?.name.en ?? link.itemName,
    cells: link.cells.map((cell) => ({
      ...cell,
      notComparable:
        cell.notComparable === null
          ? null
          : { ...cell.notComparable, sentence: differentUnitsInEnglish(cell.notComparable) },
    })),
  };
}

/** The pairs that are asked for. @throws Refusal `year-missing` when the newest year has no result */
export function buildEmployeePairs(source: FigureSource, choice: FigureChoice): EmployeePairsSpec {
  const { measurements, employees } = source;
  const { language, units } = choice;
  const links = linksFor(source, choice);
  const year = sharedYear(links, choice.years);
  const chosen =
    units.length > 1 || units[0] !== null ? units.map((unit) => measurements.nameOf(unit)) : null;
  const data = employeePairsData(
    language === 'sv' ? links : links.map((link) => inEnglish(link, source)),
    employees?.bands ?? [],
    {
      year: year ?? choice.years[0] ?? null,
      units: chosen,
    },
  );
  const shown = year === null ? choice.years : [year];
  return {
    ...frameOf(
      source,
      { ...choice, years: shown, units: [null], who: { kind: 'all' } },
      {
        kind: 'employee-pairs',
        of: '',
        title: `${words[language].title}${year === null ? '' : ` ${year}`}`,
        base: [words[language].base],
        notes: data.warnings.map((warning) => warning.replace(/\.$/, '')),
      },
    ),
    ...data,
  };
}
