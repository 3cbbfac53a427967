import * as z from 'zod';
import type { ExchangeFile } from '../../core/exchange/file.ts';
import { exchangeSchema } from '../../core/exchange/file.ts';
import { Refusal } from '../../core/problem.ts';
import type { ReadConnection, WriteConnection } from './connection.ts';
import { jsonColumn } from './row-shapes.ts';

/** An exchange file that was taken in from another municipality. */
export interface StoredExchangeFile {
  readonly id: number;
  readonly fileName: string;
  /** ISO time. */
  readonly takenInAt: string;
  /** ISO time at which it was removed, or another of the same municipality and year took its place; null while it counts. */
  readonly removedAt: string | null;
  readonly file: ExchangeFile;
}

const exchangeRow = z.object({
  id: z.int(),
  fileName: z.string(),
  takenInAt: z.string(),
  removedAt: z.string().nullable(),
  file: jsonColumn(exchangeSchema),
});

/** Every file of a year, or (null) of all years, removed ones too, by year and municipality. */
export function listExchangeFiles(connection: ReadConnection, year: number | null): StoredExchangeFile[] {
  return connection.all(
    exchangeRow,
    `SELECT id, file_name AS fileName, taken_in_at AS takenInAt, removed_at AS removedAt, json AS file
     FROM exchange_file WHERE @year IS NULL OR year = @year ORDER BY year, municipality, id`,
    { year },
  );
}

const yearRow = z.object({ year: z.int() });

/** Years that files which count are of, oldest first; no file is read for it. */
export function listExchangeYears(connection: ReadConnection): number[] {
  return connection
    .all(yearRow, 'SELECT DISTINCT year FROM exchange_file WHERE removed_at IS NULL ORDER BY year')
    .map(({ year }) => year);
}

/**
 * Takes a file in. One of the same municipality and year gives its place to it, and can be brought back.
 * `now` is an ISO time. Gives its number.
 */
export function takeInExchangeFile(
  connection: WriteConnection,
  file: ExchangeFile,
  fileName: string,
  now: string,
): number {
  const { municipality, year } = file;
  return connection.transaction(() => {
    setAside(connection, municipality, year, now);
    return connection.run(
      `INSERT INTO exchange_file (municipality, year, file_name, json, taken_in_at)
       VALUES (@municipality, @year, @fileName, @json, @now)`,
      { municipality, year, fileName, json: JSON.stringify(file), now },
    );
  });
}

/**
 * Removes a file from benchmarks; it stays and can be restored.
 * @throws Refusal `exchange-file-missing`.
 */
export function removeExchangeFile(connection: WriteConnection, id: number, now: string): void {
  connection.transaction(() => {
    find(connection, id, (stored) => stored.removedAt === null);
    connection.run('UPDATE exchange_file SET removed_at = @now WHERE id = @id', { id, now });
  });
}

/**
 * Brings a removed file back, in the place of the one of the same municipality and year.
 * @throws Refusal `exchange-file-missing`.
 */
export function restoreExchangeFile(connection: WriteConnection, id: number, now: string): void {
  connection.transaction(() => {
    const { file } = find(connection, id, (stored) => stored.removedAt !== null);
    setAside(connection, file.municipality, file.year, now);
    connection.run('UPDATE exchange_file SET removed_at = NULL WHERE id = @id', { id });
  });
}

function setAside(connection: WriteConnection, municipality: string, year: number, now: string): void {
  connection.run(
    `UPDATE exchange_file SET removed_at = @now
     WHERE municipality = @municipality AND year = @year AND removed_at IS NULL`,
    { municipality, year, now },
  );
}

function find(
  connection: WriteConnection,
  id: number,
  isMeant: (stored: StoredExchangeFile) => boolean,
): StoredExchangeFile {
  const found = listExchangeFiles(connection, null).find((stored) => stored.id === id && isMeant(stored));
  if (found !== undefined) return found;
  throw new Refusal({
    code: 'exchange-file-missing',
    message: `Det finns ingen sådan utbytesfil med nummer ${id}.`,
    nextStep: 'Se vilka utbytesfiler som finns i listan.',
  });
}
