import type { Measurements } from '../../core/analysis/measurements.ts';
import type { MinimumGroup } from '../../core/privacy/minimum-group.ts';
import { hiddenSign } from '../../core/privacy/reasons.ts';
import type { WorkspaceReader } from '../store/workspace.ts';
import { measurementsOf } from '../workbench/measurements.ts';
import { withReader, withWriter } from '../workbench/workspace.ts';
import type { OptionValues, Output } from './command.ts';
import { UsageError } from './command.ts';
import { text, workspacePath } from './options.ts';

/** What every command that shows results takes, beside its own options. */
export const measuredOptions = {
  in: { type: 'string' },
  'minimum-group': { type: 'string' },
  reason: { type: 'string' },
} as const;

export const measuredUsage = '[--minimum-group N [--reason TEXT]]';

/** What a command gives of results; `json` must be an object. */
export interface MeasuredOutput extends Output {
  readonly json: object;
}

/**
 * Runs `work` on the workspace's measurements, and adds to what it gives by which minimum group it was gated. A
 * minimum group asked for is stored first, and counts from then on.
 * @throws Refusal `minimum-group-range`, `minimum-group-reason`, and as `work`
 */
export function withMeasurements(
  options: OptionValues,
  work: (measurements: Measurements, reader: WorkspaceReader) => MeasuredOutput,
): Output {
  storeMinimumGroup(options);
  return withReader(workspacePath(options), (reader) => {
    const measurements = measurementsOf(reader);
    const { json, text: words, ...rest } = work(measurements, reader);
    const { minimumGroup } = measurements;
    const notes = hidingNotes(words, minimumGroup);
    return {
      ...rest,
      json: { ...json, minimumGroup },
      text: notes.length === 0 ? words : `${words}\n\n${notes.join('\n')}`,
    };
  });
}

/**
 * Stores the minimum group that the options ask for, where they ask for one.
 * @throws Refusal `minimum-group-range`, `minimum-group-reason`
 */
export function storeMinimumGroup(options: OptionValues): void {
  const path = workspacePath(options);
  const asked = text(options, 'minimum-group');
  if (asked !== null) {
    if (!/^\d+$/.test(asked)) throw new UsageError(`--minimum-group ska vara ett heltal, inte "${asked}".`);
    withWriter(path, (writer) => {
      const before = writer.minimumGroup();
      const reason = text(options, 'reason');
      if (before.size === Number(asked) && (reason === null || reason === before.reason)) return;
      writer.setMinimumGroup(Number(asked), reason, new Date().toISOString());
    });
  } else if (text(options, 'reason') !== null) {
    throw new UsageError('--reason hör ihop med --minimum-group.');
  }
}

/** What must be said of hiding: what the sign means where it stands, and a lowered limit wherever it was used. */
function hidingNotes(words: string, { size, reason }: MinimumGroup): string[] {
  return [
    ...(words.includes(hiddenSign)
      ? [`${hiddenSign} visas inte: färre än ${size} svar, eller så att ingen mindre grupp går att räkna ut.`]
      : []),
    ...(reason === null ? [] : [`Minsta gruppstorlek är ${size}. Skäl: ${reason}`]),
  ];
}
