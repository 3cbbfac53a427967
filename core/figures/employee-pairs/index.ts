import type { FigureTable } from '../figure.ts';
import type { FigureModule } from '../module.ts';
import { numberCell, textCell, writtenBy } from '../written.ts';
import type { EmployeePair } from './data.ts';
import { draw, naturalHeight } from './draw.ts';
import { nativeChart } from './native.ts';
import type { EmployeePairsSpec } from './spec.ts';
import { words } from './words.ts';

/** Both surveys side by side, pair by pair. */
export const employeePairs: FigureModule<EmployeePairsSpec> = {
  draw,
  naturalHeight,
  table,
  altText,
  explanation: ({ language }) => words[language].explanation,
  nativeChart,
};

/** Employees less the measurement; null where one is not shown, or the two do not compare. */
function differenceOf({ surveyPercent, employeeIndex, notComparable }: EmployeePair): number | null {
  if (surveyPercent === null || employeeIndex === null || notComparable !== null) return null;
  return employeeIndex - surveyPercent;
}

function isHidden({ surveyIsHidden, employeeIsHidden }: EmployeePair): boolean {
  return surveyIsHidden || employeeIsHidden;
}

function table(spec: EmployeePairsSpec): FigureTable {
  const own = words[spec.language];
  const written = writtenBy(spec);
  return {
    columns: [
      { heading: own.item, kind: 'text' },
      { heading: own.question, kind: 'text' },
      { heading: own.unit, kind: 'text' },
      { heading: own.survey, kind: 'percent' },
      { heading: own.employees, kind: 'number' },
      { heading: own.band, kind: 'text' },
      { heading: own.difference, kind: 'difference' },
      { heading: own.comparable, kind: 'text' },
    ],
    rows: spec.groups.flatMap(({ itemName, question, pairs }) =>
      pairs.map((pair) => [
        textCell(itemName),
        textCell(question),
        textCell(pair.unitName),
        numberCell(written.wholePercent(pair.surveyPercent, pair.surveyIsHidden), pair.surveyPercent),
        numberCell(indexText(pair, spec), pair.employeeIndex),
        textCell(pair.bandName ?? ''),
        numberCell(written.difference(differenceOf(pair), 'percent', isHidden(pair)), differenceOf(pair)),
        textCell(pair.notComparable ?? ''),
      ]),
    ),
  };
}

/** An index has no percent sign. */
function indexText({ employeeIndex, employeeIsHidden }: EmployeePair, spec: EmployeePairsSpec): string {
  return writtenBy({ ...spec, format: { ...spec.format, meanDecimals: 0 } }).mean(
    employeeIndex,
    employeeIsHidden,
  );
}

function altText(spec: EmployeePairsSpec): string {
  const own = words[spec.language];
  const written = writtenBy(spec);
  const pairs = spec.groups.flatMap(({ itemName, pairs: line }) => line.map((pair) => ({ itemName, pair })));
  if (pairs.length === 0) return `${spec.title}. ${own.none}`;
  const apart = pairs.filter(({ pair }) => differenceOf(pair) !== null);
  apart.sort((a, b) => Math.abs(differenceOf(b.pair) ?? 0) - Math.abs(differenceOf(a.pair) ?? 0));
  const [largest] = apart;
  const hidden = pairs.filter(({ pair }) => isHidden(pair)).length;
  return [
    `${spec.title}.`,
    own.altSize(spec.groups.length, pairs.length),
    ...(largest === undefined
      ? []
      : [
          own.altLargest(
            largest.itemName,
            largest.pair.unitName,
            written.wholePercent(largest.pair.surveyPercent),
            indexText(largest.pair, spec),
          ),
        ]),
    ...(hidden === 0 ? [] : [own.altHidden(hidden)]),
    ...spec.warnings,
  ].join(' ');
}
