import * as z from 'zod';
import type { ReadConnection, WriteConnection } from './connection.ts';
import { userName } from './lock.ts';
import { openForWriting } from './open-file.ts';
import { jsonColumn } from './row-shapes.ts';

/** What the audit trail tells of. */
export const eventKinds = [
  'imported',
  'undone',
  'redone',
  'erased',
  'units-merged',
  'units-split',
  'unit-renamed',
  'unit-spellings-set',
  'unit-moved',
  'unit-years-set',
  'unit-successors-set',
  'invited-set',
  'value-set',
  'value-removed',
  'exchange-taken-in',
  'exchange-removed',
  'exchange-restored',
  'minimum-group-set',
  'analysis-changed',
  'released',
  'answers-written',
  'passphrase-set',
  'passphrase-changed',
  'passphrase-removed',
  'restored',
  'repaired',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Numbers and codes that tell what an event was about; never a name, and nothing that anyone answered. */
export type EventDetail = Readonly<Record<string, number | string | readonly number[] | null>>;

/** A line of the audit trail. */
export interface WorkspaceEvent {
  readonly id: number;
  /** ISO time. */
  readonly at: string;
  readonly person: string;
  readonly kind: EventKind;
  readonly batch: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

const eventRow = z.object({
  id: z.int(),
  at: z.string(),
  person: z.string(),
  kind: z.enum(eventKinds),
  batch: z.int().nullable(),
  detail: jsonColumn(z.record(z.string(), z.unknown())),
});

/** What an event is about, and when it was; the database's own clock where that is not told. */
export interface EventCircumstances {
  readonly batch?: number;
  readonly detail?: EventDetail;
  readonly now?: string;
}

/** Adds a line to the audit trail, in the transaction of what it tells of. */
export function recordEvent(
  connection: WriteConnection,
  kind: EventKind,
  { batch, detail = {}, now }: EventCircumstances = {},
): void {
  connection.run(
    `INSERT INTO event (at, person, kind, batch, detail)
     VALUES (coalesce(@now, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), @person, @kind, @batch, @detail)`,
    {
      now: now ?? null,
      person: userName(),
      kind,
      batch: batch ?? null,
      detail: JSON.stringify(detail),
    },
  );
}

/** Adds a line to the audit trail of a workspace that is closed. */
export function recordIn(full: string, kind: EventKind, circumstances: EventCircumstances = {}): void {
  const connection = openForWriting(full);
  try {
    recordEvent(connection, kind, circumstances);
  } finally {
    connection.close();
  }
}

/** The audit trail, oldest first. */
export function listEvents(connection: ReadConnection): WorkspaceEvent[] {
  return connection.all(eventRow, 'SELECT id, at, person, kind, batch, detail FROM event ORDER BY id');
}
