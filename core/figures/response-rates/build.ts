import type { FigureChoice } from '../figure.ts';
import { frameOf } from '../build-frame.ts';
import { yearsText } from '../frame-texts.ts';
import type { FigureSource } from '../source.ts';
import { resultIn } from '../source.ts';
import { responseRatesData } from './data.ts';
import type { ResponseRatesSpec } from './spec.ts';
import { words } from './words.ts';

/** More years than these are no longer told apart. */
const mostYears = 5;

/** The response rates that are asked for; of all units directly under the whole where none is chosen. @throws Refusal `year-missing` */
export function buildResponseRates(source: FigureSource, choice: FigureChoice): ResponseRatesSpec {
  const { measurements } = source;
  const { language, sort } = choice;
  const years = choice.years.slice(0, mostYears);
  const chosen = choice.units.flatMap((unit) => unit ?? []);
  const all = measurements.tree
    .childrenOf(null)
    .map(({ id }) => id)
    .filter((id) => years.some((year) => resultIn(measurements, year, id) !== null));
  const units = chosen.length > 0 ? chosen : all;
  return {
    ...frameOf(
      source,
      { ...choice, units: [null], who: { kind: 'all' } },
      {
        kind: 'response-rates',
        of: '',
        title: `${words[language].title} ${yearsText(years)}`,
        base: [words[language].base],
        notes: [],
      },
    ),
    ...responseRatesData(measurements, { years, units, sorted: sort !== 'instrument' }),
  };
}
