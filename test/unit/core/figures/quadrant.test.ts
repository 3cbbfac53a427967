import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { QuadrantSpec } from '../../../../core/figures/quadrant/spec.ts';
import type { FigureSource } from '../../../../core/figures/source.ts';
import { buildFigure } from '../../../../core/figures/build.ts';
import { figureKinds } from '../../../../core/figures/figure.ts';
import {
  drawFigure,
  figureAltText,
  figureScene,
  figureTable,
  naturalSize,
} from '../../../../core/figures/index.ts';
import { buildQuadrant } from '../../../../core/figures/quadrant/build.ts';
import { quadrant } from '../../../../core/figures/quadrant/index.ts';
import { isWithin, overlaps, placeLabels, rectAround } from '../../../../core/figures/quadrant/placement.ts';
import { rangeOf } from '../../../../core/figures/quadrant/plot.ts';
import { marksOf } from '../../../../core/figures/scene.ts';
import { quadrantPoints } from '../../../../core/analysis/quadrants.ts';
import { textWidth } from '../../../../electron/publishing/fonts.ts';
import { choose, sampleSource, smallUnit } from './samples.ts';

let source: FigureSource;
let spec: QuadrantSpec;

beforeEach(() => {
  source = sampleSource();
  spec = buildQuadrant(source, choose(source));
});

describe('a quadrant', () => {
  it('G-14: has the places that the analysis gives, of shown units alone', () => {
    const points = quadrantPoints(source.measurements, [2022, 2021]);
    for (const unit of spec.units) {
      for (const place of unit.places) {
        const point = points.find(
          (candidate) => candidate.unit === unit.unit && candidate.year === place.year,
        );
        const values = [spec.x, spec.y].map(
          ({ code }) => point?.dimensions.find((dimension) => dimension.code === code)?.percent,
        );
        expect([place.x.value, place.y.value]).toEqual(values);
      }
    }
    expect(spec.units.map(({ name, places }) => [name, places.length])).toEqual([
      ['Exempelstad', 2],
      [smallUnit, 0],
      ['Skola', 2],
      ['Vård', 0],
    ]);
  });

  it('G-14: lists the units that are not shown with the reason, and draws nothing of them', () => {
    expect(spec.unplaced.map(({ name, year, reason }) => [name, year, reason])).toEqual([
      [smallUnit, 2022, 'small-group'],
      [smallUnit, 2021, 'small-group'],
      ['Vård', 2022, 'protects-other'],
      ['Vård', 2021, 'protects-other'],
    ]);
    expect(spec.caption.notes).toContain(`${smallUnit} och Vård visas inte 2022`);
    expect(quadrant.altText(spec)).toContain(`Visas inte 2022: ${smallUnit} och Vård.`);
    const scene = figureScene(spec, { width: 700, height: 700, theme: 'light', textWidth });
    const texts = marksOf(scene).flatMap((mark) => (mark.shape === 'text' ? [mark.text] : []));
    expect(texts).not.toContain(smallUnit);
    const rows = quadrant.table(spec).rows.filter(([name]) => name?.shown === smallUnit);
    expect(rows.map((row) => row.slice(2, 7).map(({ shown }) => shown))).toEqual([
      ['..', '..', '..', '..', '..'],
      ['..', '..', '..', '..', '..'],
    ]);
  });

  it('G-14: draws a given maturity as the line of all places that give it', () => {
    expect(spec.lines).toEqual([{ kind: 'benchmark', name: 'Riket', year: 2022, percent: 51 }]);
    expect(buildQuadrant(source, choose(source, { benchmarks: false })).lines).toEqual([]);
    expect(spec.caption.notes.join()).toContain('alla lägen som ger mognaden 51\u00A0%');
  });

  it('G-14: has the same range on both axes, with every place, interval and limit in it', () => {
    const { lowest, highest } = rangeOf(spec);
    const values = spec.units.flatMap(({ places }) => places.flatMap(({ x, y }) => [x.value, y.value]));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(lowest);
    expect(Math.max(...values)).toBeLessThanOrEqual(highest);
    expect(spec.limitPercent).toBeGreaterThan(lowest);
    expect(spec.limitPercent).toBeLessThan(highest);
  });

  it('G-14: tells the window which unit and year each point is of', () => {
    const scene = figureScene(spec, { width: 700, height: 700, theme: 'light', textWidth });
    const skola = spec.units.find(({ name }) => name === 'Skola')?.unit;
    expect(scene.items.map(({ key }) => key)).toContainEqual({ unit: skola, year: 2022 });
    expect(scene.items.map(({ key }) => key)).toContainEqual({ unit: null, year: 2021 });
  });
});

