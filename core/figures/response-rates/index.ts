import type { FigureTable } from '../figure.ts';
import type { FigureModule } from '../module.ts';
import { numberCell, textCell, writtenBy } from '../written.ts';
import { draw, naturalHeight } from './draw.ts';
import { nativeChart } from './native.ts';
import type { ResponseRatesSpec } from './spec.ts';
import { words } from './words.ts';

/** Response rates of units, with the whole as a line. */
export const responseRates: FigureModule<ResponseRatesSpec> = {
  draw,
  naturalHeight,
  table,
  altText,
  explanation: ({ language }) => words[language].explanation,
  nativeChart,
};

function table(spec: ResponseRatesSpec): FigureTable {
  const own = words[spec.language];
  const written = writtenBy(spec);
  return {
    columns: [
      { heading: own.unit, kind: 'text' },
      ...spec.years.flatMap((year) => [
        { heading: own.rate(year), kind: 'percent' } as const,
        { heading: own.answered(year), kind: 'number' } as const,
        { heading: own.invited(year), kind: 'number' } as const,
      ]),
    ],
    rows: [spec.whole, ...spec.units].map(({ name, rates }) => [
      textCell(name),
      ...rates.flatMap(({ percent, answered, invited }) => [
        numberCell(written.wholePercent(percent), percent),
        numberCell(written.count(answered), answered),
        numberCell(written.count(invited), invited),
      ]),
    ]),
  };
}

function altText(spec: ResponseRatesSpec): string {
  const own = words[spec.language];
  const written = writtenBy(spec);
  const newest = spec.units.flatMap(({ name, rates }) => {
    const percent = rates[0]?.percent ?? null;
    return percent === null ? [] : [{ name, percent }];
  });
  newest.sort((a, b) => b.percent - a.percent);
  const [highest] = newest;
  const lowest = newest.at(-1);
  const uncounted = spec.units.filter(({ rates }) => rates[0]?.percent === null).length;
  return [
    `${spec.title}.`,
    ...spec.whole.rates.map(({ year, percent }) =>
      own.altWhole(spec.whole.name, year, written.wholePercent(percent)),
    ),
    ...(highest === undefined ? [] : [own.altHighest(highest.name, written.wholePercent(highest.percent))]),
    ...(lowest === undefined || newest.length < 2
      ? []
      : [own.altLowest(lowest.name, written.wholePercent(lowest.percent))]),
    ...(uncounted === 0 ? [] : [own.altUncounted(uncounted)]),
  ].join(' ');
}
