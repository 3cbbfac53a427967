import { beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../../../core/problem.ts';
import type { Report } from '../../../../core/report/report.ts';
import { unpackParts } from '../../../../electron/publishing/package-bytes.ts';
import { originIn } from '../../../../electron/publishing/word/origin.ts';
import { refreshReport } from '../../../../electron/publishing/word/refresh.ts';
import { reportToDocx } from '../../../../electron/publishing/word/report-docx.ts';
import { openWordFile } from '../../../../electron/publishing/word/word-file.ts';
import { schemaFaults, schemasAreMissing } from '../../../ooxml.ts';
import { sampleReports } from './sample-reports.ts';
import { organisationTemplate } from './word-template.ts';

const about = {
  title: 'Digital mognad',
  languageTag: 'sv-SE',
  creator: 'Exempelkommunen',
  now: '2024-01-01T00:00:00Z',
};
const origin = { workspace: '0123456789abcdef', year: 2022, unit: null };

let report: Report;
let written: Buffer;
let parts: Record<string, string | Uint8Array> = {};

function inTemplate(): Promise<Buffer> {
  return reportToDocx(report, about, { origin, template: openWordFile(organisationTemplate(), 'Mall.dotx') });
}

beforeAll(async () => {
  const [sample] = await sampleReports([2022]);
  if (sample === undefined) throw new Error('There is a sample.');
  const [section] = sample.sections;
  if (section === undefined) throw new Error('The sample has a section.');
  const items = [[{ text: 'Ett' }], [{ text: 'Två' }]];
  const lists = [true, false].map((ordered) => ({
    kind: 'list' as const,
    id: `list-${ordered}`,
    origin: 'own' as const,
    ordered,
    items,
  }));
  report = {
    ...sample,
    sections: [{ ...section, blocks: [...section.blocks, ...lists] }, ...sample.sections.slice(1)],
  };
  written = await inTemplate();
  parts = unpackParts(written);
});

const part = (name: string): string => String(parts[name]);

describe('a report in the organisation’s template', () => {
  it('D-50: uses its styles for headings and captions, and adds those that it lacks', () => {
    const document = part('word/document.xml');
    expect(document).not.toMatch(/w:pStyle w:val="(?:Heading1|Caption|Title)"/);
    expect(document.split('<w:pStyle w:val="Rubrik1"/>')).toHaveLength(report.sections.length + 1);
    expect(document).toContain('<w:pStyle w:val="Beskrivning"/>');
    const ids = new Set([...part('word/styles.xml').matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id));
    expect(ids.has('TOCHeading')).toBe(true);
    expect(ids.has('Heading1')).toBe(false);
    const used = [...document.matchAll(/<w:pStyle w:val="([^"]*)"/g)].map(([, id]) => id);
    expect(used.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('D-50: has its header with the logo, its footer and its pages, and nothing of its text', () => {
    const document = part('word/document.xml');
    expect(document).toMatch(/<w:headerReference w:type="default" r:id="rId4"\/>.*w:left="1701"/s);
    expect(document).not.toContain('Skriv här');
    const template = unpackParts(organisationTemplate());
    for (const name of ['word/header1.xml', 'word/footer1.xml', 'word/media/image1.png'])
      expect(parts[name]).toEqual(template[name]);
    expect(Object.keys(parts)).not.toContain('word/media/plats.png');
  });

  it('D-51: lets neither its headings count beside the report’s numbers, nor two bullets stand', () => {
    const document = part('word/document.xml');
    expect(document).toContain('<w:pStyle w:val="Rubrik1"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(document).toMatch(/<w:pStyle w:val="Punktlista"\/>(?!<w:numPr>)/);
    const [, list = ''] =
      /<w:pStyle w:val="ListNumber"\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="(\d+)"/.exec(document) ??
      [];
    expect(Number(list)).toBeGreaterThan(2);
    expect(part('word/numbering.xml')).toContain(`w:numId="${list}"`);
  });

  it('D-51: fits tables to its pages', () => {
    const width = 11_906 - 2 * 1701;
    const widths = [...part('word/document.xml').matchAll(/<w:tblW w:type="dxa" w:w="(\d+)"/g)].map(
      ([, own]) => Number(own),
    );
    expect(widths.length).toBeGreaterThan(1);
    expect(new Set(widths)).toEqual(new Set([width]));
  });

  it('D-52: is a document in the report’s language, tied to no place, known by what it is of', () => {
    expect(part('[Content_Types].xml')).toContain('wordprocessingml.document.main+xml');
    expect(part('[Content_Types].xml')).not.toContain('template.main');
    expect(part('word/settings.xml')).not.toContain('attachedTemplate');
    expect(part('word/_rels/settings.xml.rels')).not.toContain('Mallar');
    expect(part('word/styles.xml')).not.toContain('en-US');
    expect(part('docProps/core.xml')).toContain('Digital mognad');
    expect(originIn(openWordFile(written, 'x.docx'))).toEqual(origin);
  });

  it('D-52: is the same bytes each time, and can be refreshed', async () => {
    expect((await inTemplate()).equals(written)).toBe(true);
    const file = openWordFile(await reportToDocx(report, about, { origin, template: null }), 'ny.docx');
    const { blocks } = refreshReport(openWordFile(written, 'x.docx'), { file, report, origin });
    expect(new Set(blocks.map(({ outcome }) => outcome))).toEqual(new Set(['renewed']));
  });

  it.skipIf(schemasAreMissing)('D-52: is valid by the schemas of the format', () => {
    expect(schemaFaults(parts)).toEqual([]);
  });
});

describe('a file that is no template', () => {
  const macros = 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml';
  const codeOf = (bytes: Uint8Array): string => {
    try {
      openWordFile(bytes, 'Mall.dotx');
    } catch (error) {
      if (error instanceof Refusal) return error.problem.code;
    }
    return 'opened';
  };

  it('D-53: is refused with what it is: no Word file, an old or locked one, one with macros, a damaged one', () => {
    const whole = organisationTemplate();
    expect(codeOf(whole)).toBe('opened');
    expect(codeOf(Buffer.from('%PDF-1.7'))).toBe('word-file-foreign');
    expect(codeOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('word-file-old');
    expect(codeOf(organisationTemplate({ contentType: macros }))).toBe('word-file-macros');
    expect(codeOf(organisationTemplate({ extra: { 'word/vbaProject.bin': Uint8Array.of(1) } }))).toBe(
      'word-file-macros',
    );
    expect(codeOf(whole.subarray(0, 2000))).toBe('word-file-damaged');
    expect(codeOf(organisationTemplate({ extra: { 'word/document.xml': '<w:document' } }))).toBe(
      'word-file-damaged',
    );
    const entity =
      '<!DOCTYPE w [<!ENTITY a "b">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';
    expect(codeOf(organisationTemplate({ extra: { 'word/document.xml': entity } }))).toBe(
      'word-file-damaged',
    );
    expect(
      codeOf(
        organisationTemplate({
          extra: {
            'word/document.xml': '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>',
          },
        }),
      ),
    ).toBe('word-file-strict');
  });
});
