import * as z from 'zod';
import { changed, choice, fileId, language, shortText, workspaceId } from './values.ts';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;

export const preferences = z.strictObject({
  theme: z.enum(themes),
  language,
  /** True for less movement than the operating system asks for. */
  reducedMotion: z.boolean(),
});
export type Preferences = z.infer<typeof preferences>;

/** A screen and what it shows, such as which item is open: kept as the window wrote it. */
export const screenPlace = z.strictObject({
  screen: shortText,
  params: z.record(shortText, z.union([z.string().max(300), z.number(), z.boolean(), z.null()])),
});

export const savedView = z.strictObject({
  id: z.string(),
  name: shortText,
  choice,
  place: screenPlace.nullable(),
});
export type SavedView = z.infer<typeof savedView>;

export const workspaceEntry = z.strictObject({
  workspaceId,
  /** What the organisation is called; the file's name where it has none. */
  name: z.string(),
  fileName: z.string(),
  /** The file's folder, as it is shown. */
  folder: z.string(),
  isSample: z.boolean(),
  /** ISO time; null where it has not been opened on this computer. */
  lastOpened: z.string().nullable(),
  /** False where the file has been moved or removed. */
  exists: z.boolean(),
});

/** What is the user's and not a workspace's. */
export const appCalls = {
  'app.state': {
    input: z.strictObject({}),
    output: z.strictObject({
      version: z.string(),
      preferences,
      recents: z.array(workspaceEntry),
      /** The open workspaces. */
      open: z.array(workspaceId),
    }),
  },
  'app.savePreferences': { input: preferences.partial(), output: z.strictObject({ preferences }) },
  /** What was last looked at in a workspace, and its named views. */
  'app.listViews': {
    input: z.strictObject({ workspaceId }),
    output: z.strictObject({
      last: z.strictObject({ choice, place: screenPlace.nullable() }).nullable(),
      views: z.array(savedView),
    }),
  },
  'app.saveLast': {
    input: z.strictObject({ workspaceId, choice, place: screenPlace.nullable() }),
    output: z.strictObject({}),
  },
  /** Keeps a view under a name; one of the same name is replaced. */
  'app.saveView': {
    input: z.strictObject({
      workspaceId,
      name: shortText.trim().min(1),
      choice,
      place: screenPlace.nullable(),
    }),
    output: changed.extend({ view: savedView }),
  },
  'app.removeView': { input: z.strictObject({ workspaceId, id: shortText }), output: changed },
} as const;

/** Files that a browser hands in piece by piece. */
export const fileCalls = {
  'files.begin': {
    input: z.strictObject({ fileName: shortText.min(1), sizeBytes: z.int().min(0) }),
    output: z.strictObject({ fileId, chunkBytes: z.int() }),
  },
  /** The next piece, in order, as base64. */
  'files.chunk': {
    input: z.strictObject({ fileId, base64: z.base64() }),
    output: z.strictObject({ receivedBytes: z.int() }),
  },
  /** All pieces have been sent. @throws Refusal `file-incomplete` */
  'files.end': { input: z.strictObject({ fileId }), output: z.strictObject({ fileName: z.string() }) },
  'files.forget': { input: z.strictObject({ fileId }), output: z.strictObject({}) },
} as const;
