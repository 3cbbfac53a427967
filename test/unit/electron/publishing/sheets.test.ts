import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openWorkbook } from '../../../../electron/spreadsheets/index.ts';
import { sheetToCsv } from '../../../../electron/publishing/csv.ts';
import { neutralText } from '../../../../electron/publishing/neutral.ts';
import { unpackParts } from '../../../../electron/publishing/package-bytes.ts';
import type { Sheet } from '../../../../electron/publishing/sheet.ts';
import { writeWorkbook } from '../../../../electron/publishing/xlsx/workbook.ts';
import { schemaFaults, schemasAreMissing } from '../../../ooxml.ts';
import { temporaryFolder } from '../store/samples.ts';
import { about, hostileNames } from './samples.ts';

const sheet: Sheet = {
  name: 'Medel: [2022] / enheter som heter något mycket långt',
  columns: ['Enhet', 'Medel', 'Procent', 'Skillnad'],
  rows: [
    ...hostileNames.map((name) => [
      name,
      { value: 3.25, shownAs: 'number', decimals: 1 } as const,
      null,
      null,
    ]),
    [
      'Vård',
      { value: -0.5, shownAs: 'number', decimals: 1 },
      { value: 42.5, shownAs: 'percent', decimals: 0 },
      { value: -1.25, shownAs: 'difference', decimals: 1 },
    ],
    ['Liten', '..', '..', '-'],
  ],
};

const workbook = writeWorkbook([sheet, { ...sheet, columns: ['Enhet'], rows: [] }], about);
const parts = unpackParts(workbook);

async function readBack(bytes: Buffer, name: string): Promise<unknown[][][]> {
  const file = path.join(temporaryFolder(), name);
  fs.writeFileSync(file, bytes);
  const opened = await openWorkbook(file);
  const sheets: unknown[][][] = [];
  for (const own of opened.sheets) {
    const rows: unknown[][] = [];
    for await (const batch of own.rows()) rows.push(...batch.map(({ cells }) => [...cells]));
    sheets.push(rows);
  }
  await opened.close();
  return sheets;
}

test('D-5: a workbook is read back with numbers as numbers and hidden values as their sign', async () => {
  const [first = [], second] = await readBack(workbook, 'tabell.xlsx');
  expect(first[0]).toEqual(['Enhet', 'Medel', 'Procent', 'Skillnad']);
  expect(first.at(-2)).toEqual(['Vård', -0.5, 0.425, -1.25]);
  expect(first.at(-1)).toEqual(['Liten', '..', '..', '-']);
  expect(second).toEqual([['Enhet']]);
});

test('D-5: numbers are shown the Swedish way', () => {
  const styles = parts['xl/styles.xml'];
  expect(styles).toContain('formatCode="0.0;−0.0"');
  expect(styles).toContain('formatCode="0&quot;\u00A0&quot;%"');
  expect(styles).toContain('formatCode="+0.0;−0.0;±0"');
});

test('D-6: text that a program could take for a formula is neutral, and stands otherwise as it is', async () => {
  const [rows = []] = await readBack(workbook, 'tabell.xlsx');
  expect(rows.slice(1, 6).map(([name]) => name)).toEqual(
    hostileNames.map((name) => (name.startsWith('=') ? `'${name}` : name)),
  );
  expect(Object.values(parts).filter((part) => typeof part === 'string' && part.includes('<f>'))).toEqual([]);
  for (const start of ['=', '+', '-', '@', '\t=', '\r=', ' =', '＝']) {
    expect(neutralText(`${start}1`)).toBe(`'${start}1`);
  }
  for (const plain of ['-', '..', '−0,2', 'a=b', '']) expect(neutralText(plain)).toBe(plain);
});

test('D-6: no text becomes a formula in delimited text, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const [, line = ''] = sheetToCsv({ columns: ['A'], rows: [[text]] })
        .toString()
        .split('\r\n', 2);
      const field = line.startsWith('"') ? line.slice(1) : line;
      expect(field).not.toMatch(/^\s*[=+@]|^\s*-./);
    }),
  );
});

test('D-7: delimited text opens in Swedish Excel: a mark, semicolons, decimal comma, quoted where it must be', async () => {
  const bytes = sheetToCsv({
    columns: ['Enhet', 'Medel'],
    rows: [
      ['Vård; "omsorg"', { value: 10 / 3, shownAs: 'number', decimals: 1 }],
      ['Två\nrader', { value: -20, shownAs: 'difference', decimals: 1 }],
      ['Liten', '..'],
    ],
  });
  expect(bytes.toString()).toBe(
    '\uFEFFEnhet;Medel\r\n"Vård; ""omsorg""";3,333333\r\n"Två\nrader";-20\r\nLiten;..\r\n',
  );
  const [rows] = await readBack(bytes, 'tabell.csv');
  expect(rows?.[1]?.[0]).toBe('Vård; "omsorg"');
});

test('D-3: the same sheets at the same time are the same bytes', () => {
  expect(writeWorkbook([sheet, { ...sheet, columns: ['Enhet'], rows: [] }], about).equals(workbook)).toBe(
    true,
  );
});

test('D-5: tabs are called what Excel allows, each something else', () => {
  const names = [...String(parts['xl/workbook.xml']).matchAll(/<sheet name="([^"]*)"/g)].map(
    ([, name]) => name,
  );
  expect(names).toEqual(['Medel   2022    enheter som het', 'Medel   2022    enheter som h 2']);
});

test.skipIf(schemasAreMissing)('D-5: each part is valid by the schemas of the format', () => {
  expect(schemaFaults(parts)).toEqual([]);
});
