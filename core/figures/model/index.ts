import type { FigureCell, FigureTable, SpecValue } from '../figure.ts';
import { verdictWords } from '../frame-texts.ts';
import { changeText } from '../marks.ts';
import type { FigureModule } from '../module.ts';
import { words as shared } from '../words.ts';
import { numberCell, textCell, writtenBy } from '../written.ts';
import { draw, itemText, naturalHeight } from './draw.ts';
import type { ModelPart, ModelSpec } from './spec.ts';
import { words } from './words.ts';

/** The model from dimension to item. */
export const model: FigureModule<ModelSpec> = { draw, naturalHeight, table, altText, explanation };

function percentText({ value, hidden }: SpecValue, spec: ModelSpec): string {
  return writtenBy(spec).percent(value, hidden !== null);
}

function table(spec: ModelSpec): FigureTable {
  const own = words[spec.language];
  const common = shared[spec.language];
  const [newest, before] = spec.years;
  const oldestFirst = spec.years.map((_, at) => at).toReversed();
  const rest = (
    values: readonly SpecValue[],
    change: ModelPart<string>['change'],
    write: (one: SpecValue) => string,
    measure: ModelSpec['measure'],
  ): FigureCell[] => [
    ...oldestFirst.map((at) => {
      const one = values[at];
      return one === undefined ? textCell('-') : numberCell(write(one), one.value);
    }),
    ...(before === undefined
      ? []
      : [
          change === null
            ? textCell('-')
            : numberCell(changeText(change, measure, spec) || '-', change.difference),
          textCell(change === null ? '' : verdictWords(change, spec.language)),
        ]),
  ];
  const inPercent = (one: SpecValue): string => percentText(one, spec);
  const asItem = (one: SpecValue): string => itemText(one, spec);
  return {
    columns: [
      { heading: own.dimension, kind: 'text' },
      { heading: common.category, kind: 'text' },
      { heading: common.item, kind: 'text' },
      ...oldestFirst.map((at) => ({ heading: String(spec.years[at] ?? ''), kind: 'number' }) as const),
      ...(before === undefined || newest === undefined
        ? []
        : ([
            { heading: own.change(before, newest), kind: 'difference' },
            { heading: own.verdict, kind: 'text' },
          ] as const)),
    ],
    rows: [
      [
        textCell(own.maturity),
        textCell(''),
        textCell(''),
        ...rest(spec.maturity, null, inPercent, 'percent'),
      ],
      ...spec.dimensions.flatMap((dimension) => [
        [
          textCell(dimension.name),
          textCell(''),
          textCell(''),
          ...rest(dimension.values, dimension.change, inPercent, 'percent'),
        ],
        ...dimension.categories.flatMap((category) => [
          [
            textCell(dimension.name),
            textCell(category.name),
            textCell(''),
            ...rest(category.values, category.change, inPercent, 'percent'),
          ],
          ...category.items.map((item) => [
            textCell(dimension.name),
            textCell(category.name),
            textCell(item.name),
            ...rest(item.values, item.change, asItem, spec.measure),
          ]),
        ]),
      ]),
    ],
  };
}

interface Ranked {
  readonly name: string;
  readonly one: SpecValue & { readonly value: number };
}

function ranked(parts: readonly ModelPart<string>[]): Ranked[] {
  return parts
    .flatMap(({ name, values: [one] }): Ranked[] =>
      one === undefined || one.value === null ? [] : [{ name, one: { ...one, value: one.value } }],
    )
    .sort((a, b) => b.one.value - a.one.value);
}

function altText(spec: ModelSpec): string {
  const own = words[spec.language];
  const categories = spec.dimensions.flatMap((dimension) => dimension.categories);
  const items = categories.flatMap((category) => category.items);
  const [maturity] = spec.maturity;
  const [highest, ...others] = ranked(categories);
  const lowest = others.at(-1);
  const [highItem, ...otherItems] = ranked(items);
  const lowItem = otherItems.at(-1);
  const hidden = items.filter(({ values }) => values[0]?.hidden !== null).length;
  return [
    `${spec.title}. ${spec.base}.`,
    ...(maturity === undefined ? [] : [own.altMaturity(percentText(maturity, spec))]),
    ...spec.dimensions.map(({ name, values: [one] }) =>
      own.altDimension(name, one === undefined ? '-' : percentText(one, spec)),
    ),
    ...(highest === undefined ? [] : [own.altHighest(highest.name, percentText(highest.one, spec))]),
    ...(lowest === undefined ? [] : [own.altLowest(lowest.name, percentText(lowest.one, spec))]),
    ...(highItem === undefined || lowItem === undefined
      ? []
      : [
          own.altItems(
            highItem.name,
            itemText(highItem.one, spec),
            lowItem.name,
            itemText(lowItem.one, spec),
          ),
        ]),
    ...(hidden === 0 ? [] : [own.altHidden(hidden)]),
  ].join(' ');
}

function explanation(spec: ModelSpec): readonly string[] {
  const own = shared[spec.language];
  return [
    own.explainMean,
    own.explainPercent,
    own.explainComposite,
    words[spec.language].explanation,
    ...(spec.years.length > 1 ? [own.explainVerdict] : []),
    own.explainHidden,
  ];
}
