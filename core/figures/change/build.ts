import type { Instrument } from '../../instrument/instrument.ts';
import type { FigureChoice } from '../figure.ts';
import { frameOf, whoText } from '../build-frame.ts';
import { yearsText } from '../frame-texts.ts';
import { axisEnds, changeFactor, compositeValue, itemValue, largestFirst, lookAt } from '../item-values.ts';
import type { FigureSource } from '../source.ts';
import { changesBetween, specChange } from '../source.ts';
import { words as shared } from '../words.ts';
import type { ChangeRow, ChangeSpec } from './spec.ts';
import { words } from './words.ts';

/**
 * What each item of a unit, or of its chosen category, has done since the year before.
 * @throws Refusal `year-missing`
 */
export function buildChange(source: FigureSource, choice: FigureChoice): ChangeSpec {
  const { measurements } = source;
  const { language, measure, years, who } = choice;
  const newest = years[0] ?? 0;
  const before = years[1] ?? null;
  const unit = choice.units[0] ?? null;
  const instrument = measurements.instrumentOf(newest);
  const chosen = instrument.categories.find(({ code }) => code === choice.category) ?? null;
  const subjects = years.map((year) => lookAt(measurements, year, unit, who));
  const changes = before === null ? null : changesBetween(measurements, before, newest, unit, who);
  const rows = (chosen === null ? instrument.categories : [chosen]).flatMap((category): ChangeRow[] => [
    {
      code: category.code,
      name: category.name[language],
      level: 'category',
      values: subjects.map((looked) =>
        compositeValue(looked, 'categories', category.code, measure, instrument),
      ),
      change: specChange(
        changes?.categories.find(({ code }) => code === category.code),
        changeFactor('composite', measure, instrument),
      ),
    },
    ...category.items.map((item): ChangeRow => ({
      code: item.code,
      name: item.name[language],
      level: 'item',
      values: subjects.map((looked) => itemValue(looked, item, measure, instrument)),
      change: specChange(
        changes?.items.find(({ code }) => code === item.code),
        changeFactor('item', measure, instrument),
      ),
    })),
  ]);
  const hidden = rows.filter(({ level, values }) => level === 'item' && values[0]?.hidden !== null).length;
  return {
    ...frameOf(
      source,
      { ...choice, units: [unit] },
      {
        kind: 'change',
        of: chosen?.code ?? '',
        title: words[language].title(chosen?.name[language] ?? null, yearsText(years)),
        base: [
          measureText(choice, instrument),
          measurements.nameOf(unit),
          whoText(who, source, instrument, language),
          before === null ? '' : words[language].marks(before, newest),
          shared[language].interval(measurements.settings.level),
        ],
        notes: hidden === 0 ? [] : [shared[language].itemsNotShown(hidden)],
      },
    ),
    measure,
    ...axisEnds(measure, instrument),
    years,
    rows: sorted(rows, choice.sort),
  };
}

function measureText({ language, measure }: FigureChoice, { scale }: Instrument): string {
  const own = shared[language];
  return measure === 'mean' ? own.meanOfScale(scale.min, scale.max) : own.percentOfScale;
}

/** In another order than the instrument's, categories say nothing of the items under them and are left out. */
function sorted(rows: readonly ChangeRow[], sort: FigureChoice['sort']): readonly ChangeRow[] {
  if (sort === 'instrument' || sort === 'dont-know') return rows;
  const key = (row: ChangeRow): number | null => {
    if (sort === 'value') return row.values[0]?.value ?? null;
    const { difference } = row.change;
    return difference === null ? null : -difference;
  };
  return rows.filter(({ level }) => level === 'item').toSorted((a, b) => largestFirst(key(a), key(b)));
}
