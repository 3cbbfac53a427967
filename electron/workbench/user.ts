import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import * as z from 'zod';
import type { Preferences, SavedView, WorkspaceId } from '../../core/api.ts';
import { choice } from '../../core/api.ts';
import { preferences as preferencesShape, savedView, screenPlace } from '../../core/api/app.ts';
import { readUserFile, workspacesFolder, writeUserFile } from './user-files.ts';

/** Preferences, recent workspaces and named views. */

/** Ending of workspace files. */
export const workspaceEnding = '.dimios';

const preferencesFile = 'preferences.json';
const usualPreferences: Preferences = { theme: 'system', language: 'sv', reducedMotion: false };

export function readPreferences(): Preferences {
  const saved = readUserFile(preferencesFile, preferencesShape.partial(), () => ({}));
  return { ...usualPreferences, ...saved };
}

export function changePreferences(changes: Partial<Preferences>): Preferences {
  const preferences = { ...readPreferences(), ...changes };
  writeUserFile(preferencesFile, preferences);
  return preferences;
}

const recentsFile = 'recent.json';
/** More than this many are more than anybody looks through. */
const mostRecents = 30;

const recentShape = z.object({
  path: z.string(),
  name: z.string(),
  isSample: z.boolean(),
  lastOpened: z.string(),
});
export type Recent = z.infer<typeof recentShape>;

/** Workspaces that were opened on this computer, the last first. */
export function readRecents(): Recent[] {
  return readUserFile(recentsFile, z.array(recentShape), () => []);
}

export function rememberRecent(recent: Recent): void {
  const others = readRecents().filter((other) => other.path !== recent.path);
  writeUserFile(recentsFile, [recent, ...others].slice(0, mostRecents));
}

export function forgetRecent(workspace: WorkspaceId): void {
  writeUserFile(
    recentsFile,
    readRecents().filter((recent) => workspaceIdOf(recent.path) !== workspace),
  );
}

/** Workspace files in the user's own folder. */
export function workspacesInFolder(): string[] {
  const folder = workspacesFolder();
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(workspaceEnding))
    .sort()
    .map((name) => path.join(folder, name));
}

/** The id by which a window speaks of a file: the same for the same place, and telling nothing of it. */
export function workspaceIdOf(filePath: string): WorkspaceId {
  const place = existsSync(filePath) ? realpathSync(filePath) : path.resolve(filePath);
  return createHash('sha256').update(place).digest('hex').slice(0, 24) as WorkspaceId;
}

const keptViews = z.object({
  last: z.object({ choice, place: screenPlace.nullable() }).nullable(),
  views: z.array(savedView),
});
export type KeptViews = z.infer<typeof keptViews>;

/** What was last looked at in a workspace, and its named views. */
export function readViews(workspace: WorkspaceId): KeptViews {
  return readUserFile(viewsFile(workspace), keptViews, () => ({ last: null, views: [] }));
}

export function saveLast(workspace: WorkspaceId, last: NonNullable<KeptViews['last']>): void {
  writeUserFile(viewsFile(workspace), { ...readViews(workspace), last });
}

/** Sets the named views of a workspace. */
export function saveViews(workspace: WorkspaceId, views: readonly SavedView[]): void {
  writeUserFile(viewsFile(workspace), { ...readViews(workspace), views });
}

function viewsFile(workspace: WorkspaceId): string {
  return path.join('views', `${workspace}.json`);
}
