import type { FigureChoice } from '../figure.ts';
import { frameOf, whoText } from '../build-frame.ts';
import { yearsText } from '../frame-texts.ts';
import { axisEnds, changeFactor, compositeValue, itemValue, lookAt } from '../item-values.ts';
import type { FigureSource } from '../source.ts';
import { changesBetween, specChange, specValue } from '../source.ts';
import { words as shared } from '../words.ts';
import type { ModelDimension, ModelSpec } from './spec.ts';
import { words } from './words.ts';

/**
 * The model of a unit, with the change since the year before.
 * @throws Refusal `year-missing`
 */
export function buildModel(source: FigureSource, choice: FigureChoice): ModelSpec {
  const { measurements } = source;
  const { language, measure, years, who } = choice;
  const newest = years[0] ?? 0;
  const before = years[1] ?? null;
  const unit = choice.units[0] ?? null;
  const instrument = measurements.instrumentOf(newest);
  const subjects = years.map((year) => lookAt(measurements, year, unit, who));
  const changes = before === null ? null : changesBetween(measurements, before, newest, unit, who);
  const changeOf = (of: 'items' | 'categories' | 'dimensions', code: string) => {
    if (before === null) return null;
    const all: readonly (Parameters<typeof specChange>[0] & { readonly code: string })[] =
      changes?.[of] ?? [];
    const kind = of === 'items' ? 'item' : 'composite';
    return specChange(
      all.find((candidate) => candidate.code === code),
      // Dimensions and categories are always in percent.
      kind === 'item' ? changeFactor('item', measure, instrument) : 1,
    );
  };
  const dimensions = instrument.dimensions.map((dimension): ModelDimension => ({
    code: dimension.code,
    name: dimension.name[language],
    values: subjects.map((looked) =>
      compositeValue(looked, 'dimensions', dimension.code, 'percent', instrument),
    ),
    change: changeOf('dimensions', dimension.code),
    categories: dimension.categories.map((category) => ({
      code: category.code,
      name: category.name[language],
      values: subjects.map((looked) =>
        compositeValue(looked, 'categories', category.code, 'percent', instrument),
      ),
      change: changeOf('categories', category.code),
      items: category.items.map((item) => ({
        code: item.code,
        name: item.name[language],
        values: subjects.map((looked) => itemValue(looked, item, measure, instrument)),
        change: changeOf('items', item.code),
      })),
    })),
  }));
  const hidden = dimensions
    .flatMap(({ categories }) => categories.flatMap(({ items }) => items))
    .filter(({ values }) => values[0]?.hidden !== null).length;
  return {
    ...frameOf(
      source,
      { ...choice, units: [unit] },
      {
        kind: 'model',
        of: '',
        title: words[language].title(yearsText(years)),
        base: [
          measure === 'mean'
            ? shared[language].meanOfScale(instrument.scale.min, instrument.scale.max)
            : shared[language].percentOfScale,
          measure === 'mean' ? words[language].compositesInPercent : '',
          measurements.nameOf(unit),
          whoText(who, source, instrument, language),
        ],
        notes: hidden === 0 ? [] : [shared[language].itemsNotShown(hidden)],
      },
    ),
    measure,
    ...axisEnds(measure, instrument),
    years,
    maturity: subjects.map(({ subject, absent }) =>
      subject === null
        ? { value: null, ciLow: null, ciHigh: null, hidden: absent }
        : specValue(
            subject.gated.maturityPercent,
            subject.estimates?.maturity,
            subject.gated.hidden.maturityPercent,
          ),
    ),
    dimensions,
  };
}
