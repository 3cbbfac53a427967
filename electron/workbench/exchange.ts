import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { OthersTakingPart } from '../../core/analysis/exchange.ts';
import { compareWithOthers, exchangeFileOf, isOwn, othersTakingPart } from '../../core/analysis/exchange.ts';
import type { Measurements } from '../../core/analysis/measurements.ts';
import type { GivenFigure } from '../../core/conclusions/targets.ts';
import type { ExchangeFile } from '../../core/exchange/file.ts';
import { checkInstrument } from '../../core/exchange/pool.ts';
import { parseExchangeFile } from '../../core/exchange/read.ts';
import { exchangeText } from '../../core/exchange/write.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { Refusal } from '../../core/problem.ts';
import { counted } from '../../core/text.ts';
import { writeFileWhole } from '../publishing/write-file.ts';
import type { StoredExchangeFile } from '../store/exchange-files.ts';
import type { WorkspaceReader, WorkspaceWriter } from '../store/workspace.ts';
import { measurementsOf } from './measurements.ts';
import { release, unitsShown } from './releases.ts';
import { programVersion, readTextFile } from './resources.ts';

/** Exchange files between municipalities. `now` is an ISO time. */

/** Where a year's exchange file goes, and what was said of it. */
export interface ExchangeWish {
  readonly year: number;
  /** Path of the new file; one that has the name is replaced. */
  readonly out: string;
  /** Why it is released although an earlier release stands in the way; null where none is given. */
  readonly releaseReason: string | null;
  readonly now: string;
}

/**
 * Writes what the municipality may share of a year (P12), and keeps it in the release log (P10).
 * @throws Refusal `organisation-missing`, `folder-missing`, as `exchangeFileOf`, `release` and `writeFileWhole`
 */
export async function writeExchange(
  writer: WorkspaceWriter,
  { year, out, releaseReason, now }: ExchangeWish,
): Promise<ExchangeFile> {
  const file = sharedOf(writer, measurementsOf(writer), year, now);
  checkFolder(out);
  release(writer, unitsShown([year], [null]), releaseReason, now);
  await writeFileWhole(out, Buffer.from(exchangeText(file)));
  return file;
}

/**
 * What the municipality may share of a year (P12).
 * @throws Refusal `organisation-missing`, and as `exchangeFileOf`
 */
export function sharedOf(
  reader: WorkspaceReader,
  measurements: Measurements,
  year: number,
  now: string,
): ExchangeFile {
  const municipality = reader.settings().organisation;
  if (municipality === null) {
    throw new Refusal({
      code: 'organisation-missing',
      message: 'Arbetsfilen vet inte vad kommunen heter.',
      nextStep: 'Ange namnet med "dimios settings --in ARBETSFIL --organisation NAMN".',
    });
  }
  return exchangeFileOf(measurements, year, {
    municipality,
    programVersion: programVersion(),
    writtenAt: now,
  });
}

/**
 * The log of what has left comes before the file, so that no file is out without being in it; what can be seen to
 * fail, fails first.
 * @throws Refusal `folder-missing`
 */
export function checkFolder(out: string): void {
  if (existsSync(path.dirname(out))) return;
  throw new Refusal({
    code: 'folder-missing',
    message: `${path.basename(out)} gick inte att spara: mappen ${path.dirname(out)} finns inte.`,
    file: path.basename(out),
    nextStep: 'Skapa mappen, eller välj en annan.',
  });
}

/**
 * Reads an exchange file.
 * @throws Refusal `file-unreadable`, `exchange-too-large`, `exchange-invalid`, `exchange-newer`
 */
export function readExchangeFile(filePath: string): ExchangeFile {
  const name = path.basename(filePath);
  checkSize(filePath, name);
  return parseExchangeFile(readTextFile(filePath), name);
}

/**
 * Takes in files of other municipalities: all of them or none. Gives their numbers.
 * @throws Refusal `file-unreadable`, `exchange-too-large`, `exchange-invalid`, `exchange-newer`, `exchange-instrument-differs`
 */
