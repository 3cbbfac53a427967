import * as z from 'zod';
import type { ReadConnection } from './connection.ts';
import { jsonColumn } from './row-shapes.ts';

const secretRow = z.object({ value: jsonColumn(z.string().regex(/^[0-9a-f]{64}$/)) });

/** The workspace's own key for fingerprints, 32 bytes. It must never be shown or written anywhere else. */
export function workspaceSecret(connection: ReadConnection): Buffer {
  const row = connection.get(secretRow, "SELECT value FROM setting WHERE key = 'secret'");
  if (row === null) throw new Error('The workspace has no secret.');
  return Buffer.from(row.value, 'hex');
}
