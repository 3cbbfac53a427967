import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type * as z from 'zod';
import { userFolder } from './profiles.ts';

/**
 * What is the user's own and lies beside the profiles: preferences, recent workspaces, named views. Nothing in
 * it comes from a workspace's answers.
 */

/** What a file of the user's folder holds; what `fallback` gives where it is missing or cannot be read. */
export function readUserFile<Content>(
  name: string,
  shape: z.ZodType<Content>,
  fallback: () => Content,
): Content {
  try {
    const content: unknown = JSON.parse(readFileSync(path.join(userFolder(), name), 'utf8'));
    const checked = shape.safeParse(content);
    return checked.success ? checked.data : fallback();
  } catch {
    // A file of an older program, or one that was cut short, is worth less than a window that opens.
    return fallback();
  }
}

/** Writes a file of the user's folder whole, for this user only. */
export function writeUserFile(name: string, content: unknown): void {
  const target = path.join(userFolder(), name);
  mkdirSync(path.dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}.tmp`;
  writeFileSync(temporary, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(temporary, target);
}

/** Where workspaces lie that nobody chose another place for. */
export function workspacesFolder(): string {
  return path.join(userFolder(), 'workspaces');
}
