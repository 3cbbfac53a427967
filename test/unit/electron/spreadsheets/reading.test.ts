import { describe, expect, it } from 'vitest';
import { openWorkbook, type ReadingProgress } from '../../../../electron/spreadsheets/index.ts';
import { fileOf, xlsxWithRows } from './files.ts';

function manyRows(count: number): Uint8Array {
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `<row r="${index + 1}"><c t="s"><v>${index}</v></c><c><v>${(index * 7919) % 10_007}</v></c></row>`,
  );
  const strings = Array.from(
    { length: count },
    (_, index) => `<si><t>Text ${(index * 104_729) % 99_991}</t></si>`,
  );
  return xlsxWithRows(rows.join(''), { strings: strings.join('') });
}

const formats = [
  ['.xlsx', () => manyRows(20_000), 'svar.xlsx'],
  ['delimited text', () => 'a;b\n'.repeat(200_000), 'svar.csv'],
] as const;

it('keeps every value of a sheet that comes in many chunks', async () => {
  const workbook = await openWorkbook(await fileOf(manyRows(100_000)));
  let number = 0;
  for await (const batch of workbook.sheets[0]?.rows() ?? []) {
    for (const row of batch) {
      const index = number++;
      if (row.number !== number || row.cells[0] !== `Text ${(index * 104_729) % 99_991}`)
        expect.fail(`row ${number}`);
      if (row.cells[1] !== (index * 7919) % 10_007) expect.fail(`row ${number}`);
    }
  }
  expect(number).toBe(100_000);
  await workbook.close();
});

describe.each(formats)('reading %s', (_name, content, name) => {
  it('throws the reason at once when it was cancelled before it began', async () => {
    const reason = new Error('avbrutet');
    await expect(
      openWorkbook(await fileOf(content(), name), { signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
  });

  it('stops while it is still being opened', async () => {
    const controller = new AbortController();
    const opening = openWorkbook(await fileOf(content(), name), {
      signal: controller.signal,
      onProgress: () => {
        controller.abort();
      },
    });
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('stops between rows', async () => {
    const controller = new AbortController();
    const workbook = await openWorkbook(await fileOf(content(), name), { signal: controller.signal });
    const rows = workbook.sheets[0]?.rows();
    await expect(
      (async () => {
        for await (const batch of rows ?? []) if (batch.length > 0) controller.abort();
      })(),
    ).rejects.toMatchObject({ name: 'AbortError' });
    await workbook.close();
  });

  it('tells of progress that only grows within a pass and ends at the whole', async () => {
    const told: ReadingProgress[] = [];
    const workbook = await openWorkbook(await fileOf(content(), name), {
      onProgress: (progress) => told.push(progress),
    });
    expect(told.length).toBeGreaterThan(0);
    told.length = 0;
    let rows = 0;
    for await (const batch of workbook.sheets[0]?.rows() ?? []) {
      expect(batch.length).toBeLessThanOrEqual(1024);
      rows += batch.length;
    }
    await workbook.close();
    const last = told.at(-1);
    expect(last?.bytesRead).toBe(last?.bytesTotal);
    expect(last?.rows).toBeLessThanOrEqual(rows);
    for (const [index, { rows: soFar, bytesRead }] of told.entries()) {
      const before = told[index - 1];
      expect(soFar).toBeGreaterThanOrEqual(before?.rows ?? 0);
      expect(bytesRead).toBeGreaterThanOrEqual(before?.bytesRead ?? 0);
    }
  });

  it('may be left halfway and closed', async () => {
    const workbook = await openWorkbook(await fileOf(content(), name));
    for await (const batch of workbook.sheets[0]?.rows() ?? []) {
      expect(batch.length).toBeGreaterThan(0);
      break;
    }
    await workbook.close();
  });
});
