import { linksFor, sharedYear } from '../employee-pairs/build.ts';
import type { FigureChoice } from '../figure.ts';
import { frameOf } from '../build-frame.ts';
import type { FigureSource } from '../source.ts';
import type { EmployeeScatterData } from './data.ts';
import { employeeScatterData } from './data.ts';
import type { EmployeeScatterSpec } from './spec.ts';
import { words } from './words.ts';

/** One link over the units: the one that is asked for, else the first. @throws Refusal `year-missing` */
export function buildEmployeeScatter(source: FigureSource, choice: FigureChoice): EmployeeScatterSpec {
  const { language } = choice;
  const own = words[language];
  const links = linksFor(source, choice);
  const year = sharedYear(links, choice.years);
  const found = employeeScatterData(links, source.employees?.bands ?? [], { item: choice.item, year });
  const data: EmployeeScatterData = found ?? {
    year: null,
    itemName: '',
    question: '',
    points: [],
    without: [],
    sentence: own.none,
    rho: null,
    bands: source.employees?.bands ?? [],
  };
  return {
    ...frameOf(
      source,
      { ...choice, years: year === null ? choice.years : [year], units: [null], who: { kind: 'all' } },
      {
        kind: 'employee-scatter',
        of: choice.item ?? '',
        title:
          data.itemName === ''
            ? own.none
            : `${data.itemName}: ${own.title}${year === null ? '' : ` ${year}`}`,
        base: data.question === '' ? [] : [own.base(data.question)],
        notes: [],
      },
    ),
    ...data,
  };
}
