import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FigureChoice, FigureKind, FigureSpec } from '../../core/figures/figure.ts';
import { usualChoice } from '../../core/figures/figure.ts';
import { buildFigure } from '../../core/figures/build.ts';
import { naturalSize } from '../../core/figures/index.ts';
import type { FigureSource } from '../../core/figures/source.ts';
import type { ThemeName } from '../../core/figures/theme.ts';
import type { CategoryCode, ItemCode } from '../../core/instrument/instrument.ts';
import type { UnitId } from '../../core/survey/units.ts';
import { textWidth } from '../../electron/publishing/fonts.ts';
import { figureSvg } from '../../electron/publishing/svg.ts';
import { figureSourceOf } from '../../electron/workbench/figure-source.ts';
import { measurementsOf } from '../../electron/workbench/measurements.ts';
import { importSamples, settleSamples } from '../../electron/workbench/samples.ts';
import { withReader } from '../../electron/workbench/workspace.ts';
import { longNames, madeUp, manyNames } from './municipality.ts';

/** A figure of the gallery: one committed SVG each. */
export interface GalleryFigure {
  /** The file's name without its ending. */
  readonly name: string;
  readonly spec: FigureSpec;
  readonly theme: ThemeName;
  readonly width: number;
}

/** The SVG of a gallery figure, framed as in an export. */
export function gallerySvg({ spec, theme, width }: GalleryFigure): string {
  const size = naturalSize(spec, { width, frame: true, textWidth });
  return figureSvg(spec, { ...size, theme, textWidth, frame: true });
}

const usual = 760;
const narrow = 460;
const now = '2024-01-01T00:00:00Z';

