import { existsSync } from 'node:fs';
import path from 'node:path';
import type * as z from 'zod';
import type { workspaceEntry } from '../../core/api/app.ts';
import { readRecents, workspaceIdOf, workspacesInFolder } from './user.ts';
import { samplesWorkspacePath } from './samples-workspace.ts';

/** Workspaces opened before, the last first, and then the others that lie in the user's own folder. */
export function listedWorkspaces(): z.infer<typeof workspaceEntry>[] {
  const recents = readRecents();
  const known = new Set(recents.map((recent) => recent.path));
  const others = workspacesInFolder().filter((filePath) => !known.has(filePath));
  return [
    ...recents.map(({ path: filePath, name, isSample, lastOpened }) => ({
      ...placeOf(filePath),
      name,
      isSample,
      lastOpened,
    })),
    ...others.map((filePath) => ({
      ...placeOf(filePath),
      name: path.basename(filePath, path.extname(filePath)),
      isSample: filePath === samplesWorkspacePath(),
      lastOpened: null,
    })),
  ];
}

function placeOf(filePath: string) {
  return {
    workspaceId: workspaceIdOf(filePath),
    fileName: path.basename(filePath),
    folder: path.dirname(filePath),
    exists: existsSync(filePath),
  };
}
