import { beforeAll, describe, expect, test } from 'vitest';
import type { FigureSpec } from '../../../../core/figures/figure.ts';
import { figureChart } from '../../../../core/figures/index.ts';
import type { BarChart, NativeChart } from '../../../../core/figures/native-chart.ts';
import { percentAxis, plainValue, seriesFill } from '../../../../core/figures/native-chart.ts';
import { chartHeight, chartPieces } from '../../../../electron/publishing/chart/chart-size.ts';
import { figureToDocx } from '../../../../electron/publishing/docx.ts';
import { exportFigure } from '../../../../electron/publishing/export-figure.ts';
import type { FigureExport } from '../../../../electron/publishing/figure-export.ts';
import { neutralText } from '../../../../electron/publishing/neutral.ts';
import { unpackParts } from '../../../../electron/publishing/package-bytes.ts';
import { figureToPptx } from '../../../../electron/publishing/pptx.ts';
import { plain, readCharts } from '../../../chart-file.ts';
import { galleryFigures } from '../../../gallery/figures.ts';
import { schemaFaults, schemasAreMissing } from '../../../ooxml.ts';
import { about, hostileFigure, hostileNames } from './samples.ts';

const formats = ['docx', 'pptx'] as const;
type Format = (typeof formats)[number];

function wish(format: Format, form: FigureExport['form'] = 'native'): FigureExport {
  return {
    format,
    form,
    scale: 1,
    width: null,
    theme: 'light',
    organisation: 'Exempelkommunen',
    now: about.now,
  };
}

/** Those of the gallery that between them have every kind of chart, and the most crowded ones. */
const names = [
  'quadrant',
  'category-bars',
  'category-bars-units',
  'category-bars-english',
  'distribution-category',
  'distribution-units',
  'change',
  'trend',
  'response-rates',
  'gate-units',
  'employee-pairs',
  'employee-scatter',
  'five-years-change',
  'long-names-category-bars',
  'forty-units-response-rates',
];
let specs: { readonly name: string; readonly spec: FigureSpec }[] = [];
const files = new Map<string, Buffer>();

beforeAll(async () => {
  specs = (await galleryFigures()).filter(({ name }) => names.includes(name));
  for (const { name, spec } of specs) {
    for (const format of formats) files.set(`${name}.${format}`, await exportFigure(spec, wish(format)));
  }
}, 120_000);

/** Every written file with the chart that is in it. */
function written(): { name: string; spec: FigureSpec; format: Format; chart: NativeChart; file: Buffer }[] {
  return specs.flatMap(({ name, spec }) =>
    formats.map((format) => {
      const [chart, file] = [figureChart(spec), files.get(`${name}.${format}`)];
      if (chart === null || file === undefined) throw new Error(`${name} has no chart.`);
      return { name, spec, format, chart, file };
    }),
  );
}

function textParts(file: Buffer): [string, string][] {
  return Object.entries(unpackParts(file)).flatMap(([name, content]): [string, string][] =>
    typeof content === 'string' ? [[name, content]] : [],
  );
}

