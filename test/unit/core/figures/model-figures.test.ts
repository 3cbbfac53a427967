import { beforeEach, describe, expect, it } from 'vitest';
import type { Measurements } from '../../../../core/analysis/measurements.ts';
import type { FigureSource } from '../../../../core/figures/source.ts';
import type { GatedUnitResult } from '../../../../core/privacy/gated.ts';
import { estimateGated } from '../../../../core/privacy/gated-estimates.ts';
import { buildCategoryBars } from '../../../../core/figures/category-bars/build.ts';
import { categoryBars } from '../../../../core/figures/category-bars/index.ts';
import { buildChange } from '../../../../core/figures/change/build.ts';
import { change } from '../../../../core/figures/change/index.ts';
import { buildDistribution } from '../../../../core/figures/distribution/build.ts';
import { sidesOf } from '../../../../core/figures/distribution/draw.ts';
import { distribution } from '../../../../core/figures/distribution/index.ts';
import { buildModel } from '../../../../core/figures/model/build.ts';
import { model } from '../../../../core/figures/model/index.ts';
import type { ItemCode } from '../../../../core/instrument/instrument.ts';
import { choose, sampleSource, smallUnit } from './samples.ts';

let source: FigureSource;
let measurements: Measurements;
let whole: GatedUnitResult;

beforeEach(() => {
  source = sampleSource();
  ({ measurements } = source);
  whole = measurements.wholeIn(2022);
});

const portfolio = 'portfoljstyrning' as ItemCode;

describe('category bars', () => {
  it('G-15: have the values, intervals and counts of the gated analysis', () => {
    const group = measurements.gatedGroupIn(2022, null);
    if (group === null) throw new Error('The sample has no answers.');
    const estimates = estimateGated(group, measurements.settings);
    const spec = buildCategoryBars(source, choose(source, { units: [null] }));
    expect(spec.items.map(({ name }) => name)).toContain('Portföljstyrning');
    for (const item of spec.items) {
      const own = whole.items.find(({ code }) => code === item.code);
      const estimate = estimates.items.find(({ code }) => code === item.code);
      expect(item.bars[0]).toMatchObject({
        value: own?.mean,
        n: own?.n,
        ciLow: estimate?.ciLow,
        hidden: null,
      });
      expect(item.change?.difference).toBeCloseTo(
        (item.bars[0]?.value ?? NaN) - (item.bars[1]?.value ?? NaN),
        12,
      );
    }
  });

  it('G-15: are years of one unit, or units of the newest year, five at the most, and say what is left out', () => {
    const years = buildCategoryBars(source, choose(source, { units: [null] }));
    expect(years.series.map(({ name }) => name)).toEqual(['2022', '2021']);
    const six = choose(source, { units: [null, ...choose(source).units, null, null] });
    const units = buildCategoryBars(source, six);
    expect(units.series).toHaveLength(5);
    expect(units.items.every((item) => item.change === null)).toBe(true);
    expect(units.caption.notes.join()).toContain('2 av de valda enheterna får inte plats');
  });

  it('G-15: follow the measure in values, ends and changes alike', () => {
    const mean = buildCategoryBars(source, choose(source, { units: [null] }));
    const percent = buildCategoryBars(source, choose(source, { units: [null], measure: 'percent' }));
    expect([percent.lowest, percent.highest]).toEqual([0, 100]);
    mean.items.forEach((item, at) => {
      const other = percent.items[at];
      expect(other?.bars[0]?.value).toBeCloseTo((((item.bars[0]?.value ?? NaN) - 1) / 5) * 100, 9);
      expect(other?.change?.difference).toBeCloseTo((item.change?.difference ?? NaN) * 20, 9);
    });
  });

  it('G-2: hide a small unit in drawing, table and text alternative', () => {
    const { tree } = measurements;
    const unit = tree.units.find(({ name }) => name === smallUnit)?.id ?? null;
    const spec = buildCategoryBars(source, choose(source, { units: [unit], years: [2022] }));
    expect(spec.items.every(({ bars }) => bars[0]?.value === null && bars[0].hidden !== null)).toBe(true);
    const cells = categoryBars.table(spec).rows.flatMap((row) => row.slice(1));
    expect(cells.every(({ shown, value }) => shown === '..' && value === null)).toBe(true);
    expect(categoryBars.altText(spec)).toContain('Visas inte: Portföljstyrning');
  });

  it('G-15: stand in the order of the instrument, by value, or the deepest fall first', () => {
    const of = (sort: 'instrument' | 'value' | 'change') =>
      buildCategoryBars(source, choose(source, { units: [null], sort })).items;
    const values = of('value').map(({ bars }) => bars[0]?.value ?? NaN);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const changes = of('change').map((item) => item.change?.difference ?? NaN);
    expect(changes).toEqual(changes.toSorted((a, b) => a - b));
    expect(of('instrument')[0]?.code).toBe(portfolio);
  });
});

