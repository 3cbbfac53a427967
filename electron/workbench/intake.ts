import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { ImportKind } from '../../core/intake/draft.ts';
import type { KnownUnit } from '../../core/intake/draft-units.ts';
import type { Question } from '../../core/intake/finding.ts';
import { readWorkbook, recogniseWorkbook, type ReadWorkbook } from '../../core/intake/intake.ts';
import type { Mapping } from '../../core/intake/mapping.ts';
import { emptyMapping } from '../../core/intake/mapping.ts';
import type { Workbook, WorkbookFormat } from '../../core/intake/sheet.ts';
import { openWorkbook } from '../spreadsheets/index.ts';
import { findProfile } from './profiles.ts';

/** How far the reading of a file has come. */
export interface ReadingProgress {
  readonly file: string;
  readonly rows: number;
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

export interface FileReadingOptions {
  readonly instrument: Instrument;
  /** What the user has said; null lets a kept profile be offered. */
  readonly mapping: Mapping | null;
  readonly kind: ImportKind | null;
  readonly year: number | null;
  readonly knownUnits: readonly KnownUnit[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadingProgress) => void;
}

/** A file read and nothing stored. */
export interface FileReading extends ReadWorkbook {
  readonly fileName: string;
  readonly format: WorkbookFormat;
  /** What the reading went by: the user's mapping, or the profile on offer. */
  readonly mapping: Mapping;
  /** Name of the profile on offer, or null. */
  readonly profile: string | null;
}

/**
 * Reads a spreadsheet file into a draft with findings and questions; nothing is stored.
 * @throws Refusal for a file that cannot be read
 */
export async function readFile(filePath: string, options: FileReadingOptions): Promise<FileReading> {
  const { signal, onProgress } = options;
  const workbook = await openWorkbook(filePath, {
    ...(signal !== undefined && { signal }),
    ...(onProgress !== undefined && {
      onProgress: (progress) => {
        onProgress({ file: path.basename(filePath), ...progress });
      },
    }),
  });
  try {
    return await readOpened(workbook, options);
  } finally {
    await workbook.close();
  }
}

/** {@link readFile} for a workbook that is open, and stays open. @throws Refusal */
export async function readOpened(
  workbook: Workbook,
  options: Omit<FileReadingOptions, 'signal' | 'onProgress'>,
): Promise<FileReading> {
  const { instrument, kind, year, knownUnits } = options;
  const profile = options.mapping === null ? await profileFor(workbook, options) : null;
  const mapping = options.mapping ?? profile ?? emptyMapping;
  const read = await readWorkbook(workbook, { instrument, kind, year, knownUnits, mapping });
  const offer = profile === null ? [] : [profileQuestion(profile.name ?? 'utan namn')];
  return {
    ...read,
    reading: { ...read.reading, questions: [...offer, ...read.reading.questions] },
    fileName: workbook.fileName,
    format: workbook.format,
    mapping,
    profile: profile === null ? null : (profile.name ?? ''),
  };
}

/** The profile kept for the headings of a workbook; null where there is none. */
export async function profileFor(
  workbook: Workbook,
  { instrument, kind }: Pick<FileReadingOptions, 'instrument' | 'kind'>,
): Promise<Mapping | null> {
  const { layout } = await recogniseWorkbook(workbook, { instrument, kind });
  return layout.headers.length === 0 ? null : findProfile(layout.headers);
}

/** Offers a profile. */
export function profileQuestion(name: string): Question {
  return {
    id: 'profile',
    code: 'profile',
    sheet: null,
    column: null,
    message: `Filen har samma rubriker som profilen "${name}". Ska den läsas på samma sätt?`,
    options: [
      { value: 'use', label: 'Ja, använd profilen' },
      { value: 'ignore', label: 'Nej, läs utan profil' },
    ],
    proposed: 'use',
  };
}

/** Size and SHA-256 of a file, for recognising it again. */
export async function fingerprintFile(filePath: string): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(filePath, { highWaterMark: 1024 * 1024 }), hash);
  return { sizeBytes: (await stat(filePath)).size, sha256: hash.digest('hex') };
}
