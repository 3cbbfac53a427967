import * as z from 'zod';

/**
 * What shell and workbench say to each other. The same messages cross a worker thread's port and that of an
 * Electron utility process; contents are JSON, so that nothing depends on how a port copies objects.
 */

/** What only the shell may do: let the workbench use a path, under an id that the window may know. */
const grant = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), id: z.string(), path: z.string() }),
  z.strictObject({ kind: z.literal('target'), id: z.string(), path: z.string() }),
  z.strictObject({ kind: z.literal('workspace'), id: z.string(), path: z.string() }),
]);
export type Grant = z.infer<typeof grant>;

/** From shell to workbench. */
export const toWorkbench = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('request'), callId: z.string(), name: z.string(), inputJson: z.string() }),
  z.strictObject({ type: z.literal('cancel'), callId: z.string() }),
  z.strictObject({ type: z.literal('grant'), grant }),
  /** The key of a workspace that is unlocked, for the operating system to keep. The window has no such call. */
  z.strictObject({ type: z.literal('key-of'), callId: z.string(), workspaceId: z.string() }),
  z.strictObject({
    type: z.literal('take-key'),
    callId: z.string(),
    workspaceId: z.string(),
    key: z.string(),
  }),
  /** Close all files and end. */
  z.strictObject({ type: z.literal('end') }),
]);
export type ToWorkbench = z.infer<typeof toWorkbench>;

/** From workbench to shell. */
export const fromWorkbench = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('answer'), callId: z.string(), envelopeJson: z.string() }),
  z.strictObject({ type: z.literal('key'), callId: z.string(), key: z.string().nullable() }),
  z.strictObject({ type: z.literal('event'), eventJson: z.string() }),
  /** All files are closed. */
  z.strictObject({ type: z.literal('ended') }),
]);
export type FromWorkbench = z.infer<typeof fromWorkbench>;

/** One end of a channel, whatever carries it. */
export interface Port {
  post(message: ToWorkbench | FromWorkbench): void;
  listen(listener: (message: unknown) => void): void;
}
