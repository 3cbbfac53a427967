import type { FigureTable, SpecValue } from '../figure.ts';
import { namesText } from '../frame-texts.ts';
import type { FigureModule } from '../module.ts';
import { words as shared } from '../words.ts';
import type { Written } from '../written.ts';
import { numberCell, textCell, writtenBy } from '../written.ts';
import { draw, naturalHeight } from './draw.ts';
import { nativeChart } from './native.ts';
import { newestPlace } from './plot.ts';
import type { QuadrantSpec, QuadrantUnit } from './spec.ts';
import { words } from './words.ts';

/** Units and the whole on two dimensions. */
export const quadrant: FigureModule<QuadrantSpec> = {
  draw,
  naturalHeight,
  table,
  altText,
  explanation,
  nativeChart,
};

function table(spec: QuadrantSpec): FigureTable {
  const own = words[spec.language];
  const common = shared[spec.language];
  const written = writtenBy(spec);
  const rows = spec.units.flatMap((unit) =>
    spec.years.flatMap((year) => {
      const place = unit.places.find((candidate) => candidate.year === year);
      const gone = spec.unplaced.find((other) => other.unit === unit.unit && other.year === year);
      if (place === undefined && gone === undefined) return [];
      const isHidden = place === undefined && gone !== undefined && gone.reason !== null;
      const cells = ([place?.x, place?.y] as const).flatMap((one) => [
        numberCell(written.percent(one?.value ?? null, isHidden), one?.value ?? null),
        textCell(isHidden ? '..' : intervalText(one, written)),
      ]);
      return [
        [
          textCell(unit.name),
          numberCell(String(year), year),
          ...cells,
          textCell(isHidden ? '..' : (place?.corner ?? '-')),
          ...(hasHidden(spec)
            ? [textCell(gone === undefined || gone.reason === null ? '' : common.reason(gone.reason))]
            : []),
        ],
      ];
    }),
  );
  return {
    columns: [
      { heading: common.unit, kind: 'text' },
      { heading: common.year, kind: 'number' },
      { heading: spec.x.name, kind: 'percent' },
      { heading: common.intervalOf(spec.x.name), kind: 'text' },
      { heading: spec.y.name, kind: 'percent' },
      { heading: common.intervalOf(spec.y.name), kind: 'text' },
      { heading: own.quadrant, kind: 'text' },
      ...(hasHidden(spec) ? [{ heading: own.reason, kind: 'text' } as const] : []),
    ],
    rows,
  };
}

function hasHidden({ unplaced }: QuadrantSpec): boolean {
  return unplaced.some(({ reason }) => reason !== null);
}

function intervalText(one: SpecValue | undefined, written: Written): string {
  if (one === undefined || one.ciLow === null || one.ciHigh === null) return '-';
  return [one.ciLow, one.ciHigh].map((value) => written.percent(value).replace(/\s?%/u, '')).join('–');
}

function altText(spec: QuadrantSpec): string {
  const own = words[spec.language];
  const written = writtenBy(spec);
  const placed = spec.units.flatMap((unit) => {
    const newest = newestPlace(unit, spec);
    return newest === null ? [] : [{ unit, newest }];
  });
  const whole = placed.find(({ unit }) => unit.unit === null);
  const others = placed.filter(({ unit }) => unit.unit !== null);
  const corners = spec.corners.flatMap(({ code, name }) => {
    const names = others
      .filter(({ newest }) => newest.corner === own.corner(code))
      .map(({ unit }) => unit.name);
    return names.length === 0
      ? []
      : [own.altCorner(`${own.corner(code)} (${name})`, namesText(names, spec.language))];
  });
  const extremes = ([spec.x, spec.y] as const).flatMap(({ name }, axis) => {
    const value = ({ newest }: (typeof others)[number]): number =>
      axis === 0 ? newest.x.value : newest.y.value;
    const sorted = others.toSorted((a, b) => value(b) - value(a));
    const [highest] = sorted;
    const lowest = sorted.at(-1);
    if (highest === undefined || lowest === undefined || highest === lowest) return [];
    return [
      own.altHighest(name, highest.unit.name, written.percent(value(highest))),
      own.altLowest(name, lowest.unit.name, written.percent(value(lowest))),
    ];
  });
  const [newestYear] = spec.years;
  const hidden = spec.unplaced.filter(({ year, reason }) => year === newestYear && reason !== null);
  return [
    `${spec.title}. ${spec.base}.`,
    ...(whole === undefined
      ? []
      : [
          own.altPlace(
            whole.unit.name,
            whole.newest.year,
            `${spec.x.name} ${written.percent(whole.newest.x.value)}`,
            `${spec.y.name} ${written.percent(whole.newest.y.value)}`,
          ),
          ...movedText(whole.unit, spec),
        ]),
    ...corners,
    ...extremes,
    ...(hidden.length === 0 || newestYear === undefined
      ? []
      : [
          own.altHidden(
            namesText(
              hidden.map(({ name }) => name),
              spec.language,
            ),
            newestYear,
          ),
        ]),
  ].join(' ');
}

/** What the whole has done since the year before. */
function movedText({ name, places }: QuadrantUnit, spec: QuadrantSpec): string[] {
  const [newest, before] = places;
  if (newest === undefined || before === undefined) return [];
  const written = writtenBy(spec);
  const moved = (axis: 'x' | 'y'): string =>
    `${spec[axis].name} ${written.difference(newest[axis].value - before[axis].value, 'percent')}`;
  return [words[spec.language].altMoved(name, before.year, newest.year, moved('x'), moved('y'))];
}

function explanation(spec: QuadrantSpec): readonly string[] {
  const own = shared[spec.language];
  return [
    ...words[spec.language].explanation,
    own.explainPercent,
    own.explainComposite,
    ...(spec.intervals ? [own.explainInterval(spec.level)] : []),
    own.explainHidden,
  ];
}
