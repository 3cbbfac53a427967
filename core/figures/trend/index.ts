import type { FigureTable } from '../figure.ts';
import type { FigureModule } from '../module.ts';
import { numberCell, textCell, writtenBy } from '../written.ts';
import { draw, naturalHeight } from './draw.ts';
import { nativeChart } from './native.ts';
import type { TrendSpec } from './spec.ts';
import { words } from './words.ts';

/** Maturity and its dimensions over the years. */
export const trend: FigureModule<TrendSpec> = {
  draw,
  naturalHeight,
  table,
  altText,
  explanation: ({ language }) => words[language].explanation,
  nativeChart,
};

function table(spec: TrendSpec): FigureTable {
  const own = words[spec.language];
  const written = writtenBy(spec);
  return {
    columns: [
      { heading: own.unit, kind: 'text' },
      { heading: own.what, kind: 'text' },
      { heading: own.year, kind: 'text' },
      { heading: own.value, kind: 'percent' },
      { heading: own.low, kind: 'percent' },
      { heading: own.high, kind: 'percent' },
      { heading: own.respondents, kind: 'number' },
      { heading: own.origin, kind: 'text' },
    ],
    rows: [
      ...spec.panels.flatMap(({ name, lines }) =>
        lines.flatMap((line) =>
          line.points.map(({ year, percent, ciLow, ciHigh, respondents, source, hidden }) => [
            textCell(name),
            textCell(line.name),
            textCell(String(year)),
            numberCell(written.percent(percent, hidden !== null), percent),
            numberCell(written.percent(ciLow, hidden !== null), ciLow),
            numberCell(written.percent(ciHigh, hidden !== null), ciHigh),
            numberCell(written.count(respondents), respondents),
            textCell(own.origins[source]),
          ]),
        ),
      ),
      ...spec.marks.map(({ kind, year, percent, source }) => [
        textCell(source),
        textCell(own.origins[kind]),
        textCell(String(year)),
        numberCell(written.percent(percent), percent),
        textCell('-'),
        textCell('-'),
        textCell('-'),
        textCell(own.origins[kind]),
      ]),
    ],
  };
}

function altText(spec: TrendSpec): string {
  const own = words[spec.language];
  const written = writtenBy(spec);
  const lines = spec.panels.flatMap(({ name, lines: all }) =>
    all.flatMap((line) => {
      const shown = line.points.filter(({ percent }) => percent !== null);
      const values = shown.map(
        ({ year, percent, source }) =>
          `${year} ${written.percent(percent)}${source === 'published' ? ` (${own.published})` : ''}`,
      );
      return values.length === 0 ? [] : [own.altLine(name, line.name, values.join(', '))];
    }),
  );
  const hidden = spec.panels.flatMap(({ lines: all }) =>
    all.flatMap(({ points }) => points.filter((point) => point.hidden !== null)),
  ).length;
  return [
    `${spec.title}.`,
    ...(lines.length === 0 && hidden === 0 ? [own.none] : lines),
    ...spec.marks.map(({ kind, source, year, percent }) =>
      own.altMark(kind === 'target' ? own.aim : source, year, written.percent(percent)),
    ),
    ...(hidden === 0 ? [] : [own.altHidden(hidden)]),
  ].join(' ');
}
