import * as z from 'zod';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { instrumentFrom } from '../../core/instrument/instrument.ts';
import { dimensionRules, displaySchema } from '../../core/instrument/schema.ts';
import type { ReadConnection, WriteConnection } from './connection.ts';
import { jsonColumn } from './row-shapes.ts';

const settingsShape = z.object({
  /** What the organisation is called; it names the whole. */
  organisation: z.string().nullable().default(null),
  /** What the organisation calls its IT department. */
  itDepartment: z.string().nullable().default(null),
  /** Who answers for the organisation's reports (handläggare). */
  administrator: z.string().nullable().default(null),
  /** True for a workspace that shows what the program can do, with answers that nobody gave. */
  isSample: z.boolean().default(false),
  /** The organisation's picture for reports. */
  logo: z
    .object({ format: z.enum(['png', 'jpeg', 'svg']), base64: z.string(), altText: z.string() })
    .nullable()
    .default(null),
  /** Overrides the instrument's rule for how a dimension adds up. */
  dimensionRule: z.enum(dimensionRules).nullable().default(null),
  /** Overrides how the instrument rounds at display. */
  display: displaySchema.partial().default({}),
});

/** What this workspace says about itself; null and absent where the instrument decides. */
export type WorkspaceSettings = Readonly<z.infer<typeof settingsShape>>;

const settingRow = z.object({ key: z.string(), value: jsonColumn(z.unknown()) });

export function readSettings(connection: ReadConnection): WorkspaceSettings {
  const keys = JSON.stringify(Object.keys(settingsShape.shape));
  // What else is kept in the table, such as a whole template, is not read every time.
  const rows = connection.all(
    settingRow,
    'SELECT key, value FROM setting WHERE key IN (SELECT value FROM json_each(@keys))',
    { keys },
  );
  return settingsShape.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}

/** Changes the settings that `changes` names and leaves the others. */
export function changeSettings(connection: WriteConnection, changes: Partial<WorkspaceSettings>): void {
  connection.transaction(() => {
    for (const [key, value] of Object.entries(settingsShape.partial().parse(changes))) {
      if (!(key in changes)) continue;
      connection.run(
        `INSERT INTO setting (key, value) VALUES (@key, @value)
         ON CONFLICT DO UPDATE SET value = excluded.value`,
        { key, value: JSON.stringify(value) },
      );
    }
  });
}

/** The instrument with what the workspace overrides. */
export function withSettings(instrument: Instrument, settings: WorkspaceSettings): Instrument {
  const { dimensionRule, display } = settings;
  if (dimensionRule === null && Object.keys(display).length === 0) return instrument;
  const own = instrument.display;
  return instrumentFrom({
    ...instrument.file,
    dimensionRule: dimensionRule ?? instrument.dimensionRule,
    display: {
      percentDecimals: display.percentDecimals ?? own.percentDecimals,
      meanDecimals: display.meanDecimals ?? own.meanDecimals,
      rounding: display.rounding ?? own.rounding,
    },
  });
}
