import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ItemCount } from '../../core/exchange/counts.ts';
import { countsTable, itemCounts, itemsTable } from '../../core/exchange/counts.ts';
import type { ExchangeFile } from '../../core/exchange/file.ts';
import { checkInstrument } from '../../core/exchange/pool.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { Refusal } from '../../core/problem.ts';
import type { DataFormat } from '../publishing/data-table.ts';
import { dataTableBytes } from '../publishing/data-table.ts';
import { writeFilesWhole } from '../publishing/write-file.ts';
import type { WorkspaceWriter } from '../store/workspace.ts';
import { checkFolder, readExchangeFile, sharedOf } from './exchange.ts';
import { measurementsOf } from './measurements.ts';
import { release, unitsShown } from './releases.ts';
import { programVersion } from './resources.ts';

/** Counts of items as data for other programs, of one municipality or of many. */

/** Where counts go. */
export interface CountsWish {
  readonly format: DataFormat;
  /** Path of the file of counts; one that has the name is replaced. */
  readonly out: string;
  /** Path of the file that says which category and dimension each item is of; null for none. */
  readonly itemsOut: string | null;
}

/** What a file of counts holds. */
export interface CountsWritten {
  readonly years: readonly number[];
  readonly municipalities: number;
  readonly rows: number;
}

/** Which of a workspace's own years are written, and why although an earlier release stands in the way. */
export interface OwnCountsWish extends CountsWish {
  /** Null for every year that may be shared. */
  readonly years: readonly number[] | null;
  readonly releaseReason: string | null;
  /** ISO time. */
  readonly now: string;
}

/**
 * Writes the counts of what the municipality may share of its years (P12), and keeps that in the release log (P10).
 * @returns also what was shared of each year, and the years with answers that were left out, since they are of too few
 * @throws Refusal `counts-none`, as `sharedOf`, `release` and `writeFilesWhole`
 */
export async function writeOwnCounts(
  writer: WorkspaceWriter,
  wish: OwnCountsWish,
): Promise<
  CountsWritten & { readonly shared: readonly ExchangeFile[]; readonly leftOut: readonly number[] }
> {
  const measurements = measurementsOf(writer);
  const asked = wish.years ?? measurements.yearsWithAnswers;
  const shared = asked.flatMap((year) => {
    try {
      return sharedOf(writer, measurements, year, wish.now);
    } catch (error) {
      const isOfTooFew = error instanceof Refusal && error.problem.code === 'exchange-too-few';
      if (isOfTooFew && wish.years === null) return [];
      throw error;
    }
  });
  if (shared.length === 0) {
    throw new Refusal({
      code: 'counts-none',
      message: 'Inget år i arbetsfilen har så många svar att antalen får lämnas ut.',
      nextStep: 'Läs in svar från minst 30 svarande.',
    });
  }
  checkFolder(wish.out);
  if (wish.itemsOut !== null) checkFolder(wish.itemsOut);
  const years = shared.map(({ year }) => year);
  release(writer, unitsShown(years, [null]), wish.releaseReason, wish.now);
  const instruments = years.toSorted((a, b) => b - a).map((year) => measurements.instrumentOf(year));
  const written = await write(shared.flatMap(itemCounts), instruments, wish);
  return { ...written, shared, leftOut: asked.filter((year) => !years.includes(year)) };
}

/**
 * Writes the counts of exchange files, as many as there are: each is read, its counts kept, and let go of.
 * @param paths files, or folders of which every .json file is read
 * @param instrument what the files must have asked
 * @throws Refusal as `readExchangeFile` and `writeFilesWhole`, `exchange-empty`, `exchange-duplicate`,
 * `exchange-instrument-differs`
 */
export async function writeCountsOf(
  paths: readonly string[],
  instrument: Instrument,
  wish: CountsWish,
): Promise<CountsWritten> {
  const counts: ItemCount[] = [];
  const seen = new Map<string, string>();
  for (const filePath of paths.flatMap(filesAt)) {
    const file = readExchangeFile(filePath);
    checkInstrument(file, instrument);
    checkNew(file, path.basename(filePath), seen);
    counts.push(...itemCounts(file));
  }
  if (seen.size === 0) {
    throw new Refusal({
      code: 'exchange-empty',
      message: 'Det finns inga utbytesfiler där.',
      nextStep: 'Ange utbytesfiler, eller en mapp som har några.',
    });
  }
  return write(counts, [instrument], wish);
}

function filesAt(given: string): string[] {
  if (statSync(given, { throwIfNoEntry: false })?.isDirectory() !== true) return [given];
  return readdirSync(given)
    .filter((name) => name.toLowerCase().endsWith('.json'))
    .sort()
    .map((name) => path.join(given, name));
}

function checkNew({ municipality, year }: ExchangeFile, fileName: string, seen: Map<string, string>): void {
  const key = `${year} ${municipality}`;
  const before = seen.get(key);
  if (before !== undefined) {
    throw new Refusal({
      code: 'exchange-duplicate',
      message: `${municipality} är med två gånger för ${year}: i ${before} och i ${fileName}.`,
      file: fileName,
      nextStep: 'Behåll en fil från varje kommun och år.',
    });
  }
  seen.set(key, fileName);
}

async function write(
  counts: readonly ItemCount[],
  instruments: readonly Instrument[],
  { format, out, itemsOut }: CountsWish,
): Promise<CountsWritten> {
  const marks = { writtenBy: `dimios ${programVersion()}` };
  await writeFilesWhole([
    { path: out, bytes: dataTableBytes(countsTable(counts), format, marks) },
    ...(itemsOut === null
      ? []
      : [{ path: itemsOut, bytes: dataTableBytes(itemsTable(instruments), format, marks) }]),
  ]);
  return {
    years: [...new Set(counts.map(({ year }) => year))].sort((a, b) => a - b),
    municipalities: new Set(counts.map(({ municipality }) => municipality)).size,
    rows: counts.length,
  };
}
