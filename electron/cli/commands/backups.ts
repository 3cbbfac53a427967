import path from 'node:path';
import { existsSync } from 'node:fs';
import type { Backup } from '../../store/backups.ts';
import { listBackups, makeBackup, restoreBackup } from '../../store/backups.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';
import { noPositionals, userPath, workspacePath } from '../options.ts';
import { table } from '../table.ts';

/** `backups`: the copies of a workspace that lie beside it. */
export const backups: Command = {
  name: 'backups',
  usage: '--in ARBETSFIL [--make] [--json]',
  summary: 'Listar säkerhetskopiorna av en arbetsfil; --make gör en ny.',
  options: { in: { type: 'string' }, make: { type: 'boolean' } },
  run(positionals, options) {
    noPositionals(positionals);
    const file = workspacePath(options);
    if (options['make'] === true) makeBackup(file, new Date().toISOString());
    const found = listBackups(file);
    return { json: { backups: found.map(backupJson) }, text: backupsText(found) };
  },
};

/** `restore`: a backup in the place of the workspace, which is kept as a backup of its own. */
export const restore: Command = {
  name: 'restore',
  usage: 'SÄKERHETSKOPIA --in ARBETSFIL [--json]',
  summary: 'Återställer en arbetsfil från en säkerhetskopia; det som ersätts sparas som en ny.',
  options: { in: { type: 'string' } },
  run(positionals, options) {
    const [given, ...others] = positionals;
    if (given === undefined || others.length > 0) throw new UsageError('Ange en säkerhetskopia.');
    const file = workspacePath(options);
    const beside = path.join(path.dirname(file), given);
    const backup = existsSync(userPath(given)) ? userPath(given) : beside;
    const { kept } = restoreBackup(file, backup, new Date().toISOString());
    const keptName = kept === null ? null : path.basename(kept);
    return {
      json: { restored: path.basename(backup), kept: keptName },
      text: [
        `${path.basename(file)} är återställd från ${path.basename(backup)}.`,
        ...(keptName === null ? [] : [`Det som fanns före är sparat som ${keptName}.`]),
      ].join('\n'),
    };
  },
};

function backupJson({ fileName, madeAt, sizeBytes, isEncrypted }: Backup) {
  return { file: fileName, madeAt, sizeBytes, encrypted: isEncrypted };
}

function backupsText(found: readonly Backup[]): string {
  if (found.length === 0) return 'Det finns inga säkerhetskopior av arbetsfilen.';
  const rows = found.map(({ fileName, madeAt, sizeBytes, isEncrypted }) => [
    madeAt.slice(0, 16).replace('T', ' '),
    fileName,
    `${Math.ceil(sizeBytes / 1024)} kB`,
    isEncrypted ? 'krypterad' : '',
  ]);
  return table([['Gjord (UTC)', 'Fil', 'Storlek', ''], ...rows], [2]);
}