describe('a distribution', () => {
  it('G-16: has the shares of those who answered on the scale, and "vet ej" apart', () => {
    const spec = buildDistribution(source, choose(source, { units: [null], item: portfolio }));
    const counts = whole.items[0]?.counts ?? [];
    const n = counts.reduce((sum, count) => sum + count, 0);
    expect(spec.groups).toHaveLength(1);
    expect(spec.groups[0]?.rows[0]?.shares).toEqual(counts.map((count) => (count / n) * 100));
    expect(spec.groups[0]?.rows[0]?.dontKnow.value).toBe(whole.items[0]?.dontKnowPercent);
    expect(distribution.table(spec).columns.map(({ heading }) => heading)).toEqual([
      'Mätpunkt',
      'År',
      ...[1, 2, 3, 4, 5, 6].map((value) => `Svar ${value}`),
      'Svar',
      'Vet ej',
    ]);
  });

  it('G-16: parts the scale in its middle; a middle value belongs half to each side', () => {
    expect(sidesOf([10, 20, 30, 25, 10, 5])).toEqual({ lower: 60, upper: 40 });
    expect(sidesOf([10, 20, 40, 20, 10])).toEqual({ lower: 50, upper: 50 });
  });

  it('G-2: tells nothing of the answers of a small unit', () => {
    const unit = measurements.tree.units.find(({ name }) => name === smallUnit)?.id ?? null;
    const spec = buildDistribution(source, choose(source, { units: [unit], years: [2022] }));
    expect(
      spec.groups.every(({ rows }) => rows.every(({ shares, hidden }) => shares === null && hidden !== null)),
    ).toBe(true);
    expect(distribution.altText(spec)).toContain('rader visas inte');
  });
});

describe('a change', () => {
  it('G-17: stands for each item with the verdict of the comparison, in the measure that is shown', () => {
    const mean = buildChange(source, choose(source));
    const percent = buildChange(source, choose(source, { measure: 'percent' }));
    expect(mean.rows).toHaveLength(6 + 26);
    mean.rows.forEach((row, at) => {
      const other = percent.rows[at];
      expect(other?.change.verdict).toBe(row.change.verdict);
      expect(other?.change.difference).toBeCloseTo((row.change.difference ?? NaN) * 20, 9);
      const [newest, before] = row.values;
      expect(row.change.difference).toBeCloseTo((newest?.value ?? NaN) - (before?.value ?? NaN), 9);
    });
  });

  it('G-17: leaves categories out where it is sorted, and one category alone where it is chosen', () => {
    const sorted = buildChange(source, choose(source, { sort: 'change' }));
    expect(new Set(sorted.rows.map(({ level }) => level))).toEqual(new Set(['item']));
    const chosen = buildChange(
      source,
      choose(source, { category: measurements.instrumentOf(2022).categories[1]?.code ?? null }),
    );
    expect(chosen.rows.map(({ level }) => level).filter((level) => level === 'category')).toHaveLength(1);
    expect(chosen.title).toContain('Innovation');
  });

  it('G-17: tells how many are sure, and the one that changed most', () => {
    const text = change.altText(buildChange(source, choose(source)));
    expect(text).toMatch(/(?:Ingen|\d+) av 26 mätpunkter har säkert fallit\./u);
    expect(text).toMatch(/Mest ändrad: .+, från \d,\d till \d,\d/u);
  });
});

describe('the model', () => {
  it('G-18: has every dimension, category and item once, composites in percent', () => {
    const spec = buildModel(source, choose(source, { units: [null] }));
    const categories = spec.dimensions.flatMap((dimension) => dimension.categories);
    expect([
      spec.dimensions.length,
      categories.length,
      categories.flatMap(({ items }) => items).length,
    ]).toEqual([2, 6, 26]);
    expect(spec.maturity[0]?.value).toBe(whole.maturityPercent);
    expect(categories.map(({ values }) => values[0]?.value)).toEqual(
      whole.categories.map(({ percent }) => percent),
    );
    expect(model.table(spec).rows).toHaveLength(1 + 2 + 6 + 26);
  });

  it('G-2: hides a small unit in every part, and says how many', () => {
    const unit = measurements.tree.units.find(({ name }) => name === smallUnit)?.id ?? null;
    const spec = buildModel(source, choose(source, { units: [unit] }));
    const shown = model.table(spec).rows.flatMap((row) => row.slice(3, 5).map((cell) => cell.shown));
    expect(new Set(shown)).toEqual(new Set(['..']));
    expect(model.altText(spec)).toContain('26 värden visas inte');
  });
});

describe('a cut of the respondents', () => {
  it('G-19: shows those who are chosen alone, and says so under the title', () => {
    const asked = choose(source, { units: [null], who: { kind: 'gate', answer: 'yes' } });
    const spec = buildCategoryBars(source, asked);
    expect(spec.base).toContain('de som är delaktiga i beslut');
    expect(spec.items[0]?.bars[0]?.n).toBeLessThan(whole.items[0]?.n ?? 0);
  });

  it('G-19: is hidden, not missing, where it may not be told apart', () => {
    const unit = measurements.tree.units.find(({ name }) => name === smallUnit)?.id ?? null;
    const asked = choose(source, { units: [unit], years: [2022], who: { kind: 'gate', answer: 'yes' } });
    const spec = buildCategoryBars(source, asked);
    expect(spec.items.every(({ bars }) => bars[0]?.value === null && bars[0].hidden !== null)).toBe(true);
    expect(spec.caption.n).toBeNull();
  });

  it('G-19: is missing, not hidden, in a year of which only a published value is known', () => {
    const asked = choose(source, {
      units: [null],
      years: [2022, 2019],
      who: { kind: 'gate', answer: 'yes' },
    });
    const spec = buildCategoryBars(source, asked);
    expect(spec.items[0]?.bars[0]?.hidden).toBeNull();
    expect(spec.items[0]?.bars[1]).toMatchObject({ value: null, hidden: null });
  });
});
