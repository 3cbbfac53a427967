import * as z from 'zod';
import type { ReadConnection, WriteConnection } from './connection.ts';
import { jsonColumn } from './row-shapes.ts';

/** The organisation's own Word template. Its bytes lie in the workspace, so that it goes where the workspace goes. */
export interface ReportTemplate {
  /** What the file was called when it was chosen. */
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Beside the workspace's own settings, which do not read it. */
const key = 'report-template';

const templateRow = z.object({ value: jsonColumn(z.object({ fileName: z.string(), base64: z.string() })) });
const nameRow = z.object({ name: z.string() });

/** The template that reports are written in; null where the program's own is used. */
export function reportTemplate(connection: ReadConnection): ReportTemplate | null {
  const row = connection.get(templateRow, 'SELECT value FROM setting WHERE key = @key', { key });
  return row === null
    ? null
    : { fileName: row.value.fileName, bytes: Buffer.from(row.value.base64, 'base64') };
}

/** The template's name alone, without its bytes. */
export function reportTemplateName(connection: ReadConnection): string | null {
  const row = connection.get(
    nameRow,
    "SELECT json_extract(value, '$.fileName') AS name FROM setting WHERE key = @key",
    { key },
  );
  return row?.name ?? null;
}

/** Keeps a template in the place of the one before; null keeps none. */
export function keepReportTemplate(connection: WriteConnection, template: ReportTemplate | null): void {
  if (template === null) {
    connection.run('DELETE FROM setting WHERE key = @key', { key });
    return;
  }
  const value = JSON.stringify({ fileName: template.fileName, base64: template.bytes.toString('base64') });
  connection.run(
    `INSERT INTO setting (key, value) VALUES (@key, @value)
     ON CONFLICT DO UPDATE SET value = excluded.value`,
    { key, value },
  );
}
