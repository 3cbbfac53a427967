import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../../../core/report/build.ts';
import type { Report } from '../../../../core/report/report.ts';
import { proposedReportSettings } from '../../../../core/report/settings.ts';
import { reportToDocx } from '../../../../electron/publishing/word/report-docx.ts';
import { measurementsOf } from '../../../../electron/workbench/measurements.ts';
import { reportInputOf } from '../../../../electron/workbench/reports.ts';
import { importSamples, settleSamples } from '../../../../electron/workbench/samples.ts';
import { withReader } from '../../../../electron/workbench/workspace.ts';

const hostile = '<img onerror=alert(1)> #import "x" =cmd|’/C calc’ <w:p/>';
const about = {
  title: 'Digital mognad 2022',
  languageTag: 'sv-SE',
  creator: 'Exempelkommunen',
  now: '2024-01-01T00:00:00Z',
};

let folder = '';
let report: Report;
let parts: Record<string, string> = {};
let bytes: Buffer;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-report-word-'));
  const workspace = path.join(folder, 'a.dimios');
  await importSamples(workspace, about.now);
  settleSamples(workspace, about.now);
  report = withReader(
    workspace,
    (reader) =>
      buildReport(
        reportInputOf(reader, measurementsOf(reader), {
          year: 2022,
          unit: null,
          settings: {
            ...proposedReportSettings,
            texts: { summary: [{ kind: 'paragraph', runs: [{ text: hostile }] }] },
          },
          today: '2024-02-03',
        }),
      ).report,
  );
  bytes = await reportToDocx(report, about);
  parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).flatMap(([name, content]) =>
      /\.(xml|rels)$/.test(name) ? [[name, Buffer.from(content).toString('utf8')]] : [],
    ),
  );
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

function document(): string {
  return parts['word/document.xml'] ?? '';
}

describe('a report in Word', () => {
  it('D-20: has real headings, and contents that show with their pages before Word has counted', () => {
    expect(document().match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBe(report.sections.length);
    const contents = document().slice(document().indexOf('<w:sdt>'), document().indexOf('</w:sdt>'));
    expect(contents).toContain('Metod och dolda grupper');
    expect(contents).toMatch(/dimios_method[\s\S]*?<w:t[^>]*>1\d<\/w:t>/);
  });

  it('D-21: gives every figure a text alternative and every table a marked row of headings', () => {
    const drawings = [...document().matchAll(/<wp:docPr [^>]*>/g)].map(([tag]) => tag);
    expect(drawings.length).toBeGreaterThan(10);
    for (const tag of drawings) expect(tag).toMatch(/descr="[^"]{20,}"/);
    const tables = document().split('<w:tbl>').slice(1);
    expect(tables.length).toBeGreaterThan(8);
    for (const table of tables) expect(table.slice(0, 2000)).toContain('<w:tblHeader/>');
    expect(document()).not.toMatch(/w:gridSpan|w:vMerge/);
  });

  it('D-22: is Swedish all through', () => {
    for (const [name, text] of Object.entries(parts))
      expect([name, text.includes('en-US')]).toEqual([name, false]);
    expect(parts['word/styles.xml']).toContain('sv-SE');
  });

  it('D-23: shows text of any kind as it was written', () => {
    const shown = document()
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'");
    expect(shown).toContain(hostile);
    expect(document()).not.toContain('<img onerror');
  });

  it('D-24: marks each figure and table, so that it can be found again', () => {
    expect(document()).toContain('w:name="dimios_category_balansering_figure"');
    expect(document()).toContain('w:name="dimios_category_balansering_figure_"');
  });

  it('D-25: is the same bytes for the same report and time', async () => {
    expect((await reportToDocx(report, about)).equals(bytes)).toBe(true);
  });
});
