import { describe, expect, it } from 'vitest';
import { fileOf, problemOfContent, readAll, readCells } from './files.ts';

const text = 'Kommun;Svar;Fri text\r\nÅre;4;"två\r\nrader; och ""citat"""\r\n';
const cells = { 1: ['Kommun', 'Svar', 'Fri text'], 2: ['Åre', '4', 'två\r\nrader; och "citat"'] };

function utf16(content: string, isBigEndian: boolean): Buffer {
  const bytes = Buffer.from(content, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

describe('delimited text', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little-endian', utf16(`\ufeff${text}`, false)],
    ['UTF-16 big-endian', utf16(`\ufeff${text}`, true)],
    ['UTF-16 little-endian without a mark', utf16(text, false)],
    ['UTF-16 big-endian without a mark', utf16(text, true)],
    ['Windows-1252', Buffer.from(text, 'latin1')],
  ])('is read in %s', async (_name, content) => {
    expect(await readCells(content, 'svar.csv')).toEqual(cells);
  });

  it('is Windows-1252 also when only its last letter tells', async () => {
    const content = Buffer.concat([
      Buffer.from('a;b\n'.repeat(100_000)),
      Buffer.from('\x80;\xe5\n', 'latin1'),
    ]);
    expect((await readCells(content, 'svar.csv'))[100_001]).toEqual(['€', 'å']);
  });

  it.each([
    ['semicolons', 'a;b\n1,5;2,5\n', { 1: ['a', 'b'], 2: ['1,5', '2,5'] }],
    ['commas', 'a,b\n"1;5",2\n', { 1: ['a', 'b'], 2: ['1;5', '2'] }],
    ['tabs', 'a\tb\n1;2\t3,4\n', { 1: ['a', 'b'], 2: ['1;2', '3,4'] }],
    ['what its first line says', 'sep=,\r\na;b,c\r\n1;2,3\r\n', { 1: ['a;b', 'c'], 2: ['1;2', '3'] }],
    [
      'semicolons below a title',
      'Enkät 2022, mars\n\na;b\n1;2\n3;4\n',
      { 1: ['Enkät 2022, mars'], 3: ['a', 'b'], 4: ['1', '2'], 5: ['3', '4'] },
    ],
  ])('is parted by %s', async (_name, content, expected) => {
    expect(await readCells(content, 'svar.txt')).toEqual(expected);
  });

  it('keeps values as text and empty ones as none', async () => {
    expect(await readCells("id;datum;x;y\n007;2022-03-01;;TRUE\n'=1;;;\n;;;\n1e5;;;\n", 'svar.csv')).toEqual({
      1: ['id', 'datum', 'x', 'y'],
      2: ['007', '2022-03-01', null, 'TRUE'],
      3: ["'=1"],
      5: ['1e5'],
    });
  });

  it('may have ragged rows, empty lines, mixed line breaks and stray zeros', async () => {
    expect(await readCells('a;b;c\r\n1\n\n2;3;4;5\r6;\0\0\r7;8', 'svar.csv')).toEqual({
      1: ['a', 'b', 'c'],
      2: ['1'],
      4: ['2', '3', '4', '5'],
      5: ['6'],
      6: ['7', '8'],
    });
  });

  it('is one sheet named as the file, without merged areas', async () => {
    const { format, sheets } = await readAll(await fileOf('a;b\n', 'mina svar.csv'));
    expect(format).toBe('csv');
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.name).toMatch(/mina svar$/);
    expect(sheets[0]?.tail).toEqual({ merged: [], hiddenColumns: [] });
  });

  it.each([
    ['never ends', 'a;b\n1;"x\ny"\n2;"oops\n3;4\n5;6\n', 4],
    ['stands inside a text', 'a;b\n1;2\nx"y;3\n', 3],
    ['is followed by more text', 'a;b\n"1"2;3\n', 2],
    ['never ends, below a line that names the separator', 'sep=;\na;b\n1;"x\n', 3],
  ])('is refused with the line where a quotation mark %s', async (_name, content, line) => {
    const problem = await problemOfContent(content, 'svar.csv');
    expect(problem.code).toBe('broken-quote');
    expect(problem.message).toContain(`på rad ${line} `);
  });

  it('is refused when one record never ends, before it fills the memory', async () => {
    const content = `a;b\n1;"${'x\n'.repeat(500_000)}`;
    const problem = await problemOfContent(content, 'svar.csv', { limits: { elementBytes: 100_000 } });
    expect(problem.code).toBe('broken-quote');
  });
});
