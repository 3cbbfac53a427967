import { randomUUID } from 'node:crypto';
import type { SavedView, WorkspaceId } from '../../../core/api.ts';
import { fold } from '../../../core/text.ts';
import { chunkBytes } from '../handed-files.ts';
import type { HandlersOf } from '../registry.ts';
import { programVersion } from '../resources.ts';
import { changePreferences, readPreferences, readViews, saveLast, saveViews } from '../user.ts';
import { listedWorkspaces } from '../workspace-list.ts';

/** What is the user's own, and files that a browser hands in. */
export const appHandlers: HandlersOf<
  | 'app.state'
  | 'app.savePreferences'
  | 'app.listViews'
  | 'app.saveLast'
  | 'app.saveView'
  | 'app.removeView'
  | 'files.begin'
  | 'files.chunk'
  | 'files.end'
  | 'files.forget'
> = {
  'app.state': (_input, { desk }) => ({
    version: programVersion(),
    preferences: readPreferences(),
    recents: listedWorkspaces(),
    open: [...desk.open],
  }),

  'app.savePreferences': (changes) => ({ preferences: changePreferences(withoutUndefined(changes)) }),

  'app.listViews': ({ workspaceId }) => readViews(workspaceId),

  'app.saveLast': ({ workspaceId, choice, place }) => {
    saveLast(workspaceId, { choice, place });
    return {};
  },

  'app.saveView': ({ workspaceId, name, choice, place }) => {
    const { views } = readViews(workspaceId);
    const before = views.find((view) => fold(view.name) === fold(name));
    const view: SavedView = { id: before?.id ?? randomUUID(), name, choice, place };
    saveViews(workspaceId, [...views.filter(({ id }) => id !== view.id), view]);
    return {
      view,
      inverse:
        before === undefined
          ? {
              call: 'app.removeView',
              input: { workspaceId, id: view.id },
              label: { sv: 'Ta bort vyn', en: 'Remove the view' },
            }
          : restoring(workspaceId, before),
    };
  },

  'app.removeView': ({ workspaceId, id }) => {
    const { views } = readViews(workspaceId);
    const before = views.find((view) => view.id === id);
    saveViews(
      workspaceId,
      views.filter((view) => view.id !== id),
    );
    return { inverse: before === undefined ? null : restoring(workspaceId, before) };
  },

  'files.begin': ({ fileName, sizeBytes }, { desk }) => ({
    fileId: desk.files.begin(fileName, sizeBytes),
    chunkBytes,
  }),
  'files.chunk': ({ fileId, base64 }, { desk }) => ({
    receivedBytes: desk.files.add(fileId, Buffer.from(base64, 'base64')),
  }),
  'files.end': ({ fileId }, { desk }) => ({ fileName: desk.files.end(fileId) }),
  'files.forget': ({ fileId }, { desk }) => {
    desk.files.forget(fileId);
    return {};
  },
};

function restoring(workspaceId: WorkspaceId, { name, choice, place }: SavedView) {
  return {
    call: 'app.saveView',
    input: { workspaceId, name, choice, place },
    label: { sv: 'Återställ vyn', en: 'Restore the view' },
  };
}

/** Only what was named: a field that was left out keeps its value. */
function withoutUndefined<Fields extends object>(
  fields: Fields,
): {
  [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
} {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
}
