import path from 'node:path';
import type { Salvage } from '../../store/repair.ts';
import { repairWorkspace } from '../../store/repair.ts';
import { counted } from '../../../core/text.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';
import { text, userPath } from '../options.ts';

/** `repair`: what can be read of a damaged workspace, in a new file. */
export const repair: Command = {
  name: 'repair',
  usage: 'ARBETSFIL [--out NY.dimios] [--json]',
  summary: 'Räddar det som går att läsa ur en skadad arbetsfil till en ny.',
  options: { out: { type: 'string' } },
  run(positionals, options) {
    const [given, ...others] = positionals;
    if (given === undefined || others.length > 0) throw new UsageError('Ange en arbetsfil.');
    const damaged = userPath(given);
    const { dir, name } = path.parse(damaged);
    const out = text(options, 'out');
    const target = out === null ? path.join(dir, `${name}-räddad.dimios`) : userPath(out);
    const salvage = repairWorkspace(damaged, target, new Date().toISOString());
    return { json: { file: target, ...salvage }, text: repairText(target, salvage) };
  },
};

function repairText(target: string, { tables, orphans, recountedCells }: Salvage): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const incomplete = tables.filter(({ isIncomplete }) => isIncomplete).map(({ table }) => table);
  const isWhole = incomplete.length === 0 && orphans === 0 && recountedCells === 0;
  return [
    `${counted(rows, 'rad', 'rader')} är räddade till ${target}. Den skadade filen är som den var.`,
    ...(isWhole ? ['Allt gick att läsa.'] : []),
    ...(incomplete.length === 0 ? [] : [`Rader saknas i: ${incomplete.join(', ')}.`]),
    ...(orphans === 0
      ? []
      : [`${counted(orphans, 'rad', 'rader')} hörde till något som inte gick att läsa.`]),
    ...(recountedCells === 0
      ? []
      : [
          `${counted(recountedCells, 'grupp', 'grupper')} av svarande är inte hela; det som finns kvar är räknat på nytt.`,
        ]),
  ].join('\n');
}
