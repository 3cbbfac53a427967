import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../../core/report/report.ts';
import { packParts, unpackParts } from '../../../../electron/publishing/package-bytes.ts';
import { markName } from '../../../../electron/publishing/word/marks.ts';
import { originIn } from '../../../../electron/publishing/word/origin.ts';
import type { RefreshedBlock } from '../../../../electron/publishing/word/refresh.ts';
import { refreshReport, refuseUnmarked } from '../../../../electron/publishing/word/refresh.ts';
import { regionsIn, ownStylesIn } from '../../../../electron/publishing/word/regions.ts';
import { reportToDocx } from '../../../../electron/publishing/word/report-docx.ts';
import { counted, plainText, sequencesIn } from '../../../../electron/publishing/word/sequences.ts';
import { openWordFile } from '../../../../electron/publishing/word/word-file.ts';
import { parseXml } from '../../../../electron/publishing/word/xml-tree.ts';
import { readCharts } from '../../../chart-file.ts';
import { schemaFaults, schemasAreMissing } from '../../../ooxml.ts';
import { sampleReports } from './sample-reports.ts';

const now = '2024-01-01T00:00:00Z';
const about = { title: 'Digital mognad', languageTag: 'sv-SE', creator: 'Exempelkommunen', now };
const body = 'word/document.xml';

let before: Report;
let after: Report;
/** The report as it was written, and its text. */
let written: Buffer;
let text = '';
let fresh: Buffer;

beforeAll(async () => {
  [before = missing(), after = missing()] = await sampleReports([2022, 2021]);
  written = await reportToDocx(before, about, { origin: origin(2022), template: null });
  fresh = await reportToDocx(after, about, { origin: origin(2021), template: null });
  text = String(unpackParts(written)[body]);
});

function missing(): never {
  throw new Error('It should be there.');
}

function origin(year: number) {
  return { workspace: '0123456789abcdef', year, unit: null };
}

interface Result {
  readonly parts: Record<string, string | Uint8Array>;
  readonly text: string;
  readonly blocks: readonly RefreshedBlock[];
  readonly bytes: Buffer;
}

/** The report with a text that a hand has changed, refreshed. */
function refreshed(hand: string, changes: Record<string, string | Uint8Array> = {}): Result {
  const file = openWordFile(packParts({ ...unpackParts(written), [body]: hand, ...changes }), 'Rapport.docx');
  const made = { file: openWordFile(fresh, 'ny.docx'), report: after, origin: origin(2021) };
  const { bytes, blocks } = refreshReport(file, made);
  const parts = unpackParts(bytes);
  return { bytes, blocks, parts, text: String(parts[body]) };
}

/** The text of a document outside its marks. */
function outside(document: string): string {
  const file = openWordFile(packParts({ ...unpackParts(written), [body]: document }), 'x.docx');
  const { regions } = regionsIn(parseXml(document), ownStylesIn(file));
  let rest = document;
  for (const { before: first, after: last } of [...regions].reverse())
    rest = rest.slice(0, first.element.end) + rest.slice(last.element.start);
  return rest.replace(/dimios_end_\w+/g, '');
}

/** From the paragraph of a block's first mark to that of its last. */
function wholeBlock(
  id: string,
  document = text,
): { readonly start: number; readonly end: number; readonly xml: string } {
  const start = document.lastIndexOf('<w:p>', document.indexOf(`"${markName(id)}"`));
  const end = document.indexOf('</w:p>', document.indexOf(`"dimios_end_${markName(id).slice(-8)}`)) + 6;
  return { start, end, xml: document.slice(start, end) };
}

/** What leads from a figure's place to its picture, or to its chart. */
function drawn(xml: string): string {
  return /<(?:a:blip|c:chart) [^>]*>/.exec(xml)?.[0] ?? missing();
}

const figure = 'category:balansering:figure';
const other = 'category:effektivitet:figure';
const table = 'category:balansering:table';

