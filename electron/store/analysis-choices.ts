import * as z from 'zod';
import { sv } from 'zod/locales';
import type { AnalysisSettings } from '../../core/comparison/settings.ts';
import {
  corrections,
  defaultAnalysisSettings,
  fewestAnswersWithSpread,
} from '../../core/comparison/settings.ts';
import type { Band } from '../../core/employees/bands.ts';
import { bandsSchema, defaultBands } from '../../core/employees/bands.ts';
import { insightLimitsSchema } from '../../core/insights/limits.ts';
import type { MinimumGroup } from '../../core/privacy/minimum-group.ts';
import { minimumGroup, usualMinimumGroup } from '../../core/privacy/minimum-group.ts';
import { Refusal } from '../../core/problem.ts';
import type { ReadConnection, WriteConnection } from './connection.ts';
import { jsonColumn } from './row-shapes.ts';

const uncertaintyShape = z.strictObject({
  level: z.number().gt(0).lt(1).default(defaultAnalysisSettings.level),
  correction: z.enum(corrections).default(defaultAnalysisSettings.correction),
  minimumAnswers: z.int().min(fewestAnswersWithSpread).default(defaultAnalysisSettings.minimumAnswers),
  retestReliability: z.number().min(0).max(1).default(defaultAnalysisSettings.retestReliability),
}) satisfies z.ZodType<AnalysisSettings>;

const choicesShape = z.strictObject({
  uncertainty: uncertaintyShape.prefault({}),
  insightLimits: insightLimitsSchema.prefault({}),
  employeeBands: bandsSchema.default((): Band[] => [...defaultBands]),
  /** Index changes of at most this many points are none: both indices are rounded to whole numbers. */
  indexChangeLimit: z.number().min(0).max(100).default(1),
});

/** What this workspace's analysis is made with. */
export type AnalysisChoices = Readonly<z.infer<typeof choicesShape>>;

/** One row of the settings table: it lies beside the workspace's other settings, which do not read it. */
const settingKey = 'analysis';
const choicesRow = z.object({ value: jsonColumn(choicesShape) });

/** The choices made, and the defaults where none was. */
export function analysisChoices(connection: ReadConnection): AnalysisChoices {
  const row = connection.get(choicesRow, 'SELECT value FROM setting WHERE key = @key', { key: settingKey });
  return row?.value ?? choicesShape.parse({});
}

/**
 * Changes the choices that `changes` names and leaves the others.
 * @throws Refusal `analysis-choice-invalid`, naming the path of every fault.
 */
export function changeAnalysisChoices(connection: WriteConnection, changes: Partial<AnalysisChoices>): void {
  connection.transaction(() => {
    const value = checkedChoices({ ...analysisChoices(connection), ...changes });
    connection.run(
      `INSERT INTO setting (key, value) VALUES (@key, @value)
       ON CONFLICT DO UPDATE SET value = excluded.value`,
      { key: settingKey, value: JSON.stringify(value) },
    );
  });
}

function checkedChoices(candidate: AnalysisChoices): AnalysisChoices {
  const checked = choicesShape.safeParse(candidate, { error: sv().localeError });
  if (checked.success) return checked.data;
  const faults = checked.error.issues.map(({ path, message }) => `${z.core.toDotPath(path)}: ${message}`);
  throw new Refusal({
    code: 'analysis-choice-invalid',
    message: `Inställningarna för analysen kan inte sparas: ${faults.join('; ')}.`,
    nextStep: 'Rätta det som nämns och spara igen.',
  });
}

/** A minimum group with the time it was set. */
export interface MinimumGroupChange extends MinimumGroup {
  /** ISO time. */
  readonly setAt: string;
}

const minimumGroupRow = z.object({ size: z.int(), reason: z.string().nullable(), setAt: z.string() });

/** Every minimum group that has been set, oldest first. */
export function minimumGroupChanges(connection: ReadConnection): MinimumGroupChange[] {
  return connection.all(
    minimumGroupRow,
    'SELECT size, reason, set_at AS setAt FROM minimum_group ORDER BY id',
  );
}

/** The minimum group that counts: the last that was set, else the usual. */
export function currentMinimumGroup(connection: ReadConnection): MinimumGroup {
  const last = minimumGroupChanges(connection).at(-1);
  return last === undefined ? usualMinimumGroup : { size: last.size, reason: last.reason };
}

/**
 * Sets the minimum group from now on; those set before stay on record. `now` is an ISO time.
 * @throws Refusal `minimum-group-range`, `minimum-group-reason`.
 */
export function setMinimumGroup(
  connection: WriteConnection,
  size: number,
  reason: string | null,
  now: string,
): MinimumGroup {
  const checked = minimumGroup(size, reason);
  connection.run('INSERT INTO minimum_group (size, reason, set_at) VALUES (@size, @reason, @now)', {
    size: checked.size,
    reason: checked.reason,
    now,
  });
  return checked;
}
