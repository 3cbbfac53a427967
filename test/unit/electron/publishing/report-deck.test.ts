import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../../../core/report/build.ts';
import type { BuiltReport } from '../../../../core/report/build.ts';
import type { Block, Section } from '../../../../core/report/report.ts';
import type { ReportSettings } from '../../../../core/report/settings.ts';
import { proposedReportSettings } from '../../../../core/report/settings.ts';
import { unpackParts } from '../../../../electron/publishing/package-bytes.ts';
import { reportToPptx } from '../../../../electron/publishing/pptx/report-deck.ts';
import { reportToDocx } from '../../../../electron/publishing/word/report-docx.ts';
import { measurementsOf } from '../../../../electron/workbench/measurements.ts';
import { reportInputOf } from '../../../../electron/workbench/reports.ts';
import { importSamples, settleSamples } from '../../../../electron/workbench/samples.ts';
import { withReader } from '../../../../electron/workbench/workspace.ts';
import { plain, readCharts } from '../../../chart-file.ts';
import { schemaFaults, schemasAreMissing } from '../../../ooxml.ts';

const hostile = '<img onerror=alert(1)> =cmd|’/C calc’ <p:sp/>';
const about = {
  title: 'Digital mognad 2022',
  languageTag: 'sv-SE',
  creator: 'Exempelkommunen',
  now: '2024-01-01T00:00:00Z',
};
const form = { origin: { workspace: '0123456789abcdef', year: 2022, unit: null }, template: null };
/** Half points of the smallest text on a slide, a hundred to the point. */
const smallest = 1200;
const smallestBody = 1400;

let folder = '';
let workspace = '';
let built: BuiltReport;
let bytes: Buffer;
let parts: Record<string, string | Uint8Array> = {};

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-report-deck-'));
  workspace = path.join(folder, 'a.dimios');
  await importSamples(workspace, about.now);
  settleSamples(workspace, about.now);
  built = build({
    ...proposedReportSettings,
    texts: { summary: [{ kind: 'paragraph', runs: [{ text: hostile }] }] },
  });
  bytes = await reportToPptx(built.report, about);
  parts = unpackParts(bytes);
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

function build(settings: ReportSettings): BuiltReport {
  return withReader(workspace, (reader) =>
    buildReport(
      reportInputOf(reader, measurementsOf(reader), {
        year: 2022,
        unit: null,
        settings,
        today: '2024-02-03',
      }),
    ),
  );
}

function figuresOf(sections: readonly Section[]): Extract<Block, { kind: 'figure' }>[] {
  return sections.flatMap((section) => [
    ...section.blocks.filter((block) => block.kind === 'figure'),
    ...figuresOf(section.sections),
  ]);
}

function slides(): string[] {
  return Object.keys(parts)
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .map((name) => String(parts[name]));
}

function textOf(xml: string): string {
  return plain(xml.replaceAll('</a:p>', '\n').replace(/<[^>]*>/g, ''));
}