/** What became of a block. */
function outcome({ blocks }: Result, id: string): string | undefined {
  const [own] = after.sections.flatMap((section) => section.blocks).filter((block) => block.id === id);
  if (own === undefined || !('caption' in own)) throw new Error(`There is no block ${id}.`);
  return blocks.find(({ kind, name }) => kind === own.kind && name === own.caption)?.outcome;
}

const paragraph = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;

describe('a refreshed report', () => {
  it('D-40: has every figure and table of the new one, and not a byte changed outside its marks', () => {
    const result = refreshed(text);
    expect(result.blocks.length).toBeGreaterThan(4);
    expect(new Set(result.blocks.map((block) => block.outcome))).toEqual(new Set(['renewed']));
    expect(outside(result.text)).toBe(outside(text));
    expect(result.text).toContain('2020 och 2021');
    const parts = unpackParts(written);
    for (const name of ['word/styles.xml', 'word/settings.xml', 'docProps/core.xml', 'word/header1.xml'])
      expect(result.parts[name]).toEqual(parts[name]);
  });

  it('D-40, D-46: has the charts of the new one with their workbooks, and none of its own', () => {
    const { bytes } = refreshed(text);
    const told = (file: Uint8Array) =>
      readCharts(file)
        .map(({ references }) => JSON.stringify(references))
        .sort();
    expect(told(bytes).length).toBeGreaterThan(2);
    expect(told(bytes)).toEqual(told(fresh));
    expect(told(bytes)).not.toEqual(told(written));
  });

  it('D-40: keeps what a hand wrote beside a figure, within its marks too', () => {
    const { start, end, xml } = wholeBlock(figure);
    const captionEnd = xml.lastIndexOf('</w:p>', xml.lastIndexOf('<w:p>')) + 6;
    const own = paragraph('Skrivet för hand &amp; noga.');
    const hand =
      text.slice(0, start) + xml.slice(0, captionEnd) + own + xml.slice(captionEnd) + text.slice(end);
    const result = refreshed(hand);
    expect(outcome(result, figure)).toBe('renewed');
    expect(result.text.split(own)).toHaveLength(2);
  });

  it('D-41: leaves a caption that was rewritten by hand, and says so', () => {
    const { start, end, xml } = wholeBlock(figure);
    const hand = text.slice(0, start) + xml.replace(/(<w:t[^>]*>)\. /, '$1. Egen rubrik: ') + text.slice(end);
    const result = refreshed(hand);
    expect(outcome(result, figure)).toBe('renewed-words-kept');
    const kept = wholeBlock(figure, result.text).xml;
    expect(kept).toContain('Egen rubrik: ');
    expect(kept).toContain('2020–2022');
    expect(kept).not.toContain(drawn(xml));
    // Once more, it is still known to be the hand's.
    const again = refreshed(result.text, result.parts);
    expect(outcome(again, figure)).toBe('renewed-words-kept');
  });

  it('D-41: takes no caption for rewritten that Word has only saved anew', () => {
    const { start, end, xml } = wholeBlock(figure);
    const field = /<w:fldSimple w:instr="([^"]*)"[^>]*>(.*?)<\/w:fldSimple>/s;
    const saved = xml
      .replace(
        field,
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> $1 </w:instrText></w:r>' +
          '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>77</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      )
      .replace(
        /<w:t xml:space="preserve">\. (\S+) /,
        '<w:t xml:space="preserve">. $1</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve"> ',
      );
    expect(saved).toContain('proofErr');
    const result = refreshed(text.slice(0, start) + saved + text.slice(end));
    expect(outcome(result, figure)).toBe('renewed');
    expect(wholeBlock(figure, result.text).xml).not.toContain('>77<');
  });

  it('D-42: follows a figure that was moved, and numbers captions as they come', () => {
    const moved = wholeBlock(other);
    const without = text.slice(0, moved.start) + text.slice(moved.end);
    const at = wholeBlock(figure, without).start;
    const own = `${paragraph('Först denna:')}${moved.xml}`;
    const result = refreshed(without.slice(0, at) + own + without.slice(at));
    expect(new Set(result.blocks.map((block) => block.outcome))).toEqual(new Set(['renewed']));
    const fields = sequencesIn(parseXml(result.text));
    expect(fields.map(({ shown }) => Number(shown.map(plainText).join('')))).toEqual(counted(fields));
  });

  it('D-43: does not put back what was taken out, marks and all or without them', () => {
    const { start, end, xml } = wholeBlock(figure);
    const all = refreshed(text.slice(0, start) + text.slice(end));
    expect(outcome(all, figure)).toBe('not-in-file');
    expect(all.text).not.toContain(markName(figure));
    const [first = '', ...rest] = xml.split('</w:p>');
    const marksOnly = `${first}</w:p>${rest.at(-2) ?? ''}</w:p>`;
    const emptied = refreshed(text.slice(0, start) + marksOnly + text.slice(end));
    expect(outcome(emptied, figure)).toBe('taken-out');
    expect(wholeBlock(figure, emptied.text).xml).toBe(marksOnly);
  });

  it('D-43: leaves a figure whose one mark is gone, as it was', () => {
    const { start, end, xml } = wholeBlock(figure);
    const cut = xml.slice(0, xml.lastIndexOf('<w:p>'));
    const result = refreshed(text.slice(0, start) + cut + text.slice(end));
    expect(outcome(result, figure)).toBe('marks-broken');
    expect(result.text).toContain(cut);
  });

  it('D-44: renews both of a figure that stands twice', () => {
    const { end, xml } = wholeBlock(figure);
    const result = refreshed(text.slice(0, end) + paragraph('Och en gång till:') + xml + text.slice(end));
    expect(outcome(result, figure)).toBe('renewed');
    expect(result.text).not.toContain(drawn(xml));
    const ids = [...result.text.matchAll(/<wp:docPr [^>]*?\bid="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('D-44: finds a figure in a cell of a table, and in a change that is tracked', () => {
    const { start, end, xml } = wholeBlock(figure);
    const cell = (content: string): string =>
      `<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
    const framed = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr>${cell(xml)}${cell(paragraph('Bredvid'))}</w:tr></w:tbl>`;
    const inTable = refreshed(text.slice(0, start) + framed + text.slice(end));
    expect(outcome(inTable, figure)).toBe('renewed');
    const change = 'w:id="900" w:author="A" w:date="2024-01-01T00:00:00Z"';
    const runs = /<w:r>(?:(?!<\/w:r>).)*<w:drawing>.*?<\/w:drawing><\/w:r>/s;
    const inserted = refreshed(
      text.slice(0, start) + xml.replace(runs, (run) => `<w:ins ${change}>${run}</w:ins>`) + text.slice(end),
    );
    expect(outcome(inserted, figure)).toBe('renewed');
    expect(inserted.text).toMatch(/<w:ins w:id="900"[^>]*><w:r[ >]/);
    const deleted = xml.replace(runs, (run) => `<w:del ${change}>${run}</w:del>`);
    const struck = refreshed(text.slice(0, start) + deleted + text.slice(end));
    expect(outcome(struck, figure)).toBe('taken-out');
    expect(struck.text).toContain(deleted);
  });

  it('D-45: keeps bookmarks on a caption, so that references to it in the text still lead there', () => {
    const { start, end, xml } = wholeBlock(figure);
    const referred = xml
      .replace(
        /(<w:p>(?:<w:pPr>(?:(?!<\/w:pPr>).)*"Caption".*?<\/w:pPr>))/s,
        '$1<w:bookmarkStart w:id="801" w:name="_Ref1"/><w:commentRangeStart w:id="5"/>',
      )
      .replace(
        '</w:fldSimple>',
        '</w:fldSimple><w:bookmarkEnd w:id="801"/><w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>',
      );
    const result = refreshed(text.slice(0, start) + referred + text.slice(end));
    const caption = wholeBlock(figure, result.text).xml;
    expect(caption).toMatch(
      /_Ref1"\/><w:commentRangeStart w:id="5"\/><w:r[ >].*<\/w:fldSimple><w:bookmarkEnd w:id="801"\/><w:commentRangeEnd/s,
    );
    expect(caption).toContain('<w:commentReference w:id="5"/>');
    expect(outcome(result, figure)).toBe('renewed');
  });

  it('D-46: holds nothing of the figures that it had', () => {
    const pictures = (parts: Record<string, string | Uint8Array>): string[] =>
      Object.entries(parts).flatMap(([name, content]) =>
        name.startsWith('word/media/') ? [Buffer.from(content).toString('base64')] : [],
      );
    const old = new Set(pictures(unpackParts(written)));
    const present = pictures(refreshed(text).parts);
    expect(present).toHaveLength(pictures(unpackParts(fresh)).length);
    expect(present.filter((picture) => old.has(picture))).toEqual([]);
  });

  it('D-46: keeps the pictures that a hand put in', () => {
    const own = Uint8Array.from([1, 2, 3]);
    const relationships = 'word/_rels/document.xml.rels';
    const line =
      '<Relationship Id="rIdOwn" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/own.png"/>';
    const list = String(unpackParts(written)[relationships]).replace(
      '</Relationships>',
      `${line}</Relationships>`,
    );
    const shown =
      '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="rIdOwn"/></v:shape></w:pict></w:r></w:p>';
    const result = refreshed(text.replace('<w:body>', `<w:body>${shown}`), {
      [relationships]: list,
      'word/media/own.png': own,
    });
    expect(result.parts['word/media/own.png']).toEqual(own);
    expect(result.parts[relationships]).toContain(line);
  });

  it('D-47: says anew what it is a report of, and is the same bytes each time', () => {
    const { bytes } = refreshed(text);
    expect(originIn(openWordFile(bytes, 'x.docx'))).toEqual(origin(2021));
    expect(refreshed(text).bytes.equals(bytes)).toBe(true);
  });

  it.skipIf(schemasAreMissing)('D-47: is valid by the schemas of the format', () => {
    expect(schemaFaults(refreshed(text).parts)).toEqual([]);
  });

  it('D-48: refuses a Word file without marks', () => {
    const unmarked = text.replace(/<w:bookmark(?:Start|End)[^>]*>/g, '');
    const file = openWordFile(packParts({ ...unpackParts(written), [body]: unmarked }), 'Annat.docx');
    expect(() => {
      refuseUnmarked(file, 'Annat.docx');
    }).toThrow(/Annat\.docx har inga märken/);
  });

  it('D-40: keeps every word of a hand however it has been at the report', () => {
    const ids = [figure, other, table];
    const edit = fc.oneof(
      fc.record({
        kind: fc.constant('write' as const),
        at: fc.nat(),
        words: fc.string({ minLength: 1, unit: 'grapheme' }),
      }),
      fc.record({ kind: fc.constant('move' as const), at: fc.nat(), id: fc.constantFrom(...ids) }),
      fc.record({ kind: fc.constant('remove' as const), id: fc.constantFrom(...ids) }),
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let hand = text;
        for (const [step, own] of edits.entries()) {
          const places = [...hand.matchAll(/<w:p>(?=<w:pPr><w:pStyle w:val="Heading1")/g)].map(
            ({ index }) => index,
          );
          const place = (at: number): number => places[at % places.length] ?? 0;
          if (own.kind === 'write') {
            const words = own.words.replace(/[^\p{L}\p{N} ]/gu, '?');
            hand = hand.slice(0, place(own.at)) + paragraph(`${step}: ${words}`) + hand.slice(place(own.at));
            continue;
          }
          if (!hand.includes(`"${markName(own.id)}"`)) continue;
          const { start, end, xml } = wholeBlock(own.id, hand);
          if (own.kind === 'remove') hand = hand.slice(0, start) + hand.slice(end);
          else {
            const at = place(own.at);
            hand =
              at <= start
                ? hand.slice(0, at) + xml + hand.slice(at, start) + hand.slice(end)
                : hand.slice(0, start) + hand.slice(end, at) + xml + hand.slice(at);
          }
        }
        const result = refreshed(hand);
        expect(outside(result.text)).toBe(outside(hand));
        const fields = sequencesIn(parseXml(result.text));
        expect(fields.map(({ shown }) => Number(shown.map(plainText).join('')))).toEqual(counted(fields));
      }),
      { numRuns: 12 },
    );
  });
});
