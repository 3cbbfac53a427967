import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WorkspaceId } from '../../../../core/api.ts';
import { canKeepKeys, forgetKey, keepKey, keptKey } from '../../../../electron/desktop/kept-keys.ts';
import * as electron from './electron-stand-in.ts';

vi.mock('electron', async () => import('./electron-stand-in.ts'));

const id = 'abcdef0123456789abcdef01' as WorkspaceId;
const key = 'a1'.repeat(32);
let home: string;

beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'dimios-keys-'));
  vi.stubEnv('DIMIOS_HOME', home);
  electron.safeStorage.backend = 'gnome_libsecret';
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

test('B-7: a key is kept as the operating system encrypts it, for this user alone, and forgotten', async () => {
  expect(await keptKey(id)).toBeNull();
  expect(await keepKey(id, key)).toBe(true);
  const [name = ''] = readdirSync(path.join(home, 'keys'));
  const file = path.join(home, 'keys', name);
  expect(readFileSync(file).includes(key)).toBe(false);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(await keptKey(id)).toBe(key);
  expect(forgetKey(id)).toBe(false);
  expect(await keptKey(id)).toBeNull();
});

test('B-7: nothing is kept where the operating system has no key store of its own', async () => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
  electron.safeStorage.backend = 'basic_text';
  expect(await canKeepKeys()).toBe(false);
  expect(await keepKey(id, key)).toBe(false);
  expect(existsSync(path.join(home, 'keys'))).toBe(false);
});

test('B-7: an id never leads out of the folder of keys', async () => {
  await keepKey('../../abc' as WorkspaceId, key);
  expect(readdirSync(path.join(home, 'keys'))).toEqual(['abc.key']);
});
