import type { FigureCell } from '../figures/figure.ts';
import { Cells, countCell } from './cells.ts';
import type { ReportContext } from './input.ts';
import type { LiveNumber } from './report.ts';
import { words } from './words.ts';

/** A number that an own text may hold; it follows the data. */
export interface LiveNumberChoice {
  readonly live: LiveNumber;
  /** What it is, to choose it by. */
  readonly label: string;
  /** As it is written in the report; ".." where it is hidden. */
  readonly text: string;
}

/** Every number that can be put into own text, in the order of the report. */
export function liveNumbers(context: ReportContext): LiveNumberChoice[] {
  const { measurements, unit, years, instrument, settings, compared } = context;
  const say = words[settings.language];
  const name = (entry: { readonly name: { readonly sv: string; readonly en: string } }): string =>
    entry.name[settings.language];
  const cells = new Cells(context);
  const choice = (key: string, label: string, { shown }: FigureCell): LiveNumberChoice => ({
    live: key as LiveNumber,
    label,
    text: shown,
  });
  const ofYears = years.flatMap((year) => {
    const own = measurements.unitIn(year, unit);
    return [
      choice(
        `maturity:${year}`,
        `${say.maturity} ${year}`,
        cells.percent(own.maturityPercent, own.hidden.maturityPercent),
      ),
      choice(`respondents:${year}`, `${say.respondents} ${year}`, countCell(own.respondents)),
      choice(`invited:${year}`, `${say.invited} ${year}`, countCell(own.invited)),
      choice(`response-rate:${year}`, `${say.responseRate} ${year}`, cells.percent(own.responseRatePercent)),
      choice(
        `gate:${year}`,
        `${say.gate} ${year}`,
        cells.percent(own.gateYesPercent, own.hidden.gateYesPercent),
      ),
      ...instrument.dimensions.map((dimension) => {
        const found = own.dimensions.find(({ code }) => code === dimension.code);
        return choice(
          `dimension:${dimension.code}:${year}`,
          `${name(dimension)} ${year}`,
          cells.percent(found?.percent ?? null, found?.hidden.percent),
        );
      }),
      ...instrument.categories.map((category) => {
        const found = own.categories.find(({ code }) => code === category.code);
        return choice(
          `category:${category.code}:${year}`,
          `${name(category)} ${year}`,
          cells.percent(found?.percent ?? null, found?.hidden.percent),
        );
      }),
      ...instrument.items.flatMap((item) => {
        const found = own.items.find(({ code }) => code === item.code);
        const label = `${name(item)} ${year}`;
        return [
          choice(
            `item:${item.code}:mean:${year}`,
            `${label}, ${say.mean}`,
            cells.mean(found?.mean ?? null, found?.hidden.mean),
          ),
          choice(
            `item:${item.code}:percent:${year}`,
            `${label}, ${say.percent}`,
            cells.percent(found?.percent ?? null, found?.hidden.percent),
          ),
          choice(
            `item:${item.code}:dont-know:${year}`,
            `${label}, ${say.dontKnow}`,
            cells.percent(found?.dontKnowPercent ?? null, found?.hidden.dontKnowPercent),
          ),
        ];
      }),
    ];
  });
  if (compared === null) return ofYears;
  return [
    ...ofYears,
    choice(
      'maturity:change',
      `${say.maturity}, ${say.change}`,
      cells.difference(compared.maturity.difference, 1, compared.maturity.hidden.difference),
    ),
    ...compared.items.map(({ code, difference, hidden }) =>
      choice(
        `item:${code}:change`,
        `${instrument.items.find((item) => item.code === code)?.name[settings.language] ?? code}, ${say.change}`,
        cells.difference(difference, 1, hidden.difference),
      ),
    ),
  ];
}
