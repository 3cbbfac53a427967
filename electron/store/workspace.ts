import type { Instrument } from '../../core/instrument/instrument.ts';
import { storeInstrument } from './instruments.ts';
import type { NewProtection } from './open-file.ts';
import { createFile, openForReading, openForWriting } from './open-file.ts';
import { changeSettings } from './settings.ts';
import { WorkspaceReader } from './workspace-reader.ts';
import { WorkspaceWriter } from './workspace-writer.ts';

/**
 * The way into workspace files. A file that cannot be used is left exactly as it was, and the Refusal says
 * which file, what is wrong and what to do.
 */

export type { WorkspaceReader } from './workspace-reader.ts';
export type { WorkspaceWriter } from './workspace-writer.ts';

/**
 * Opens a workspace for reading; nothing in it can be changed through what this gives.
 * @throws Refusal `workspace-missing`, `not-a-workspace`, `workspace-newer`, `workspace-damaged`,
 * `workspace-busy`, `workspace-unwritable`, `workspace-migration-failed`.
 */
export function openReader(path: string): WorkspaceReader {
  return new WorkspaceReader(openForReading(path));
}

/**
 * Opens a workspace for reading and writing.
 * @throws Refusal as {@link openReader}.
 */
export function openWriter(path: string): WorkspaceWriter {
  return new WorkspaceWriter(openForWriting(path));
}

/** What a new workspace starts with. */
export interface NewWorkspace {
  readonly instrument: Instrument;
  /** What the organisation is called. */
  readonly organisation?: string;
  /** ISO time. */
  readonly now: string;
  readonly programVersion: string;
  /** How it is encrypted; not at all where it is left out. */
  readonly protection?: NewProtection | null;
}

/**
 * Makes a new workspace file.
 * @throws Refusal `workspace-exists`, `folder-missing`, `workspace-unwritable`, `passphrase-too-short`; no file is
 * then left behind.
 */
export function createWorkspace(path: string, start: NewWorkspace): WorkspaceWriter {
  return createFile(path, start.protection ?? null, (connection) =>
    connection.transaction(() => {
      storeInstrument(connection, start.instrument);
      changeSettings(connection, { organisation: start.organisation ?? null });
      connection.run(
        `INSERT INTO setting (key, value)
         VALUES ('created', json_object('at', @now, 'programVersion', @programVersion))`,
        { now: start.now, programVersion: start.programVersion },
      );
      return new WorkspaceWriter(connection);
    }),
  );
}
