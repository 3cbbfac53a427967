import type { FigureTable } from '../figure.ts';
import type { FigureModule } from '../module.ts';
import { words as shared } from '../words.ts';
import { numberCell, textCell, writtenBy } from '../written.ts';
import { draw, naturalHeight, sidesOf } from './draw.ts';
import { nativeChart } from './native.ts';
import type { DistributionSpec } from './spec.ts';
import { words } from './words.ts';

/** Answers as stacked bars around the middle of the scale. */
export const distribution: FigureModule<DistributionSpec> = {
  draw,
  naturalHeight,
  table,
  altText,
  explanation: ({ language }) => [...words[language].explanation, shared[language].explainHidden],
  nativeChart,
};

function table(spec: DistributionSpec): FigureTable {
  const own = words[spec.language];
  const common = shared[spec.language];
  const written = writtenBy(spec);
  return {
    columns: [
      { heading: common.item, kind: 'text' },
      { heading: spec.by === 'year' ? common.year : common.unit, kind: 'text' },
      ...spec.values.map((value) => ({ heading: own.share(value), kind: 'percent' }) as const),
      { heading: common.answers, kind: 'number' },
      { heading: common.dontKnow, kind: 'percent' },
    ],
    rows: spec.groups.flatMap(({ name, rows }) =>
      rows.map(({ series, shares, n, hidden, dontKnow }) => [
        textCell(name),
        textCell(series.name),
        ...spec.values.map((_, at) => {
          const share = shares?.[at] ?? null;
          return numberCell(written.percent(share, hidden !== null), share);
        }),
        numberCell(hidden === null ? written.count(n) : '..', n),
        numberCell(written.percent(dontKnow.value, dontKnow.hidden !== null), dontKnow.value),
      ]),
    ),
  };
}

function altText(spec: DistributionSpec): string {
  const own = words[spec.language];
  const written = writtenBy(spec);
  const rows = spec.groups.flatMap(({ name, rows: all }) => all.map((row) => ({ name, row })));
  const hidden = rows.filter(({ row }) => row.hidden !== null).length;
  const isOne = spec.groups.length === 1;
  const told = isOne
    ? rows.flatMap(({ row: { series, shares, dontKnow } }) => {
        if (shares === null) return [];
        const { lower, upper } = sidesOf(shares);
        return [
          own.altRow(
            series.name,
            written.percent(lower),
            written.percent(upper),
            written.percent(dontKnow.value, dontKnow.hidden !== null),
          ),
        ];
      })
    : extremes(spec);
  return [`${spec.title}. ${spec.base}.`, ...told, ...(hidden === 0 ? [] : [own.altHidden(hidden)])].join(
    ' ',
  );
}

/** Of several items, those with most and fewest answers on the upper half in the first series. */
function extremes(spec: DistributionSpec): string[] {
  const own = words[spec.language];
  const written = writtenBy(spec);
  const sides = spec.groups
    .flatMap(({ name, rows }) => {
      const shares = rows[0]?.shares ?? null;
      return shares === null ? [] : [{ name, upper: sidesOf(shares).upper }];
    })
    .sort((a, b) => b.upper - a.upper);
  const highest = sides[0];
  const lowest = sides.at(-1);
  return [
    ...(highest === undefined ? [] : [own.altHighest(highest.name, written.percent(highest.upper))]),
    ...(lowest === undefined || lowest === highest
      ? []
      : [own.altLowest(lowest.name, written.percent(lowest.upper))]),
  ];
}
