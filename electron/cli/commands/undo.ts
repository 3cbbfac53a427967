import { withWriter } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';
import { workspacePath } from '../options.ts';

/** `undo`: a batch out of all results; those that it replaced count again. */
export const undo: Command = {
  name: 'undo',
  usage: 'NR --in ARBETSFIL [--json]',
  summary: 'Ångrar en inläsning; det den ersatte gäller igen.',
  options: { in: { type: 'string' } },
  run(positionals, options) {
    const batch = batchNumber(positionals);
    withWriter(workspacePath(options), (writer) => {
      writer.undoBatch(batch, new Date().toISOString());
    });
    return {
      json: { batch, undone: true },
      text: `Inläsning ${batch} är ångrad. "dimios redo ${batch}" gör den gällande igen.`,
    };
  },
};

/** `redo`: takes an undo back. */
export const redo: Command = {
  name: 'redo',
  usage: 'NR --in ARBETSFIL [--json]',
  summary: 'Gör en ångrad inläsning gällande igen.',
  options: { in: { type: 'string' } },
  run(positionals, options) {
    const batch = batchNumber(positionals);
    withWriter(workspacePath(options), (writer) => {
      writer.redoBatch(batch, new Date().toISOString());
    });
    return { json: { batch, undone: false }, text: `Inläsning ${batch} gäller igen.` };
  },
};

/** The number of a batch, as `batches` shows it. @throws UsageError */
export function batchNumber(positionals: readonly string[]): number {
  const [given, ...others] = positionals;
  if (given === undefined || others.length > 0 || !/^\d{1,9}$/.test(given)) {
    throw new UsageError('Ange inläsningens nummer, som "dimios batches" visar.');
  }
  return Number(given);
}