describe('a report in PowerPoint', () => {
  it('D-70: begins with what it is, tells the summary, and has a slide for each figure that can be read on one', () => {
    const all = slides();
    expect(all[0]).toContain(built.report.front.title);
    expect(textOf(all[1] ?? '')).toContain('Sammanfattning');
    const figures = figuresOf(built.report.sections.filter(({ id }) => !id.startsWith('appendix')));
    expect(figures.length).toBeGreaterThan(8);
    for (const { spec } of figures) {
      const isShown = all.some((slide) => textOf(slide).includes(spec.title));
      expect([spec.title, isShown]).toEqual([spec.title, spec.kind !== 'model']);
    }
  });

  it('D-70: has nothing smaller than can be read, and a number on each slide but the first', () => {
    for (const [at, slide] of slides().entries()) {
      const sizes = [...slide.matchAll(/<a:rPr[^>]* sz="(\d+)"/g)].map(([, size]) => Number(size));
      expect(sizes.every((size) => size >= smallest)).toBe(true);
      expect(slide.includes('type="slidenum"')).toBe(at > 0);
    }
    let parted = 0;
    for (const [name, slide] of Object.entries(parts)) {
      const number = /^ppt\/slides\/slide(\d+)\.xml$/.exec(name)?.[1];
      const relations = String(parts[`ppt/slides/_rels/slide${number ?? ''}.xml.rels`] ?? '');
      const chart = /charts\/(chart\d+\.xml)/.exec(relations)?.[1];
      if (chart === undefined) continue;
      const sizes = [...String(parts[`ppt/charts/${chart}`]).matchAll(/ sz="(\d+)"/g)].map(([, size]) =>
        Number(size),
      );
      // Letters are made smaller only where that keeps a chart on one slide.
      const isParted = /\(1\/\d\)/.test(textOf(String(slide)));
      if (isParted) parted++;
      expect(sizes.length).toBeGreaterThan(0);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(isParted ? smallestBody : smallest);
    }
    expect(parted).toBeGreaterThan(0);
  });

  it('D-70: shows a quadrant as a picture, with what it shows in words beside it', () => {
    const { spec } = figuresOf(built.report.sections).find((block) => block.spec.kind === 'quadrant') ?? {};
    const slide = slides().find((one) => spec !== undefined && textOf(one).includes(spec.title)) ?? '';
    expect(slide).toContain('<p:pic>');
    expect(slide).not.toContain('<p:graphicFrame>');
    expect(textOf(slide)).toMatch(/ 2022: Digitalt arv \d+\s% och Digital förmåga \d+\s%/);
  });

  it('D-71: gives every chart and picture a text alternative, and the speaker its words and table', () => {
    const graphics = slides().flatMap((slide) => [
      ...slide.matchAll(/<p:(?:nvGraphicFramePr|nvPicPr)>\s*<p:cNvPr [^>]*>/g),
    ]);
    expect(graphics.length).toBeGreaterThan(10);
    for (const [tag] of graphics) expect(tag).toMatch(/descr="[^"]{20,}"/);
    const notes = Object.entries(parts).flatMap(([name, content]) =>
      /notesSlides\/notesSlide\d+\.xml$/.test(name) ? [textOf(String(content))] : [],
    );
    expect(notes.some((text) => /Portföljstyrning: 2022 \d,\d/.test(text))).toBe(true);
  });

  it('D-71: is Swedish all through', () => {
    for (const [name, content] of Object.entries(parts)) {
      if (typeof content !== 'string') continue;
      expect([name, content.includes('en-US')]).toEqual([name, false]);
      expect([name, /Click to edit|Second level|Placeholder \d/.test(content)]).toEqual([name, false]);
    }
    expect(parts['docProps/core.xml']).toContain('<dc:language>sv-SE</dc:language>');
  });

  it('D-23: shows text of any kind as it was written', () => {
    expect(slides().some((slide) => textOf(slide).includes(hostile))).toBe(true);
    for (const slide of slides()) expect(slide).not.toContain('<img onerror');
  });

  it('D-25: is the same bytes for the same report and time, whatever was written before it', async () => {
    expect((await reportToPptx(built.report, about)).equals(bytes)).toBe(true);
  });

  it('D-28: a figure that is chosen to be a picture is one in both formats, and the others stay charts', async () => {
    const id = 'category:balansering:figure';
    const chosen = build({ ...proposedReportSettings, blocks: { [id]: { form: 'picture' } } });
    const usual = build(proposedReportSettings);
    const formOf = ({ outline }: BuiltReport) =>
      outline.flatMap(({ figures }) => figures).find((figure) => figure.id === id)?.form;
    expect([formOf(usual), formOf(chosen)]).toEqual(['native', 'picture']);
    const count = async ({ report }: BuiltReport) =>
      readCharts(await reportToDocx(report, about, form)).filter(({ xml }) => xml.includes('Nyttokontroll'))
        .length;
    expect([await count(usual), await count(chosen)]).toEqual([2, 1]);
    const inDeck = readCharts(await reportToPptx(chosen.report, about));
    expect(inDeck.length).toBeGreaterThan(5);
    expect(inDeck.some(({ xml }) => xml.includes('Nyttokontroll'))).toBe(false);
  }, 120_000);

  it('D-28: tables, and kinds that are pictures whatever is chosen, have nothing to choose', () => {
    const figures = built.outline.flatMap((entry) => entry.figures);
    expect(figures.filter(({ kind }) => kind === 'table').every(({ form }) => form === null)).toBe(true);
    expect(figures.find(({ id }) => id === 'model:figure')?.form).toBeNull();
  });

  it.skipIf(schemasAreMissing)(
    'D-16: has every part valid by the published schemas',
    () => {
      expect(schemaFaults(parts)).toEqual([]);
    },
    120_000,
  );
});
