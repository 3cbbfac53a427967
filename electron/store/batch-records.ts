import * as z from 'zod';
import type { ImportDraft, ImportKind } from '../../core/intake/draft.ts';
import type { Finding } from '../../core/intake/finding.ts';
import { findingCodes } from '../../core/intake/finding.ts';
import type { ReadConnection } from './connection.ts';
import { jsonColumn } from './row-shapes.ts';

/** Kinds of files whose content is stored. */
export const storedKinds = [
  'answers',
  'aggregated',
  'responseRates',
  'employeeSurvey',
] as const satisfies readonly ImportKind[];
export type StoredKind = (typeof storedKinds)[number];

/** What happens when the year already holds a batch of the same kind: refuse, stand beside it, or take its place. */
export const importModes = ['new', 'add', 'replace-year'] as const;
export type ImportMode = (typeof importModes)[number];

/** Where a draft came from. */
export interface Provenance {
  /** File name without its folders. */
  readonly fileName: string;
  readonly sizeBytes: number;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  readonly sheet: string;
  readonly platform: string;
  /** How columns and values were understood; any JSON value. */
  readonly profile: unknown;
  /** What was counted while reading, such as rows left out; any JSON value. */
  readonly counts: unknown;
  readonly findings: readonly Finding[];
}

/** One file's content on its way into the workspace. */
export interface ImportRequest {
  readonly draft: ImportDraft;
  readonly provenance: Provenance;
  readonly mode: ImportMode;
}

/** Who stores, and when: stores have no clock of their own. */
export interface ImportCircumstances {
  /** ISO time. */
  readonly now: string;
  readonly programVersion: string;
}

/** One imported file, as it is listed. */
export interface StoredBatch {
  readonly id: number;
  readonly kind: StoredKind;
  readonly mode: ImportMode;
  readonly year: number;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly sheet: string;
  readonly platform: string;
  readonly counts: unknown;
  /** ISO time. */
  readonly importedAt: string;
  readonly programVersion: string;
  /** ISO time at which it was undone or replaced; null while it counts. */
  readonly undoneAt: string | null;
  /** The batch that took its place; null when it counts or was undone by itself. */
  readonly replacedBy: number | null;
  /** Null for kinds without respondents. */
  readonly respondents: number | null;
}

const storedBatchRow = z.object({
  id: z.int(),
  kind: z.enum(storedKinds),
  mode: z.enum(importModes),
  year: z.int(),
  fileName: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  sheet: z.string(),
  platform: z.string(),
  counts: jsonColumn(z.unknown()),
  importedAt: z.string(),
  programVersion: z.string(),
  undoneAt: z.string().nullable(),
  replacedBy: z.int().nullable(),
  respondents: z.int().nullable(),
});

const batchColumns = `
  id, kind, mode, year, file_name AS fileName, size_bytes AS sizeBytes, sha256, sheet, platform, counts,
  imported_at AS importedAt, program_version AS programVersion, undone_at AS undoneAt,
  replaced_by AS replacedBy,
  (SELECT sum(respondents) FROM cell WHERE cell.batch = batch.id) AS respondents`;

/** Every batch, undone ones too, oldest first. */
export function listBatches(connection: ReadConnection): StoredBatch[] {
  return connection.all(storedBatchRow, `SELECT ${batchColumns} FROM batch ORDER BY id`);
}

/** The batch with that number, or null. */
export function findBatch(connection: ReadConnection, id: number): StoredBatch | null {
  return connection.get(storedBatchRow, `SELECT ${batchColumns} FROM batch WHERE id = @id`, { id });
}

const findingShape = z.object({
  sheet: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  cell: z.string().nullable(),
  value: z.string().nullable(),
  code: z.enum(findingCodes),
  message: z.string(),
});

const batchNotesRow = z.object({
  profile: jsonColumn(z.unknown()),
  findings: jsonColumn(z.array(findingShape)),
});

/** What is kept of a batch beside its content: how it was understood, and what was noticed. */
export interface BatchNotes {
  readonly profile: unknown;
  readonly findings: readonly Finding[];
}

/** The notes of a batch, or null when there is no such batch. */
export function batchNotes(connection: ReadConnection, id: number): BatchNotes | null {
  return connection.get(batchNotesRow, 'SELECT profile, findings FROM batch WHERE id = @id', { id });
}
