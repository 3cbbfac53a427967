import * as z from 'zod';
import { fileId, shortText, targetId, texts, workspaceId } from './values.ts';

export const exportFormats = [
  'svg',
  'png',
  'pdf',
  'docx',
  'pptx',
  'xlsx',
  'csv',
  'parquet',
  'html',
  'json',
  'dimios',
  'zip',
] as const;

/** Calls that the shell itself answers: what needs dialogs, paths or the operating system. */
export const shellCalls = {
  'shell.state': {
    input: z.strictObject({}),
    output: z.strictObject({
      shell: z.enum(['electron', 'browser']),
      version: z.string(),
      platform: z.string(),
      /** Folder that saved files go to where the user is not asked; null where a dialog asks. */
      downloads: z.string().nullable(),
      /** Whether the operating system can keep the key of an encrypted workspace for this user. */
      remembersKeys: z.boolean(),
    }),
  },
  /** Keeps the key of a workspace that is open with the operating system, or forgets it. */
  'shell.rememberKey': {
    input: z.strictObject({ workspaceId, remember: z.boolean() }),
    output: z.strictObject({ remembered: z.boolean() }),
  },
  /** Unlocks a workspace with a key that was kept; false where there is none that fits. */
  'shell.recallKey': {
    input: z.strictObject({ workspaceId }),
    output: z.strictObject({ unlocked: z.boolean() }),
  },
  /** A place to save to; null when the user changed their mind. */
  'shell.saveTarget': {
    input: z.strictObject({ suggestedName: shortText, kind: z.enum(exportFormats) }),
    output: z.strictObject({ targetId, shownPath: z.string() }).nullable(),
  },
  'shell.openWorkspaceDialog': {
    input: z.strictObject({}),
    output: z.strictObject({ workspaceId, shownPath: z.string() }).nullable(),
  },
  /** A place for a new workspace file. */
  'shell.newWorkspaceTarget': {
    input: z.strictObject({ suggestedName: shortText }),
    output: z.strictObject({ targetId, shownPath: z.string() }).nullable(),
  },
  /** Files chosen in a dialog; empty in a browser, which has its own. */
  'shell.chooseFiles': {
    input: z.strictObject({ kind: z.enum(['survey', 'exchange', 'logo']) }),
    output: z.strictObject({ files: z.array(z.strictObject({ fileId, fileName: z.string() })) }),
  },
  /** Shows a saved file in its folder; false where the shell cannot. */
  'shell.reveal': {
    input: z.strictObject({ targetId }),
    output: z.strictObject({ revealed: z.boolean() }),
  },
  /** A saved file is being dragged out of the window; false where the shell cannot. */
  'shell.drag': {
    input: z.strictObject({ targetId }),
    output: z.strictObject({ dragged: z.boolean() }),
  },
  /** The first answers stand on the screen: when the page was first painted and when they did, in ms since 1970. */
  'shell.started': {
    input: z.strictObject({ paintMs: z.number(), dataMs: z.number() }),
    output: z.strictObject({}),
  },
  'shell.setTitle': {
    input: z.strictObject({ title: shortText }),
    output: z.strictObject({}),
  },
} as const;

/** What comes to the window unasked. */
export const machineEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('progress'),
    callId: z.string(),
    /** What is being done. */
    step: texts,
    /** 0–1; null where nobody knows how much there is. */
    share: z.number().min(0).max(1).nullable(),
  }),
  /** A workspace has changed: what was asked of it before may no longer hold. */
  z.strictObject({ type: z.literal('changed'), workspaceId }),
  z.strictObject({
    type: z.literal('menu'),
    command: z.enum([
      'new',
      'open',
      'open-samples',
      'close',
      'import',
      'export',
      'settings',
      'undo',
      'redo',
      'find',
      'back',
      'forward',
      'theme',
      'help',
    ]),
  }),
  /** A file or workspace was opened from outside the window, as by double-clicking it. */
  z.strictObject({ type: z.literal('opened'), workspaceId }),
  z.strictObject({
    type: z.literal('dropped'),
    files: z.array(z.strictObject({ fileId, fileName: z.string() })),
  }),
  /** The worker was started again after a fault: open workspaces must be opened once more. */
  z.strictObject({ type: z.literal('restarted') }),
]);
export type MachineEvent = z.infer<typeof machineEvent>;
