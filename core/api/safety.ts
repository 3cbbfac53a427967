import * as z from 'zod';
import { changed, shortText, targetId, texts, workspaceId } from './values.ts';

const here = z.strictObject({ workspaceId });
const batch = z.int().min(1);
/** A passphrase or a recovery key. It is never kept, logged or answered back. */
export const secret = z.string().min(1).max(1000);

const fileName = shortText;
const backup = z.strictObject({
  fileName,
  /** ISO time. */
  madeAt: z.string(),
  sizeBytes: z.int(),
  isEncrypted: z.boolean(),
});

export const backupFates = ['rewritten', 'removed', 'kept'] as const;

/** What keeps a workspace safe: its passphrase, its backups, who has it open, what was done with it. */
export const safetyCalls = {
  /** Lets an encrypted workspace be opened until the program ends. @throws Refusal `passphrase-wrong` */
  'safety.unlock': { input: here.extend({ secret }), output: z.strictObject({}) },
  'safety.state': {
    input: here,
    output: z.strictObject({
      /** Null where the file is not encrypted. */
      cipher: z.enum(['chacha20', 'sqlcipher']).nullable(),
      /** Why it can be read and not changed, or what is otherwise worth knowing; empty for nothing. */
      notices: z.array(texts),
    }),
  },
  /** Sets or changes the passphrase, or (null) takes it away. Cannot be undone: the old one is not kept. */
  'safety.setPassphrase': {
    input: here.extend({ passphrase: secret.nullable(), cipher: z.enum(['chacha20', 'sqlcipher']) }),
    output: z.strictObject({
      /** Backups that followed, and those that could not be opened. */
      rewritten: z.array(z.string()),
      left: z.array(z.string()),
    }),
  },
  'safety.recoveryKey': { input: here, output: z.strictObject({ recoveryKey: z.string() }) },
  /** Newest first; also of a workspace that cannot be opened. */
  'safety.backups': { input: here, output: z.strictObject({ backups: z.array(backup) }) },
  'safety.makeBackup': { input: here, output: z.strictObject({ backup }) },
  /** Puts a backup in the place of the workspace, which is kept as a backup of its own. */
  'safety.restore': {
    input: here.extend({ fileName }),
    output: z.strictObject({ kept: z.string().nullable() }),
  },
  /** What erasing a batch would do to the backups. */
  'safety.planErasure': {
    input: here.extend({ batch }),
    output: z.strictObject({
      backups: z.array(z.strictObject({ fileName: z.string(), fate: z.enum(backupFates) })),
    }),
  },
  /** Erases a batch for good: the one change that gives no way back. */
  'safety.erase': { input: here.extend({ batch }), output: changed },
  /** Who did what, newest first. */
  'safety.events': {
    input: here,
    output: z.strictObject({
      events: z.array(z.strictObject({ id: z.int(), at: z.string(), person: z.string(), text: texts })),
    }),
  },
  /** Writes the trail as a file, without the names of persons. */
  'safety.exportEvents': {
    input: here.extend({ targetId }),
    output: z.strictObject({ targetId, shownPath: z.string(), sizeBytes: z.int() }),
  },
} as const;
