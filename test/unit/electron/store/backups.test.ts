import { expect, test } from 'vitest';
import { listBackups, makeBackup } from '../../../../electron/store/backups.ts';
import { circumstances, newWorkspace } from './samples.ts';

test('B-11: of many backups made in the same second the ten newest stay, and the one made last is the first of them', () => {
  const writer = newWorkspace();
  writer.close();
  const made = Array.from({ length: 25 }, () => makeBackup(writer.path, circumstances.now).path);
  expect(new Set(made).size).toBe(25);
  expect(listBackups(writer.path).map(({ path }) => path)).toEqual(made.slice(-10).reverse());
});
