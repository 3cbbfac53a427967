import type { FigureTable } from '../figure.ts';
import type { FigureModule } from '../module.ts';
import { numberCell, textCell, writtenBy } from '../written.ts';
import { draw, naturalHeight, shareText } from './draw.ts';
import { nativeChart } from './native.ts';
import type { GateSpec } from './spec.ts';
import { words } from './words.ts';

/** The gate question over the years. */
export const gate: FigureModule<GateSpec> = {
  draw,
  naturalHeight,
  table,
  altText,
  explanation: ({ language }) => words[language].explanation,
  nativeChart,
};

function table(spec: GateSpec): FigureTable {
  const own = words[spec.language];
  const written = writtenBy(spec);
  return {
    columns: [
      { heading: own.unit, kind: 'text' },
      { heading: own.year, kind: 'text' },
      { heading: own.yes, kind: 'percent' },
      { heading: own.low, kind: 'percent' },
      { heading: own.high, kind: 'percent' },
      { heading: own.answered, kind: 'number' },
    ],
    rows: spec.units.flatMap(({ name, shares }) =>
      shares.map(({ year, percent, ciLow, ciHigh, answered, hidden }) => [
        textCell(name),
        textCell(String(year)),
        numberCell(written.wholePercent(percent, hidden !== null), percent),
        numberCell(written.wholePercent(ciLow, hidden !== null), ciLow),
        numberCell(written.wholePercent(ciHigh, hidden !== null), ciHigh),
        numberCell(hidden === null ? written.count(answered) : written.wholePercent(null, true), answered),
      ]),
    ),
  };
}

function altText(spec: GateSpec): string {
  const own = words[spec.language];
  const written = writtenBy(spec);
  const sentences = spec.units.flatMap(({ name, shares }) => {
    const shown = shares.filter(({ percent }) => percent !== null);
    const first = shown[0];
    const last = shown.at(-1);
    if (first === undefined || last === undefined) return [];
    return first === last
      ? [own.altShare(name, last.year, shareText(last, spec))]
      : [
          own.altChange(
            name,
            `${written.wholePercent(first.percent)} (${first.year})`,
            `${written.wholePercent(last.percent)} (${last.year})`,
          ),
        ];
  });
  const hidden = spec.units.flatMap(({ shares }) => shares.filter((share) => share.hidden !== null)).length;
  return [
    `${spec.title}.`,
    ...(sentences.length === 0 && hidden === 0 ? [own.nothing] : sentences),
    ...(hidden === 0 ? [] : [own.altHidden(hidden)]),
  ].join(' ');
}
