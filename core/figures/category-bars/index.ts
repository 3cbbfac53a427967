import type { FigureColumn, FigureTable } from '../figure.ts';
import { namesText, verdictWords } from '../frame-texts.ts';
import { changeText } from '../marks.ts';
import type { FigureModule } from '../module.ts';
import { words as shared } from '../words.ts';
import { numberCell, textCell, writtenBy } from '../written.ts';
import { draw, naturalHeight, valueOf } from './draw.ts';
import { nativeChart } from './native.ts';
import type { CategoryBarsSpec, ItemBars } from './spec.ts';
import { words } from './words.ts';

/** The items of a category as bars. */
export const categoryBars: FigureModule<CategoryBarsSpec> = {
  draw,
  naturalHeight,
  table,
  altText,
  explanation,
  nativeChart,
};

function table(spec: CategoryBarsSpec): FigureTable {
  const own = words[spec.language];
  const common = shared[spec.language];
  const written = writtenBy(spec);
  const kind: FigureColumn['kind'] = spec.measure === 'mean' ? 'number' : 'percent';
  const isChange = spec.items.some(({ change }) => change !== null);
  const [first, second] = spec.series;
  return {
    columns: [
      { heading: common.item, kind: 'text' },
      ...spec.series.flatMap(({ name }): FigureColumn[] => [
        { heading: name, kind },
        ...(spec.intervals ? [{ heading: common.intervalOf(name), kind: 'text' } as const] : []),
        { heading: `${common.answers} ${name}`, kind: 'number' },
        { heading: `${common.dontKnow} ${name}`, kind: 'percent' },
      ]),
      ...(isChange
        ? ([
            { heading: own.change(second?.name ?? '', first?.name ?? ''), kind: 'difference' },
            { heading: own.verdict, kind: 'text' },
          ] as const)
        : []),
      ...(spec.benchmarkName === null ? [] : [{ heading: own.benchmark(spec.benchmarkName), kind } as const]),
    ],
    rows: spec.items.map(({ name, bars, change, benchmark }) => [
      textCell(name),
      ...bars.flatMap((bar) => [
        numberCell(valueOf(bar, spec, written), bar.value),
        ...(spec.intervals ? [textCell(intervalText(bar, spec))] : []),
        numberCell(bar.hidden === null ? written.count(bar.n) : '..', bar.n),
        numberCell(written.percent(bar.dontKnow.value, bar.dontKnow.hidden !== null), bar.dontKnow.value),
      ]),
      ...(isChange && change !== null
        ? [
            numberCell(changeText(change, spec.measure, spec) || '-', change.difference),
            textCell(verdictWords(change, spec.language)),
          ]
        : []),
      ...(spec.benchmarkName === null
        ? []
        : [
            numberCell(
              spec.measure === 'mean' ? written.mean(benchmark) : written.percent(benchmark),
              benchmark,
            ),
          ]),
    ]),
  };
}

function intervalText(bar: ItemBars['bars'][number], spec: CategoryBarsSpec): string {
  if (bar.hidden !== null) return '..';
  if (bar.ciLow === null || bar.ciHigh === null) return '-';
  const written = writtenBy(spec);
  const text = (value: number): string =>
    spec.measure === 'mean' ? written.mean(value) : written.percent(value).replace(/\s?%/u, '');
  return `${text(bar.ciLow)}–${text(bar.ciHigh)}`;
}

function altText(spec: CategoryBarsSpec): string {
  const own = words[spec.language];
  const written = writtenBy(spec);
  const [first] = spec.series;
  const shown = spec.items
    .flatMap((item) => {
      const bar = item.bars[0];
      return bar === undefined || bar.value === null ? [] : [{ name: item.name, bar, value: bar.value }];
    })
    .sort((a, b) => b.value - a.value);
  const highest = shown[0];
  const lowest = shown.at(-1);
  const changed = spec.items.filter(
    ({ change }) => change?.verdict === 'risen' || change?.verdict === 'fallen',
  );
  const dontKnow = spec.items
    .flatMap(({ name, bars }) => {
      const value = bars[0]?.dontKnow.value ?? null;
      return value === null ? [] : [{ name, value }];
    })
    .sort((a, b) => b.value - a.value)[0];
  const hidden = spec.items.filter(({ bars }) => bars.some((bar) => bar.hidden !== null));
  const hasChange = spec.items.some(({ change }) => change !== null && change.verdict !== null);
  return [
    `${spec.title}. ${spec.base}.`,
    ...(highest === undefined
      ? []
      : [own.altHighest(highest.name, first?.name ?? '', valueOf(highest.bar, spec, written))]),
    ...(lowest === undefined || lowest === highest
      ? []
      : [own.altLowest(lowest.name, first?.name ?? '', valueOf(lowest.bar, spec, written))]),
    ...changed.flatMap(({ name, change }) =>
      change === null
        ? []
        : [own.altChanged(name, changeText(change, spec.measure, spec), verdictWords(change, spec.language))],
    ),
    ...(hasChange && changed.length === 0 ? [own.altNoChange] : []),
    ...(dontKnow === undefined ? [] : [own.altDontKnow(dontKnow.name, written.percent(dontKnow.value))]),
    ...(hidden.length === 0
      ? []
      : [
          own.altHidden(
            namesText(
              hidden.map(({ name }) => name),
              spec.language,
            ),
          ),
        ]),
  ].join(' ');
}

function explanation(spec: CategoryBarsSpec): readonly string[] {
  const own = shared[spec.language];
  return [
    own.explainMean,
    ...(spec.measure === 'percent' ? [own.explainPercent] : []),
    ...(spec.intervals ? [own.explainInterval(spec.level)] : []),
    ...(spec.items.some(({ change }) => change !== null) ? [own.explainVerdict] : []),
    own.explainDontKnow,
    own.explainHidden,
  ];
}
