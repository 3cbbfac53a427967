import type { BackupFate, Erasure } from '../../store/forget.ts';
import { eraseBatch, planErasure } from '../../store/forget.ts';
import { Refusal } from '../../../core/problem.ts';
import type { Command } from '../command.ts';
import { workspacePath } from '../options.ts';
import { batchNumber } from './undo.ts';

/** `forget`: a batch erased for good, from the workspace and its backups. Without `--yes` it only tells what would be. */
export const forget: Command = {
  name: 'forget',
  usage: 'NR --in ARBETSFIL --yes [--json]',
  summary: 'Raderar en inläsning för gott, också i säkerhetskopiorna. Går inte att ångra.',
  options: { in: { type: 'string' }, yes: { type: 'boolean' } },
  run(positionals, options) {
    const batch = batchNumber(positionals);
    const file = workspacePath(options);
    if (options['yes'] !== true) throw needsConfirmation(planErasure(file, batch));
    const { backups } = eraseBatch(file, batch, new Date().toISOString());
    return {
      json: { batch, erased: true, backups: backups.map(({ fileName, fate }) => ({ file: fileName, fate })) },
      text: [`Inläsning ${batch} är raderad för gott.`, ...backupLines(backups)].join('\n'),
    };
  },
};

function needsConfirmation({ batch, backups }: Erasure): Refusal {
  const held = backupLines(backups).join(' ');
  return new Refusal({
    code: 'needs-confirmation',
    message: `Inläsning ${batch.id} (${batch.fileName}, ${batch.year}) skulle raderas för gott och går sedan inte att få tillbaka. ${held} Inget har ändrats.`,
    file: batch.fileName,
    nextStep: 'Kör samma kommando med --yes för att radera. Ska den bara bort ur resultaten räcker "undo".',
  });
}

const fateWords: Readonly<Record<BackupFate['fate'], string>> = {
  rewritten: 'skrivs om utan inläsningen',
  removed: 'går inte att öppna och tas bort',
  kept: 'innehåller den inte',
};

function backupLines(backups: readonly BackupFate[]): string[] {
  return backups.map(({ fileName, fate }) => `Säkerhetskopian ${fileName} ${fateWords[fate]}.`);
}
