import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../../../core/report/build.ts';
import type { Block, Report, Section } from '../../../../core/report/report.ts';
import { proposedReportSettings } from '../../../../core/report/settings.ts';
import { unpackParts } from '../../../../electron/publishing/package-bytes.ts';
import { endMarkName, markName } from '../../../../electron/publishing/word/marks.ts';
import { reportToDocx } from '../../../../electron/publishing/word/report-docx.ts';
import { counted, sequencesIn } from '../../../../electron/publishing/word/sequences.ts';
import { parseXml } from '../../../../electron/publishing/word/xml-tree.ts';
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

const form = { origin: { workspace: '0123456789abcdef', year: 2022, unit: null }, template: null };

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
  bytes = await reportToDocx(report, about, form);
  parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).flatMap(([name, content]) =>
      /\.(xml|rels)$/.test(name) ? [[name, Buffer.from(content).toString('utf8')]] : [],
    ),
  );
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

function allTables({ blocks, sections }: Section): Extract<Block, { kind: 'table' }>[] {
  return [...blocks.filter((block) => block.kind === 'table'), ...sections.flatMap(allTables)];
}

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
    const names = [...document().matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/g)].map(
      ([, name = '']) => name,
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^\w{1,40}$/.test(name))).toEqual([]);
    const [, hash = ''] = /^dimios_category_balansering_fig_([0-9a-f]{8})$/m.exec(names.join('\n')) ?? [];
    expect(names.filter((name) => name.startsWith(`dimios_end_${hash}_`))).toHaveLength(1);
  });

  it('D-24: gives two blocks whose ids begin alike marks of their own', () => {
    const alike = ['a'.repeat(60), `${'a'.repeat(60)}b`, 'a-b:c', 'a:b-c'];
    expect(new Set(alike.map(markName)).size).toBe(4);
    expect(new Set(alike.map(endMarkName)).size).toBe(4);
  });

  it('D-26: lets each numbered list count from 1', async () => {
    const list = (id: string): Block => ({
      kind: 'list',
      id,
      origin: 'own',
      ordered: true,
      items: [[{ text: 'Först' }], [{ text: 'Sedan' }]],
    });
    const [summary] = report.sections;
    if (summary === undefined) throw new Error('The report has a summary.');
    const listed = {
      ...report,
      sections: [{ ...summary, blocks: [list('one'), list('two')], sections: [] }],
    };
    const own = unpackParts(await reportToDocx(listed, about, form));
    const text = String(own['word/document.xml']);
    const lists = [...text.matchAll(/<w:pStyle w:val="ListNumber"\/>.*?<w:numId w:val="(\d+)"\/>/g)];
    const [first, again, second, last] = lists.map(([, id]) => id);
    expect(first).toBe(again);
    expect(second).toBe(last);
    expect(second).not.toBe(first);
    const numbering = String(own['word/numbering.xml']);
    for (const id of [first, second])
      expect(numbering).toMatch(
        new RegExp(`<w:num w:numId="${id}"[^>]*>(?:(?!</w:num>).)*<w:startOverride w:val="1"/>`),
      );
  });

  it('D-27: counts a table once that is parted over several pieces', async () => {
    const block = report.sections.flatMap(allTables)[0];
    const [summary] = report.sections;
    if (block === undefined || summary === undefined) throw new Error('The report has a table.');
    const { columns, rows } = block.table;
    // The same columns again and again, until no page is wide enough.
    const again = Array.from({ length: 5 });
    const wide = {
      ...block,
      table: { columns: again.flatMap(() => columns), rows: rows.map((row) => again.flatMap(() => row)) },
    };
    const parted = {
      ...report,
      sections: [{ ...summary, blocks: [wide, { ...block, id: 'next', number: 2 }], sections: [] }],
    };
    const text = String(unpackParts(await reportToDocx(parted, about, form))['word/document.xml']);
    const fields = sequencesIn(parseXml(text));
    expect(fields.length).toBeGreaterThan(2);
    expect(counted(fields)).toEqual([...fields.slice(1).map(() => 1), 2]);
    expect(text).toContain('(forts.)');
  });

  it('D-25: is the same bytes for the same report and time', async () => {
    expect((await reportToDocx(report, about, form)).equals(bytes)).toBe(true);
  });
});
