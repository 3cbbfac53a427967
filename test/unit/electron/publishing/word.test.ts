import { expect, test } from 'vitest';
import { figureToDocx } from '../../../../electron/publishing/docx.ts';
import { unpackParts } from '../../../../electron/publishing/package-bytes.ts';
import { schemaFaults, schemasAreMissing } from '../../../ooxml.ts';
import { about, hostileFigure, hostileNames, pngSize } from './samples.ts';

const bytes = await figureToDocx(hostileFigure, about);
const parts = unpackParts(bytes);

function part(name: string): string {
  const found = parts[name];
  if (typeof found !== 'string') throw new Error(`The file has no part ${name}.`);
  return found;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What a reader sees in the document, paragraph by paragraph. */
function textOf(xml: string): string {
  return xml.replaceAll('</w:p>', '\n').replace(/<[^>]*>/g, '');
}

test('D-1: the drawing is an SVG whose letters are shapes, with a picture of twice its size behind it', () => {
  const svg = part('word/media/image1.svg');
  expect(svg).not.toMatch(/<text|<script|<image/);
  expect(svg).toContain('<path');
  const png = parts['word/media/image1.png'];
  expect(png instanceof Uint8Array && pngSize(Buffer.from(png))).toEqual({ width: 640, height: 240 });
  expect(part('word/document.xml')).toMatch(/asvg:svgBlip[^>]*r:embed="rId\d+"/);
});

test('D-1: the drawing has its alternative text, and Word counts figures and tables by itself', () => {
  const document = part('word/document.xml');
  const description = /<wp:docPr[^>]* descr="([^"]*)"/.exec(document)?.[1] ?? '';
  for (const name of hostileNames) expect(description.replaceAll('&apos;', "'")).toContain(escaped(name));
  expect(document).toContain(
    '<w:fldSimple w:instr="SEQ Figur \\* ARABIC"><w:r><w:t xml:space="preserve">1</w:t>',
  );
  expect(document).toContain('<w:fldSimple w:instr="SEQ Tabell \\* ARABIC">');
  expect(document).toContain('<w:pStyle w:val="Caption"/>');
  expect(document).toContain('<w:pStyle w:val="Heading1"/>');
});

test('D-1: the table follows with one marked row of headings, nothing merged, and hidden cells hidden', () => {
  const document = part('word/document.xml');
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(document).not.toMatch(/w:gridSpan|w:vMerge/);
  const text = textOf(document);
  expect(text).toContain('Enhet\nMedel 2022\n');
  expect(text).toContain('Liten enhet\n..\n');
});

test('D-2: hostile names stand in the text as they are', () => {
  const text = textOf(part('word/document.xml')).replaceAll('&apos;', "'");
  for (const name of hostileNames) expect(text).toContain(escaped(name));
});

test('D-1: everything is Swedish, and the properties say what it is and who made it', () => {
  for (const content of Object.values(parts)) {
    if (typeof content === 'string') expect(content).not.toMatch(/en-(?:US|GB)/);
  }
  expect(part('word/styles.xml')).toContain('<w:lang w:val="sv-SE"');
  const core = part('docProps/core.xml');
  expect(core).toContain('<dc:title>Digital mognad</dc:title>');
  expect(core).toContain('<dc:creator>Exempelkommunen &amp; &lt;bolag&gt;</dc:creator>');
  expect(core).toContain('<dc:language>sv-SE</dc:language>');
  expect(core).toContain('2024-03-01T10:00:00Z');
});

test('D-3: the same figure at the same time is the same bytes', async () => {
  expect((await figureToDocx(hostileFigure, about)).equals(bytes)).toBe(true);
});

test.skipIf(schemasAreMissing)('D-1: each part is valid by the schemas of the format', () => {
  expect(schemaFaults(parts)).toEqual([]);
});

test('D-11: a table wider than a page stands on pages of its own across, in parts, each with its row of headings', async () => {
  const columns = Array.from({ length: 30 }, (_, at) => ({
    heading: `Förvaltning ${at}`,
    isNumeric: at > 0,
  }));
  const table = { columns, rows: [columns.map((_, at) => `${at},5`)] };
  const wide = unpackParts(await figureToDocx({ ...hostileFigure, table }, about));
  const document = String(wide['word/document.xml']);
  expect(document).toMatch(/w:orient="portrait"[\s\S]*w:orient="landscape"/);
  const tables = document.match(/<w:tbl>/g)?.length ?? 0;
  expect(tables).toBeGreaterThan(1);
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(tables);
  if (!schemasAreMissing) expect(schemaFaults(wide)).toEqual([]);
});
