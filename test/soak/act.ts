import process from 'node:process';
import { makeBackup, restoreBackup, listBackups } from '../../electron/store/backups.ts';
import { eraseBatch } from '../../electron/store/forget.ts';
import { changeProtection, unlockWith } from '../../electron/store/protection.ts';
import { openReader, openWriter } from '../../electron/store/workspace.ts';
import type { Act } from './killing.ts';
import { newPassphrase, oldPassphrase, secondBatch } from './killing.ts';

/** Does one thing to a workspace, as a program of its own that can be killed: `act.ts ACT FILE`. */

const now = '2024-06-01T10:00:00.000Z';

const acts: Readonly<Record<Act, (file: string) => void>> = {
  import: (file) => {
    write(file, (writer) => writer.importBatches([secondBatch()], { now, programVersion: '0.1.0' }));
  },
  undo: (file) => {
    write(file, (writer) => {
      writer.undoBatch(1, now);
    });
  },
  merge: (file) => {
    write(file, (writer) => {
      writer.mergeUnits(writer.findUnit('Enhet 1').id, writer.findUnit('Enhet 2').id);
    });
  },
  migrate: (file) => {
    openReader(file).close();
  },
  encrypt: (file) => {
    changeProtection(file, { passphrase: newPassphrase, cipher: 'chacha20' });
  },
  rekey: (file) => {
    unlockWith(file, oldPassphrase);
    changeProtection(file, { passphrase: newPassphrase, cipher: 'sqlcipher' });
  },
  backup: (file) => {
    makeBackup(file, now);
  },
  restore: (file) => {
    restoreBackup(file, listBackups(file)[0]?.path ?? '', now);
  },
  erase: (file) => {
    eraseBatch(file, 1, now);
  },
};

function write(file: string, work: (writer: ReturnType<typeof openWriter>) => unknown): void {
  const writer = openWriter(file);
  work(writer);
  writer.close();
}

const [, , name = '', file = ''] = process.argv;
process.stdout.write('go\n', () => {
  acts[name as Act](file);
});