describe('labels', () => {
  const bounds = { left: 0, top: 0, right: 400, bottom: 300 };

  it('G-12: never cover each other or what they are to keep off, and never leave the picture', () => {
    const wish = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      width: fc.integer({ min: 8, max: 180 }),
      height: fc.constant(15),
      clear: fc.constant(8),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
        const solid = wishes.map(({ x, y }) => rectAround(x, y, 10, 10));
        const placed = placeLabels(wishes, { bounds, solid, soft: [], firm: [] }).flatMap((label, at) => {
          const own = wishes[at];
          return label === null || own === undefined
            ? []
            : [rectAround(label.x, label.y, own.width, own.height)];
        });
        placed.forEach((rect, at) => {
          expect(isWithin(rect, bounds)).toBe(true);
          expect(solid.some((other) => overlaps(rect, other, 0))).toBe(false);
          expect(placed.slice(at + 1).some((other) => overlaps(rect, other, 0))).toBe(false);
        });
      }),
    );
  });
});

describe('every kind of figure', () => {
  it.each(figureKinds)('G-20: %s survives JSON, and is then drawn, tabled and told the same', (kind) => {
    const built = buildFigure(kind, source, choose(source));
    const sent = JSON.parse(JSON.stringify(built)) as typeof built;
    expect(sent).toEqual(built);
    const options = {
      ...naturalSize(built, { textWidth, frame: true }),
      theme: 'dark',
      textWidth,
      frame: true,
    } as const;
    expect(figureScene(sent, options)).toEqual(figureScene(built, options));
    expect(figureTable(sent)).toEqual(figureTable(built));
    expect(figureAltText(sent)).toBe(figureAltText(built));
    expect(JSON.stringify(drawFigure(sent, options))).toBe(JSON.stringify(drawFigure(built, options)));
  });

  it.each(figureKinds)('G-2: %s holds no trace of what a hidden unit answered', (kind) => {
    const unit = source.measurements.tree.units.find(({ name }) => name === smallUnit)?.id ?? null;
    const raw = source.measurements.groupIn(2022, unit === null ? null : [unit]);
    if (raw === null) throw new Error('The sample has no answers.');
    // The small unit gave each item the answers 6, 1 and 1.
    expect(raw.tally.respondents).toBe(3);
    const traces = [String(8 / 3).slice(0, 8), String(100 / 3).slice(0, 8)];
    for (const measure of ['mean', 'percent'] as const) {
      for (const units of [choose(source).units, [unit]]) {
        const built = buildFigure(kind, source, choose(source, { measure, units }));
        const size = naturalSize(built, { textWidth });
        const scene = figureScene(built, { ...size, theme: 'light', textWidth });
        const texts = marksOf(scene).flatMap((mark) => (mark.shape === 'text' ? [mark.text] : []));
        const told = JSON.stringify([
          built,
          figureTable(built),
          figureAltText(built),
          scene.items.map(({ name }) => name),
          texts,
        ]);
        for (const trace of traces) expect(told).not.toContain(trace);
      }
    }
  });

  it.each(figureKinds)('G-20: %s has a cell for each column in each row, and no heading twice', (kind) => {
    const { columns, rows } = figureTable(buildFigure(kind, source, choose(source)));
    expect(new Set(columns.map(({ heading }) => heading)).size).toBe(columns.length);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });
});
