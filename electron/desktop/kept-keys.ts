import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { safeStorage } from 'electron';
import type { WorkspaceId } from '../../core/api.ts';
import { userFolder } from '../workbench/profiles.ts';

/**
 * Keys of encrypted workspaces, encrypted once more by the operating system for this user (Keychain, DPAPI, a Linux key
 * store). Never the passphrase. A key that is lost here costs nothing: the passphrase opens the file as before.
 */

/** True where the operating system itself keeps the secret; Chromium's own fallback on Linux does not. */
export async function canKeepKeys(): Promise<boolean> {
  const isPlain = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  return !isPlain && (await safeStorage.isAsyncEncryptionAvailable());
}

/** Keeps a key; false where that cannot be done safely. */
export async function keepKey(workspaceId: WorkspaceId, key: string): Promise<boolean> {
  if (!(await canKeepKeys())) return false;
  const encrypted = await safeStorage.encryptStringAsync(key);
  fs.mkdirSync(path.dirname(keyPath(workspaceId)), { recursive: true });
  fs.writeFileSync(keyPath(workspaceId), encrypted, { mode: 0o600 });
  return true;
}

/** The key that was kept; null where there is none, or the operating system no longer gives it. */
export async function keptKey(workspaceId: WorkspaceId): Promise<string | null> {
  let encrypted: Buffer;
  try {
    encrypted = fs.readFileSync(keyPath(workspaceId));
  } catch {
    return null;
  }
  if (!(await canKeepKeys())) return null;
  try {
    const { result } = await safeStorage.decryptStringAsync(encrypted);
    return result;
  } catch {
    // Another user's, or from before the key store was emptied.
    forgetKey(workspaceId);
    return null;
  }
}

/** Forgets a key. Always false: nothing is kept afterwards. */
export function forgetKey(workspaceId: WorkspaceId): false {
  fs.rmSync(keyPath(workspaceId), { force: true });
  return false;
}

function keyPath(workspaceId: WorkspaceId): string {
  // The window chose these letters: nothing but those of an id becomes part of a path.
  return path.join(userFolder(), 'keys', `${workspaceId.replace(/[^0-9a-f]/g, '')}.key`);
}
