import * as z from 'zod';
import type { ReportSettings } from '../../core/report/settings.ts';
import { proposedReportSettings, reportSettingsShape } from '../../core/report/settings.ts';
import type { UnitId } from '../../core/survey/units.ts';
import type { ReadConnection, WriteConnection } from './connection.ts';
import { jsonColumn } from './row-shapes.ts';

/** A row of the settings table for each report: they lie beside the workspace's own settings, which do not read them. */
function keyOf(year: number, unit: UnitId | null): string {
  return `report:${year}:${unit ?? 'whole'}`;
}

const settingsRow = z.object({ value: jsonColumn(reportSettingsShape) });

/** What is settled of the report of a year and unit (null for the whole); as proposed where nothing has been. */
export function reportSettings(
  connection: ReadConnection,
  year: number,
  unit: UnitId | null,
): ReportSettings {
  const key = keyOf(year, unit);
  const row = connection.get(settingsRow, 'SELECT value FROM setting WHERE key = @key', { key });
  return row?.value ?? proposedReportSettings;
}

/** Keeps what is settled of a report, in the place of what was. */
export function keepReportSettings(
  connection: WriteConnection,
  year: number,
  unit: UnitId | null,
  settings: ReportSettings,
): void {
  connection.run(
    `INSERT INTO setting (key, value) VALUES (@key, @value)
     ON CONFLICT DO UPDATE SET value = excluded.value`,
    { key: keyOf(year, unit), value: JSON.stringify(reportSettingsShape.parse(settings)) },
  );
}
