import type { FigureTable } from '../figure.ts';
import type { FigureModule } from '../module.ts';
import { numberCell, textCell, writtenBy } from '../written.ts';
import { draw, naturalHeight } from './draw.ts';
import { nativeChart } from './native.ts';
import type { EmployeeScatterSpec } from './spec.ts';
import { words } from './words.ts';

/** One link between the surveys over the units. */
export const employeeScatter: FigureModule<EmployeeScatterSpec> = {
  draw,
  naturalHeight,
  table,
  altText,
  explanation: ({ language }) => words[language].explanation,
  nativeChart,
};

function table(spec: EmployeeScatterSpec): FigureTable {
  const own = words[spec.language];
  const written = writtenBy(spec);
  return {
    columns: [
      { heading: own.unit, kind: 'text' },
      { heading: own.survey, kind: 'percent' },
      { heading: own.employees, kind: 'number' },
    ],
    rows: [
      ...spec.points.map(({ unitName, x, y }) => [
        textCell(unitName),
        numberCell(written.wholePercent(x), x),
        numberCell(indexText(y, spec), y),
      ]),
      ...spec.without.map(({ unitName, isHidden }) => [
        textCell(unitName),
        textCell(isHidden ? '..' : '-'),
        textCell(isHidden ? '..' : '-'),
      ]),
    ],
  };
}

/** An index has no percent sign, and no decimals. */
function indexText(value: number, spec: EmployeeScatterSpec): string {
  return writtenBy({ ...spec, format: { ...spec.format, meanDecimals: 0 } }).mean(value);
}

function altText(spec: EmployeeScatterSpec): string {
  const own = words[spec.language];
  const written = writtenBy(spec);
  return [
    `${spec.title}.`,
    ...(spec.points.length === 0 ? [] : [own.altPoints(spec.points.length)]),
    ...spec.points.map(({ unitName, x, y }) =>
      own.altPoint(unitName, written.wholePercent(x), indexText(y, spec)),
    ),
    spec.sentence,
  ].join(' ');
}
