import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { figureAltText } from '../../../../core/figures/index.ts';
import type { Report, Section } from '../../../../core/report/report.ts';
import { pdfStandards } from '../../../../electron/publishing/pdf/typst.ts';
import { reportPages, reportToPdf } from '../../../../electron/publishing/pdf/report-pages.ts';
import type { PdfFile } from '../../../pdf-file.ts';
import { readPdf } from '../../../pdf-file.ts';
import { structureFaults } from '../../../pdf-structure.ts';
import { sampleReports } from '../../../sample-reports.ts';
import { temporaryFolder } from '../store/samples.ts';
import { hostileNames } from './samples.ts';

const reports = sampleReports();
/** Words that would do something if they were taken for the typesetter's own. */
const markup = [
  '#panic("x")',
  '$x$',
  '@ref',
  '= Rubrik',
  '*fet* _kursiv_ `kod`',
  '<etikett>',
  '\\u{41}',
  '~--',
];

let report: Report;
const files = new Map<string, { readonly bytes: Buffer; readonly pdf: PdfFile }>();

beforeAll(() => {
  const texts = [...hostileNames, ...markup];
  report = reports.of(null, {
    texts: {
      summary: [
        ...texts.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] })),
        { kind: 'list', ordered: true, items: texts.map((text) => [{ text, bold: true as const }]) },
      ],
    },
  });
  for (const standard of pdfStandards) {
    const bytes = reportToPdf(report, standard);
    files.set(standard, { bytes, pdf: readPdf(bytes) });
  }
});

function fileOf(standard: string): { readonly bytes: Buffer; readonly pdf: PdfFile } {
  const file = files.get(standard);
  if (file === undefined) throw new Error(`No PDF of ${standard} was made.`);
  return file;
}

function allSections(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}

/** The same PDF with a part of its objects and catalog written otherwise. */
function changed(pdf: PdfFile, from: RegExp, to: string): PdfFile {
  const objects = new Map([...pdf.objects].map(([number, text]) => [number, text.replace(from, to)]));
  return { ...pdf, objects, catalog: pdf.catalog.replace(from, to) };
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

/** What a program says of a PDF. */
function said(program: string, args: readonly string[], bytes: Buffer): string {
  const file = path.join(temporaryFolder(), 'rapport.pdf');
  fs.writeFileSync(file, bytes);
  const { stdout, stderr } = spawnSync(program, [...args, file], { encoding: 'utf8' });
  return `${stdout}${stderr}`;
}

describe('a report as a PDF', () => {
  it.each(pdfStandards)('D-30: follows %s, the same bytes each time', (standard) => {
    const { bytes } = fileOf(standard);
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(bytes.toString('latin1')).toMatch(
      standard === 'ua-1' ? /pdfuaid:part>1|pdfuaid:part="1"/ : /pdfaid:part>2|pdfaid:part="2"/,
    );
    expect(reportToPdf(report, standard).equals(bytes)).toBe(true);
  });

  it('D-31: begins every chapter on a page, in reading order', () => {
    const { pageCount, sections } = reportPages(report);
    const pages = report.sections.map(({ id }) => sections.find((place) => place.id === id)?.page ?? 0);
    expect(pages.every((page) => page >= 1 && page <= pageCount)).toBe(true);
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
  });

  it('D-32: has a sound structure for those who do not see it', () => {
    expect(structureFaults(fileOf('ua-1').pdf)).toEqual([]);
    // The archive's standard is the same but for what a window is called.
    expect(structureFaults(fileOf('a-2a').pdf)).toEqual(['the title is not shown']);
  });

  it('D-32: tells every figure in words', () => {
    const figures = allSections(report.sections).flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'figure' ? [figureAltText(block.spec)] : [])),
    );
    expect(figures.length).toBeGreaterThan(10);
    expect(fileOf('ua-1').pdf.alternatives).toEqual(expect.arrayContaining(figures));
  });

  it.each([
    ['no language', /\/Lang\s*\([^)]*\)/, ''],
    ['not tagged', /\/Marked true/, '/Marked false'],
    ['the title is not shown', /\/DisplayDocTitle true/, ''],
    ['no outline', /\/Outlines \d+ 0 R/, ''],
    ['a figure without alternative text', /\/Alt\s*(?:\((?:[^()\\]|\\[\s\S])*\)|<[0-9A-Fa-f]*>)/, ''],
    ['a table without a row of headings', /\/S\s*\/THead/, '/S /TBody'],
    ['a heading of level 3 after one of level 1', /\/S\s*\/H2/, '/S /H3'],
    ['TD in TBody', /\/S\s*\/TR\b/, '/S /TD'],
    ['a font is not embedded', /\/FontFile2? \d+ 0 R/, ''],
    ['a font that does not say what its glyphs stand for', /\/ToUnicode \d+ 0 R/, ''],
  ])('D-32: would say where there is %s', (fault, from, to) => {
    expect(structureFaults(changed(fileOf('ua-1').pdf, from, to))).toContain(fault);
  });

  it('D-2: shows text of any kind as it was written', () => {
    const text = fileOf('ua-1').pdf.pages.join('').replaceAll(/\s/g, '');
    for (const own of [...hostileNames, ...markup])
      expect(text.split(own.replaceAll(/\s/g, '')).length, own).toBeGreaterThan(2);
  });

  it.skipIf(!isInstalled('qpdf'))('D-33: is sound to qpdf', () => {
    for (const { bytes } of files.values())
      expect(said('qpdf', ['--check'], bytes)).toContain('No syntax or stream');
  });

  it.skipIf(!isInstalled('pdfinfo'))('D-33: is tagged and titled to pdfinfo, with all fonts in it', () => {
    for (const { bytes } of files.values()) {
      const about = said('pdfinfo', [], bytes);
      expect(about).toMatch(/Tagged:\s+yes/);
      expect(about).toMatch(/Title:\s+Digital mognad 2022/);
      expect(about).toMatch(/JavaScript:\s+no/);
      const fonts = said('pdffonts', [], bytes)
        .split('\n')
        .slice(2)
        .filter((line) => line.trim() !== '');
      expect(fonts.length).toBeGreaterThan(0);
      for (const line of fonts) expect(line).toMatch(/^[A-Z]{6}\+SourceSans3.* yes yes yes /);
    }
  });
});
