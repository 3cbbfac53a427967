import type { FigureColumn, FigureTable, SpecValue } from '../figure.ts';
import { verdictWords } from '../frame-texts.ts';
import { changeText } from '../marks.ts';
import type { FigureModule } from '../module.ts';
import { words as shared } from '../words.ts';
import { numberCell, textCell, writtenBy } from '../written.ts';
import { draw, naturalHeight } from './draw.ts';
import { nativeChart } from './native.ts';
import type { ChangeRow, ChangeSpec } from './spec.ts';
import { words } from './words.ts';

/** What each item has done from year to year. */
export const change: FigureModule<ChangeSpec> = {
  draw,
  naturalHeight,
  table,
  altText,
  explanation,
  nativeChart,
};

function valueText({ value, hidden }: SpecValue, spec: ChangeSpec): string {
  const written = writtenBy(spec);
  return spec.measure === 'mean'
    ? written.mean(value, hidden !== null)
    : written.percent(value, hidden !== null);
}

function table(spec: ChangeSpec): FigureTable {
  const own = words[spec.language];
  const common = shared[spec.language];
  const kind: FigureColumn['kind'] = spec.measure === 'mean' ? 'number' : 'percent';
  const [newest, before] = spec.years;
  const oldestFirst = spec.years.map((year, at) => ({ year, at })).toReversed();
  const hasCategories = spec.rows.some(({ level }) => level === 'category');
  let category = '';
  return {
    columns: [
      ...(hasCategories ? [{ heading: common.category, kind: 'text' } as const] : []),
      { heading: common.item, kind: 'text' },
      ...oldestFirst.map(({ year }) => ({ heading: String(year), kind })),
      ...(before === undefined || newest === undefined
        ? []
        : ([
            { heading: own.change(before, newest), kind: 'difference' },
            { heading: own.verdict, kind: 'text' },
          ] as const)),
    ],
    rows: spec.rows.map((row) => {
      if (row.level === 'category') category = row.name;
      return [
        ...(hasCategories ? [textCell(category)] : []),
        textCell(row.level === 'category' ? '' : row.name),
        ...oldestFirst.map(({ at }) => {
          const value = row.values[at];
          return value === undefined ? textCell('-') : numberCell(valueText(value, spec), value.value);
        }),
        ...(before === undefined
          ? []
          : [
              numberCell(changeText(row.change, spec.measure, spec) || '-', row.change.difference),
              textCell(verdictWords(row.change, spec.language)),
            ]),
      ];
    }),
  };
}

function altText(spec: ChangeSpec): string {
  const own = words[spec.language];
  const items = spec.rows.filter(({ level }) => level === 'item');
  const count = (verdict: 'risen' | 'fallen'): number =>
    items.filter((row) => row.change.verdict === verdict && row.change.isFirm).length;
  const size = ({ change: { difference } }: ChangeRow): number => Math.abs(difference ?? 0);
  const most = items.filter((row) => row.change.difference !== null).toSorted((a, b) => size(b) - size(a))[0];
  const [newest, before] = most?.values ?? [];
  const hidden = items.filter(({ values }) => values[0]?.hidden !== null).length;
  return [
    `${spec.title}. ${spec.base}.`,
    ...(spec.years.length < 2
      ? []
      : [
          own.altSure(count('risen'), items.length, 'risen'),
          own.altSure(count('fallen'), items.length, 'fallen'),
        ]),
    ...(most === undefined || newest === undefined || before === undefined
      ? []
      : [
          own.altMost(
            most.name,
            valueText(before, spec),
            valueText(newest, spec),
            changeText(most.change, spec.measure, spec),
            verdictWords(most.change, spec.language),
          ),
        ]),
    ...(hidden === 0 ? [] : [own.altHidden(hidden)]),
  ].join(' ');
}

function explanation(spec: ChangeSpec): readonly string[] {
  const own = shared[spec.language];
  return [
    words[spec.language].explanation,
    own.explainMean,
    ...(spec.measure === 'percent' ? [own.explainPercent] : []),
    own.explainInterval(spec.level),
    own.explainVerdict,
    own.explainHidden,
  ];
}