/** All figures of the gallery: of the samples, and of extremes. */
export async function galleryFigures(): Promise<GalleryFigure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-gallery-'));
  try {
    const workspace = path.join(folder, 'samples.dimios');
    await importSamples(workspace, now);
    settleSamples(workspace, now);
    return withReader(workspace, (reader) => {
      const source = figureSourceOf(reader, measurementsOf(reader));
      // Each workspace has a key of its own: a fingerprint would be another in each run.
      return [...ofSamples({ ...source, fingerprint: () => '00000000' }), ...ofExtremes()];
    });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

type Ask = Partial<FigureChoice> & { readonly theme?: ThemeName; readonly width?: number };

/** Makes gallery figures of a source, all years newest first unless told otherwise. */
function maker(source: FigureSource, prefix = '') {
  const years = source.measurements.years.toReversed();
  return (
    name: string,
    kind: FigureKind,
    { theme = 'light', width = usual, ...ask }: Ask = {},
  ): GalleryFigure => ({
    name: `${prefix}${name}`,
    spec: buildFigure(kind, source, { ...usualChoice, years, ...ask }),
    theme,
    width,
  });
}

function unitsOf({ measurements }: FigureSource): (UnitId | null)[] {
  return [null, ...measurements.tree.childrenOf(null).map(({ id }) => id)];
}

function ofSamples(source: FigureSource): GalleryFigure[] {
  const figure = maker(source);
  const units = unitsOf(source);
  const named = (start: string): UnitId | null =>
    units.find((unit) => source.measurements.nameOf(unit).startsWith(start)) ?? null;
  const some = [null, ...['Social', 'Utbildning', 'Miljö'].map(named)];
  const newest = source.measurements.years.at(-1) ?? 0;
  const earlier = source.measurements.yearsWithAnswers.toReversed();
  const effectiveness = 'effektivitet' as CategoryCode;
  const portfolio = 'portfoljstyrning' as ItemCode;
  const main: readonly (readonly [string, FigureKind, Ask])[] = [
    ['quadrant', 'quadrant', { units, years: earlier }],
    ['quadrant-chosen', 'quadrant', { units, years: earlier, highlight: [named('Social')] }],
    ['category-bars', 'category-bars', { category: effectiveness, years: earlier }],
    ['distribution-item', 'distribution', { item: portfolio, years: earlier }],
    ['change', 'change', { years: earlier }],
    ['model', 'model', { years: earlier }],
  ];
  return [
    ...main.flatMap(([name, kind, ask]) => [
      figure(name, kind, ask),
      figure(`${name}-dark`, kind, { ...ask, theme: 'dark' }),
    ]),
    figure('quadrant-two-chosen', 'quadrant', { units, years: earlier, highlight: some.slice(1, 3) }),
    figure('quadrant-few-units', 'quadrant', { units: some, years: earlier }),
    figure('quadrant-narrow', 'quadrant', { units, years: [newest], width: narrow }),
    figure('quadrant-role', 'quadrant', {
      units: [null],
      years: earlier,
      who: { kind: 'gate', answer: 'yes' },
    }),
    figure('category-bars-percent', 'category-bars', {
      category: effectiveness,
      years: earlier,
      measure: 'percent',
    }),
    figure('category-bars-units', 'category-bars', {
      category: 'organisation' as CategoryCode,
      years: [newest],
      units,
    }),
    figure('category-bars-sorted', 'category-bars', {
      category: effectiveness,
      years: [newest],
      sort: 'value',
    }),
    figure('category-bars-narrow', 'category-bars', {
      category: effectiveness,
      years: earlier,
      width: narrow,
    }),
    figure('category-bars-english', 'category-bars', {
      category: 'innovation' as CategoryCode,
      years: earlier,
      language: 'en',
    }),
    figure('distribution-category', 'distribution', { category: effectiveness, years: [newest] }),
    figure('distribution-years', 'distribution', { category: 'anvandare' as CategoryCode, years: earlier }),
    figure('distribution-units', 'distribution', { item: portfolio, years: [newest], units }),
    figure('change-percent', 'change', { years: earlier, measure: 'percent', category: effectiveness }),
    figure('change-sorted', 'change', { years: earlier, sort: 'change' }),
    figure('model-one-year', 'model', { years: [newest] }),
    figure('model-narrow', 'model', { years: earlier, measure: 'percent', width: 560 }),
    figure('matrix-units', 'matrix', { units, years: earlier }),
    figure('matrix-years', 'matrix', { years: earlier, across: 'years' }),
    figure('matrix-change', 'matrix', { years: earlier, across: 'years', show: 'change' }),
    figure('trend', 'trend', {}),
    figure('trend-units', 'trend', { units: some }),
    figure('response-rates', 'response-rates', { units, years: [newest] }),
    figure('response-rates-years', 'response-rates', { units, years: earlier }),
    figure('gate', 'gate', { years: earlier }),
    figure('gate-units', 'gate', { years: earlier, units }),
    figure('employee-pairs', 'employee-pairs', { years: [newest], units }),
    figure('employee-scatter', 'employee-scatter', { years: [newest], units }),
    ...ofManyEmployees(figure('', 'employee-pairs'), figure('', 'employee-scatter')),
  ];
}

/** The employee figures of forty units with long names, of which some are hidden: the samples have but a few. */
function ofManyEmployees(pairs: GalleryFigure, scatter: GalleryFigure): GalleryFigure[] {
  const forty = Array.from({ length: 40 }, (_, at) => ({
    unitName: `${longNames[at % longNames.length] ?? ''} ${at + 1}`,
    x: 25 + ((at * 7) % 33),
    y: 38 + ((at * 13) % 41),
    isHidden: at % 9 === 4,
  }));
  const shown = forty.filter(({ isHidden }) => !isHidden);
  const figures: GalleryFigure[] = [];
  if (pairs.spec.kind === 'employee-pairs') {
    const [group] = pairs.spec.groups;
    const many = forty.map(({ unitName, x, y, isHidden }) => ({
      unitName,
      isWhole: false,
      surveyPercent: isHidden ? null : x,
      surveyIsHidden: isHidden,
      employeeIndex: y,
      employeeIsHidden: false,
      bandName: null,
      notComparable: null,
    }));
    const groups = group === undefined ? [] : [{ ...group, pairs: many }];
    figures.push({ ...pairs, name: 'forty-units-employee-pairs', spec: { ...pairs.spec, groups } });
  }
  if (scatter.spec.kind === 'employee-scatter') {
    const points = shown.map(({ unitName, x, y }) => ({ unitName, x, y }));
    const without = forty.filter(({ isHidden }) => isHidden);
    const few = { ...scatter.spec, points: points.slice(0, 7), without: [] };
    figures.push(
      { ...scatter, name: 'forty-units-employee-scatter', spec: { ...scatter.spec, points, without } },
      { ...scatter, name: 'long-names-employee-scatter', spec: few },
      { ...scatter, name: 'long-names-employee-scatter-dark', theme: 'dark', spec: few },
    );
  }
  return figures;
}

const fiveYears = [2018, 2019, 2020, 2021, 2022];

function ofExtremes(): GalleryFigure[] {
  const one = madeUp({ years: [2022], units: ['Enda enheten'], respondents: 30 });
  const five = madeUp({ years: fiveYears, units: ['Skola', 'Omsorg', 'Teknik'], respondents: 30 });
  const many = madeUp({ years: [2021, 2022], units: manyNames, respondents: 12 });
  const long = madeUp({
    years: [2021, 2022],
    units: longNames,
    respondents: 25,
    given: [
      { kind: 'benchmark', year: 2022, percent: 51, source: 'Riket' },
      { kind: 'target', year: 2022, percent: 55, source: 'Nämndindikator' },
    ],
  });
  const tiny = madeUp({ years: [2021, 2022], units: ['Lilla', 'Mindre'], respondents: 2 });
  const empty = madeUp({ years: [2022], units: [], respondents: 0 });
  const kinds = [
    'quadrant',
    'category-bars',
    'distribution',
    'change',
    'model',
    'matrix',
    'trend',
    'response-rates',
  ] as const;
  const each = (source: FigureSource, prefix: string, ask: Ask = {}): GalleryFigure[] => {
    const figure = maker(source, prefix);
    return kinds.map((kind) => figure(kind, kind, { units: unitsOf(source), ...ask }));
  };
  const fiveOf = maker(five, 'five-years-');
  return [
    ...each(one, 'one-unit-'),
    fiveOf('quadrant', 'quadrant', { units: unitsOf(five) }),
    ...(['category-bars', 'distribution', 'change', 'model', 'trend', 'response-rates'] as const).flatMap(
      (kind) => [fiveOf(kind, kind), fiveOf(`${kind}-dark`, kind, { theme: 'dark' })],
    ),
    fiveOf('matrix', 'matrix', { across: 'years' }),
    ...each(many, 'forty-units-'),
    ...each(long, 'long-names-'),
    ...each(tiny, 'all-hidden-'),
    ...each(empty, 'no-data-'),
  ];
}
