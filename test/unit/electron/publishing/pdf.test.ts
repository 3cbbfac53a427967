import { expect, test } from 'vitest';
import { figureToPdf } from '../../../../electron/publishing/pdf/figure-pdf.ts';
import { readPdf } from '../../../pdf-file.ts';
import { about, hostileFigure, hostileNames } from './samples.ts';

const bytes = figureToPdf(hostileFigure, about);
const file = readPdf(bytes);

test('D-4: the file says that it is tagged, Swedish, titled, and PDF/UA', () => {
  expect(file.catalog).toMatch(/\/Lang\s*\(sv/);
  expect(file.catalog).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
  expect(file.catalog).toMatch(/\/StructTreeRoot \d+ 0 R/);
  expect(file.catalog).toMatch(/\/DisplayDocTitle true/);
  expect(file.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(file.metadata).toContain(`Resultat för &lt;img src=x onerror=alert(1)&gt;`);
});

test('D-4: the figure stands on a page of its own size with its alternative text', () => {
  const [box] = [...file.objects.values()].flatMap(
    (text) => /\/MediaBox \[0 0 ([\d.]+) /.exec(text)?.[1] ?? [],
  );
  expect(Number(box)).toBeCloseTo(320 * 0.75 + 48, 3);
  expect(file.alternatives).toContain(hostileFigure.altText);
  expect(file.pages[0]).toContain('Åtgärd −0,2');
});

test('D-4: the table follows, tagged, with its headings marked and hidden cells hidden', () => {
  const tags = new Set([...file.objects.values()].flatMap((text) => /\/S \/(\w+)/.exec(text)?.[1] ?? []));
  expect([...tags]).toEqual(
    expect.arrayContaining(['H1', 'Figure', 'Caption', 'Table', 'THead', 'TBody', 'TR', 'TH', 'TD']),
  );
  expect(file.pages[1]).toContain('Liten enhet\n..\n');
  expect(file.pages[1]).toContain('Enhet\nMedel 2022\n');
});

test('D-2: hostile names stand in the text as they are', () => {
  const text = file.pages.join('');
  for (const name of hostileNames) expect(text).toContain(name);
});

test('D-3: the same figure is the same bytes, and no time is written', () => {
  expect(figureToPdf(hostileFigure, about).equals(bytes)).toBe(true);
  expect([...file.objects.values()].join('')).not.toMatch(/CreationDate|ModDate/);
  expect(file.metadata).not.toMatch(/CreateDate|ModifyDate/);
});
