import type { Category, Instrument } from '../../instrument/instrument.ts';
import type { FigureChoice, Sorting } from '../figure.ts';
import { frameOf, whoText } from '../build-frame.ts';
import { yearsText } from '../frame-texts.ts';
import { axisEnds, changeFactor, compositeValue, itemValue, largestFirst, lookAt } from '../item-values.ts';
import type { FigureSource } from '../source.ts';
import { changesBetween, seriesOf, specChange } from '../source.ts';
import { words as shared } from '../words.ts';
import { writtenBy } from '../written.ts';
import type { CategoryBarsSpec, ItemBars } from './spec.ts';
import { words } from './words.ts';

/**
 * The items of the chosen category, or of the first.
 * @throws Refusal `year-missing`
 */
export function buildCategoryBars(source: FigureSource, choice: FigureChoice): CategoryBarsSpec {
  const { measurements } = source;
  const { language, measure, years, who } = choice;
  const newest = years[0] ?? 0;
  const instrument = measurements.instrumentOf(newest);
  const category = categoryOf(instrument, choice);
  const { by, series, left } = seriesOf(measurements, years, choice.units);
  const shownYears = [...new Set(series.map(({ year }) => year))];
  const subjects = series.map(({ unit, year }) => lookAt(measurements, year, unit, who));
  const [first, second] = series;
  const changes =
    by === 'year' && first !== undefined && second !== undefined
      ? changesBetween(measurements, second.year, first.year, first.unit, who)
      : null;
  const pool = choice.benchmarks ? (source.pool?.(newest) ?? null) : null;
  const items = category.items.map((item): ItemBars => {
    const mean = pool?.items.get(item.code) ?? null;
    const { min, max } = instrument.scale;
    return {
      code: item.code,
      name: item.name[language],
      bars: subjects.map((looked) => {
        const { subject, absent } = looked;
        const own = subject?.gated.items.find(({ code }) => code === item.code);
        return {
          ...itemValue(looked, item, measure, instrument),
          n: own?.n ?? null,
          dontKnow: {
            value: own?.dontKnowPercent ?? null,
            hidden: subject === null ? absent : (own?.hidden.dontKnowPercent ?? null),
          },
        };
      }),
      change:
        second === undefined || by === 'unit'
          ? null
          : specChange(
              changes?.items.find(({ code }) => code === item.code),
              changeFactor('item', measure, instrument),
            ),
      benchmark: mean === null ? null : measure === 'mean' ? mean : ((mean - min) / (max - min)) * 100,
    };
  });
  const frame = frameOf(
    source,
    { ...choice, years: shownYears },
    {
      kind: 'category-bars',
      of: category.code,
      title: words[language].title(
        category.name[language],
        measure === 'mean',
        by === 'year' ? yearsText(series.map(({ year }) => year)) : String(newest),
      ),
      base: [
        measure === 'mean'
          ? shared[language].meanOfScale(instrument.scale.min, instrument.scale.max)
          : shared[language].percentOfScale,
        by === 'year' ? measurements.nameOf(first?.unit ?? null) : '',
        whoText(who, source, instrument, language),
        choice.intervals ? shared[language].interval(measurements.settings.level) : '',
        by === 'year' && first !== undefined && second !== undefined
          ? words[language].markOf(second.name, first.name)
          : '',
      ],
      notes: [],
    },
  );
  const written = writtenBy(frame);
  const totals = subjects.map((looked, at) => {
    const { value, hidden } = compositeValue(looked, 'categories', category.code, 'percent', instrument);
    return `${series[at]?.name ?? ''} ${written.percent(value, hidden !== null)}`;
  });
  return {
    ...frame,
    caption: {
      ...frame.caption,
      notes: [
        words[language].whole(category.name[language], totals.join(', ')),
        ...hiddenNotes(items, language),
        ...(left === 0 ? [] : [shared[language].leftOut(left, by)]),
      ],
    },
    category: category.code,
    measure,
    ...axisEnds(measure, instrument),
    by,
    series,
    items: sorted(items, choice.sort),
    benchmarkName: pool?.name ?? null,
    intervals: choice.intervals,
  };
}

/** The chosen category, or the first of the instrument. */
export function categoryOf(instrument: Instrument, { category, item }: FigureChoice): Category {
  const chosen =
    instrument.categories.find(({ code }) => code === category) ??
    instrument.categories.find(({ items }) => items.some(({ code }) => code === item)) ??
    instrument.categories[0];
  if (chosen === undefined) throw new RangeError('An instrument has no category.');
  return chosen;
}

function sorted(items: readonly ItemBars[], sort: Sorting): readonly ItemBars[] {
  switch (sort) {
    case 'instrument':
      return items;
    case 'value':
      return items.toSorted((a, b) => largestFirst(a.bars[0]?.value ?? null, b.bars[0]?.value ?? null));
    case 'change':
      // The deepest fall stands first.
      return items.toSorted((a, b) => largestFirst(fall(a), fall(b)));
    case 'dont-know':
      return items.toSorted((a, b) =>
        largestFirst(a.bars[0]?.dontKnow.value ?? null, b.bars[0]?.dontKnow.value ?? null),
      );
  }
}

function fall({ change }: ItemBars): number | null {
  const difference = change?.difference ?? null;
  return difference === null ? null : -difference;
}

function hiddenNotes(items: readonly ItemBars[], language: FigureChoice['language']): string[] {
  const count = items.flatMap(({ bars }) => bars.filter(({ hidden }) => hidden !== null)).length;
  return count === 0 ? [] : [shared[language].itemsNotShown(count)];
}
