import { categoryOf } from '../category-bars/build.ts';
import type { FigureChoice } from '../figure.ts';
import { frameOf, whoText } from '../build-frame.ts';
import { yearsText } from '../frame-texts.ts';
import type { Looked } from '../item-values.ts';
import { lookAt } from '../item-values.ts';
import type { FigureSource } from '../source.ts';
import { seriesOf } from '../source.ts';
import { words as shared } from '../words.ts';
import type { DistributionGroup, DistributionRow, DistributionSpec } from './spec.ts';
import { words } from './words.ts';

/**
 * How the answers fall, of the chosen item or of all items of the category.
 * @throws Refusal `year-missing`
 */
export function buildDistribution(source: FigureSource, choice: FigureChoice): DistributionSpec {
  const { measurements } = source;
  const { language, years, who } = choice;
  const newest = years[0] ?? 0;
  const instrument = measurements.instrumentOf(newest);
  const category = categoryOf(instrument, choice);
  const item = category.items.find(({ code }) => code === choice.item);
  const { by, series, left } = seriesOf(measurements, years, choice.units);
  const shownYears = [...new Set(series.map(({ year }) => year))];
  const subjects = series.map((own) => ({
    series: own,
    looked: lookAt(measurements, own.year, own.unit, who),
  }));
  const groups = (item === undefined ? category.items : [item]).map((own): DistributionGroup => ({
    code: own.code,
    name: own.name[language],
    rows: subjects.map(({ series: of, looked }) => rowOf(of, looked, own.code)),
  }));
  const { min, max, points, minLabels, maxLabels } = instrument.scale;
  // The labels of the scale are in the language that was asked in.
  const ends = language === 'sv' ? ([minLabels[0], maxLabels[0]] as const) : ([] as const);
  const values = Array.from({ length: points }, (_, at) => min + at);
  const hidden = groups.flatMap(({ rows }) => rows.filter((row) => row.hidden !== null)).length;
  return {
    ...frameOf(
      source,
      { ...choice, years: shownYears },
      {
        kind: 'distribution',
        of: item?.code ?? category.code,
        title: words[language].title(
          (item ?? category).name[language],
          by === 'year' ? yearsText(series.map(({ year }) => year)) : String(newest),
        ),
        base: [
          words[language].base(min, max, ends[0] ?? null, ends[1] ?? null),
          by === 'year' ? measurements.nameOf(series[0]?.unit ?? null) : '',
          whoText(who, source, instrument, language),
          points % 2 === 0 ? words[language].middle(min + points / 2 - 1, min + points / 2) : '',
        ],
        notes: [
          hidden === 0 ? '' : shared[language].itemsNotShown(hidden),
          left === 0 ? '' : shared[language].leftOut(left, by),
        ],
      },
    ),
    values,
    by,
    groups,
  };
}

function rowOf(
  series: DistributionRow['series'],
  { subject, absent }: Looked,
  code: string,
): DistributionRow {
  const item = subject?.gated.items.find((candidate) => candidate.code === code);
  const counts = item?.counts ?? null;
  const n = counts?.reduce((sum, count) => sum + count, 0) ?? 0;
  return {
    series,
    shares: counts === null || n === 0 ? null : counts.map((count) => (count / n) * 100),
    n: item?.n ?? null,
    hidden: subject === null ? absent : (item?.hidden.counts ?? null),
    dontKnow: {
      value: item?.dontKnowPercent ?? null,
      hidden: subject === null ? absent : (item?.hidden.dontKnowPercent ?? null),
    },
  };
}