describe('a figure as a chart in Word and PowerPoint', () => {
  test('D-13: what is drawn stands in the cells of the workbook that it names, empty ones too', () => {
    expect(specs.length).toBe(names.length);
    for (const { name, format, file } of written()) {
      const charts = readCharts(file);
      expect([name, charts.length > 0]).toEqual([name, true]);
      for (const { references } of charts) {
        expect(references.length).toBeGreaterThan(1);
        for (const { cells, kept, inWorkbook } of references) {
          expect([name, format, cells, inWorkbook]).toEqual([name, format, cells, kept]);
        }
      }
    }
  });

  test('D-13: every value of the chart is in the file once, and no other', () => {
    for (const { name, spec, format, chart, file } of written()) {
      const own =
        chart.kind === 'points'
          ? chart.series.flatMap(({ points }) => points.map(({ y }) => y.value))
          : chart.series.flatMap(({ values }) => values.flatMap(({ value }) => value ?? []));
      const per = chart.numbers.shownAs === 'percent' ? 100 : 1;
      const drawn = readCharts(file).flatMap(({ xml }) =>
        [...xml.matchAll(/<c:(?:val|yVal)>(.*?)<\/c:(?:val|yVal)>/g)].flatMap(([, values = '']) =>
          [...values.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value)),
        ),
      );
      const inOrder = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
      expect([name, format, spec.kind, inOrder(drawn)]).toEqual([
        name,
        format,
        spec.kind,
        inOrder(own.map((value) => value / per)),
      ]);
    }
  });

  test('D-3: the same figure at the same time is the same bytes', async () => {
    for (const { name, spec, format, file } of written().slice(0, 8)) {
      expect([name, format, (await exportFigure(spec, wish(format))).equals(file)]).toEqual([
        name,
        format,
        true,
      ]);
    }
  });

  test('D-16: is in the figure’s language all through', () => {
    for (const { name, spec, file } of written()) {
      const tag = spec.language === 'sv' ? 'sv-SE' : 'en-GB';
      for (const [part, xml] of textParts(file)) {
        const told = [...xml.matchAll(/\blang="([^"]*)"/g)].map(([, own]) => own);
        expect([name, part, xml.includes('en-US'), told.every((own) => own === tag)]).toEqual([
          name,
          part,
          false,
          true,
        ]);
      }
    }
  });

  test('D-1: has the figure’s text alternative', () => {
    for (const { name, spec, file } of written()) {
      const told = textParts(file).flatMap(([, xml]) =>
        [...xml.matchAll(/<(?:wp:docPr|p:cNvPr) [^>]*descr="([^"]*)"/g)].map(([, text = '']) => plain(text)),
      );
      expect([name, told.length > 0 && told.every((text) => text.startsWith(spec.title))]).toEqual([
        name,
        true,
      ]);
    }
  });

  test('D-12: is a picture where that is asked for', async () => {
    const spec = specs[0]?.spec;
    if (spec === undefined) throw new Error('No figure.');
    for (const format of formats) {
      const file = await exportFigure(spec, wish(format, 'picture'));
      expect(readCharts(file)).toEqual([]);
      expect(Object.keys(unpackParts(file)).some((name) => /media\/.*\.png$/.test(name))).toBe(true);
    }
  });

  test.skipIf(schemasAreMissing)(
    'D-16: each chart is valid by the published schemas',
    () => {
      for (const { name, format, file } of written()) {
        const charts = Object.fromEntries(readCharts(file).map(({ part, xml }) => [part, xml]));
        expect([name, format, schemaFaults(charts)]).toEqual([name, format, []]);
      }
    },
    120_000,
  );

  test.skipIf(schemasAreMissing)(
    'D-16: so is every other part of the file, and of the workbook in it',
    () => {
      for (const { name, format, file } of written().slice(0, 2)) {
        const inside = Object.entries(unpackParts(file)).flatMap(([part, content]) =>
          part.endsWith('.xlsx') && content instanceof Uint8Array ? schemaFaults(unpackParts(content)) : [],
        );
        expect([name, format, schemaFaults(unpackParts(file)), inside]).toEqual([name, format, [], []]);
      }
    },
    120_000,
  );
});

/** A chart of names that would do harm. */
const hostileChart: BarChart = {
  kind: 'bars',
  isStacked: false,
  heading: hostileNames[2],
  categories: hostileNames,
  axis: percentAxis,
  numbers: { shownAs: 'percent', decimals: 0 },
  series: [
    {
      name: hostileNames[0],
      values: hostileNames.map((_, at) => (at === 1 ? plainValue(null) : plainValue(at * 10))),
      shade: seriesFill('year', 0),
      onFill: '#FFFFFF',
    },
    {
      name: hostileNames[0],
      values: hostileNames.map(() => plainValue(50)),
      shade: seriesFill('year', 1),
      onFill: '#FFFFFF',
    },
  ],
};
const writers = { docx: figureToDocx, pptx: figureToPptx } as const;

describe('a chart of hostile names', () => {
  test.each(formats)('D-2: has them as they are in chart, workbook and document, %s', async (format) => {
    const file = await writers[format]({ ...hostileFigure, chart: hostileChart }, about);
    const charts = readCharts(file);
    for (const name of hostileNames) {
      const kept = charts.flatMap(({ references }) => references.flatMap((own) => own.kept));
      expect(kept).toContain(name);
      expect(charts.flatMap(({ cellTexts }) => cellTexts)).toContain(neutralText(name));
    }
    for (const [part, xml] of textParts(file)) {
      expect([part, /<img|<\/w:t><\/w:r><w:r><w:t>&amp;</.test(xml)]).toEqual([part, false]);
    }
    // No cell is a formula.
    for (const [name, content] of Object.entries(unpackParts(file))) {
      if (!name.endsWith('.xlsx') || !(content instanceof Uint8Array)) continue;
      expect(String(unpackParts(content)['xl/worksheets/sheet1.xml'])).not.toContain('<f>');
    }
    if (!schemasAreMissing) expect(schemaFaults(unpackParts(file))).toEqual([]);
  });
});

describe('a chart with many categories', () => {
  const many: BarChart = {
    ...hostileChart,
    categories: Array.from({ length: 90 }, (_, at) => `Enhet ${at}`),
    series: [
      {
        name: '2022',
        values: Array.from({ length: 90 }, (_, at) => plainValue(at)),
        shade: seriesFill('year', 0),
        onFill: '#FFFFFF',
      },
    ],
  };

  test('D-15: is parted so that each part fits, with nothing lost and nothing twice', () => {
    const pieces = chartPieces(many, 470, 600, 9);
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect(chartHeight(piece, 470, 9)).toBeLessThanOrEqual(600);
    const categories = pieces.flatMap((piece) => (piece.kind === 'points' ? [] : piece.categories));
    expect(categories).toEqual(many.categories);
    const values = pieces.flatMap((piece) =>
      piece.kind === 'points' ? [] : (piece.series[0]?.values.map(({ value }) => value) ?? []),
    );
    expect(values).toEqual(Array.from({ length: 90 }, (_, at) => at));
  });
});