export function takeInExchangeFiles(
  writer: WorkspaceWriter,
  paths: readonly string[],
  now: string,
): number[] {
  const instruments = new Map<number, Instrument>();
  const read = paths.map((filePath) => {
    const file = readExchangeFile(filePath);
    checkInstrument(file, instrumentIn(writer, file.year, instruments));
    return { file, name: path.basename(filePath) };
  });
  return writer.takeInExchangeFiles(read, now);
}

/** Far above what the largest instrument gives, and nothing to wait for. */
const mostBytes = 16_000_000;

function checkSize(filePath: string, file: string): void {
  const size = statSync(filePath, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= mostBytes) return;
  throw new Refusal({
    code: 'exchange-too-large',
    message: `${file} är för stor för att vara en utbytesfil.`,
    file,
    nextStep: 'Kontrollera att det är rätt fil.',
  });
}

/** A file that was taken in, beside whether it counts. */
export interface ListedExchangeFile extends StoredExchangeFile {
  /** One's own municipality's: kept, and left out of the benchmark. */
  readonly isOwn: boolean;
  /** Why it does not add up with the workspace's own instrument of that year; null where it does. */
  readonly fault: string | null;
}

/** Files taken in of a year, or (null) of all years, removed ones too. */
export function exchangeFilesOf(
  reader: WorkspaceReader,
  { wholeName }: Pick<Measurements, 'wholeName'>,
  year: number | null = null,
): ListedExchangeFile[] {
  const instruments = new Map<number, Instrument>();
  return reader.exchangeFiles(year).map((stored) => ({
    ...stored,
    isOwn: isOwn(stored.file, wholeName),
    fault: faultOf(reader, stored.file, instruments),
  }));
}

/** The workspace may have got another instrument for the year since the file was taken in. */
function faultOf(
  reader: WorkspaceReader,
  file: ExchangeFile,
  instruments: Map<number, Instrument>,
): string | null {
  try {
    checkInstrument(file, instrumentIn(reader, file.year, instruments));
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.problem.message;
    throw error;
  }
}

/** A year's instrument, made once for as many files as there are. */
function instrumentIn(
  reader: WorkspaceReader,
  year: number,
  instruments: Map<number, Instrument>,
): Instrument {
  const instrument = instruments.get(year) ?? reader.instrument(year);
  instruments.set(year, instrument);
  return instrument;
}

/**
 * Those taking part in a year beside one's own municipality; null where there are none.
 * @param files those of the year, where they have been read already
 */
export function othersIn(
  reader: WorkspaceReader,
  measurements: Measurements,
  year: number,
  files: readonly ListedExchangeFile[] = exchangeFilesOf(reader, measurements, year),
): OthersTakingPart | null {
  const counting = files.filter(({ removedAt, fault }) => removedAt === null && fault === null);
  return othersTakingPart(
    measurements.wholeName,
    reader.instrument(year),
    measurements.settings,
    counting.map(({ file }) => file),
  );
}

/** The figures that somebody gave, and the maturity of the others taking part, year by year. */
export function figuresBeside(reader: WorkspaceReader, measurements: Measurements): GivenFigure[] {
  const pooled = reader.exchangeYears().flatMap((year): GivenFigure[] => {
    const others = othersIn(reader, measurements, year);
    const percent = others?.estimates.maturity.value ?? null;
    if (others === null || percent === null) return [];
    const verdict = measurements.years.includes(year)
      ? compareWithOthers(measurements, year, null, others)?.maturity.verdict
      : undefined;
    return [
      {
        kind: 'benchmark',
        year,
        percent,
        source: counted(
          others.benchmark.strata.length,
          'annan kommun som deltar',
          'andra kommuner som deltar',
        ),
        outsideUncertainty:
          verdict === 'risen' || verdict === 'fallen'
            ? true
            : verdict === 'within-uncertainty'
              ? false
              : null,
      },
    ];
  });
  return [...reader.figures(), ...pooled];
}
