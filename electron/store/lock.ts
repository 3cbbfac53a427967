import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Refusal } from '../../core/problem.ts';
import { errorCode } from './inspect-file.ts';
import { diskFull, fileRefusal, unwritable } from './refusals.ts';

/**
 * Who may write to a workspace: one program at a time, told by a file beside it. SQLite's own locks keep a file whole
 * between two programs on one machine; this one also works where those are not to be trusted, as on a network drive,
 * lasts as long as a window is open, and says who it is that stands in the way.
 */

/** Who holds a workspace. */
export interface Holder {
  readonly user: string;
  readonly host: string;
  readonly pid: number;
  /** ISO time. */
  readonly since: string;
}

const lockShape = z.object({
  user: z.string(),
  host: z.string(),
  pid: z.int(),
  since: z.string(),
  token: z.string(),
});
type Lock = z.infer<typeof lockShape>;

const heartbeatMs = 15_000;
/** A holder that has not been heard of for this long is gone: its machine was switched off, or lost the network. */
const silenceMs = 90_000;

interface Hold {
  readonly token: string;
  readonly timer: NodeJS.Timeout;
  count: number;
}

/** The locks of this process, by path; a window and what it writes count as one. */
const own = new Map<string, Hold>();

/** Where the lock of a workspace lies. */
export function lockPath(full: string): string {
  return `${full}.lock`;
}

/**
 * Holds a workspace for writing until what this gives is called.
 * @throws Refusal `workspace-held` naming the holder, `workspace-unwritable`, `disk-full`
 */
export function holdForWriting(full: string): () => void {
  const hold = ownHold(full) ?? takeLock(full);
  hold.count += 1;
  let isReleased = false;
  return () => {
    if (isReleased) return;
    isReleased = true;
    hold.count -= 1;
    if (hold.count === 0) letGo(full, hold);
  };
}

/** The other program that holds a workspace; null where none does. */
export function otherHolder(full: string): Holder | null {
  if (ownHold(full) !== null) return null;
  const lock = readLock(full);
  return lock === 'none' || isGone(full, lock) ? null : lock === 'unreadable' ? unknownHolder : lock;
}

const unknownHolder: Holder = { user: '', host: '', pid: 0, since: '' };

/** The program that has the file is another one. */
export function heldBy(full: string, { user, host, since }: Holder): Refusal {
  const name = path.basename(full);
  const who = user === '' ? 'ett annat program' : `${user} på datorn ${host}`;
  const when = since === '' ? '' : ` sedan ${since.slice(0, 16).replace('T', ' ')} (UTC)`;
  return fileRefusal(
    full,
    'workspace-held',
    `${name} är öppen för ändring hos ${who}${when}. Den kan läsas men inte ändras. Inget har ändrats.`,
    'Be den som har filen öppen att stänga den, och försök igen. Är det du själv: stäng det andra fönstret.',
  );
}

function ownHold(full: string): Hold | null {
  const hold = own.get(full);
  if (hold === undefined) return null;
  const lock = readLock(full);
  if (typeof lock === 'object' && lock.token === hold.token) return hold;
  // Another program has taken over, as after this machine slept: what was held is held no more.
  clearInterval(hold.timer);
  own.delete(full);
  return null;
}

function takeLock(full: string): Hold {
  const token = randomUUID();
  // A lock whose holder is gone is put aside and the name tried again.
  for (let trial = 0; trial < 3; trial += 1) {
    if (writeLock(full, token)) return keptAlive(full, token);
    const lock = readLock(full);
    if (lock === 'none') continue;
    if (!isGone(full, lock)) throw heldBy(full, lock === 'unreadable' ? unknownHolder : lock);
    putAside(full, lock);
  }
  throw heldBy(full, unknownHolder);
}

/** True when the name was free. */
function writeLock(full: string, token: string): boolean {
  const lock: Lock = {
    user: userName(),
    host: os.hostname(),
    pid: process.pid,
    since: new Date().toISOString(),
    token,
  };
  // Written under another name and linked, so that nobody reads half a lock.
  const draft = `${lockPath(full)}.${token}`;
  try {
    fs.writeFileSync(draft, JSON.stringify(lock), { flag: 'wx' });
    linkOrCopy(draft, lockPath(full));
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') return false;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw diskFull(full);
    throw unwritable(full);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Not every file system has links; both fail where the name is taken. */
function linkOrCopy(from: string, to: string): void {
  try {
    fs.linkSync(from, to);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw error;
    fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL);
  }
}

function keptAlive(full: string, token: string): Hold {
  const timer = setInterval(() => {
    const lock = readLock(full);
    if (typeof lock !== 'object' || lock.token !== token) return;
    const at = new Date();
    try {
      fs.utimesSync(lockPath(full), at, at);
    } catch {
      // The network is gone for a while; when it is back the next beat is heard, or the lock is another's.
    }
  }, heartbeatMs);
  timer.unref();
  const hold = { token, timer, count: 0 };
  own.set(full, hold);
  return hold;
}

function letGo(full: string, hold: Hold): void {
  clearInterval(hold.timer);
  if (own.get(full) !== hold) return;
  own.delete(full);
  const lock = readLock(full);
  if (typeof lock === 'object' && lock.token === hold.token) fs.rmSync(lockPath(full), { force: true });
}

function readLock(full: string): Lock | 'none' | 'unreadable' {
  let text: string;
  try {
    text = fs.readFileSync(lockPath(full), 'utf8');
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'none' : 'unreadable';
  }
  try {
    return lockShape.parse(JSON.parse(text));
  } catch {
    return 'unreadable';
  }
}

function isGone(full: string, lock: Lock | 'unreadable'): boolean {
  if (lock !== 'unreadable' && lock.host === os.hostname() && !isRunning(lock.pid)) return true;
  return silentForMs(full) > silenceMs;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** By the clock of the drive that the file lies on, which may not be this machine's. */
function silentForMs(full: string): number {
  const probe = `${lockPath(full)}.${randomUUID()}`;
  try {
    fs.writeFileSync(probe, '');
    return fs.statSync(probe).mtimeMs - fs.statSync(lockPath(full)).mtimeMs;
  } catch {
    return 0;
  } finally {
    fs.rmSync(probe, { force: true });
  }
}

/** Of two programs that find the same old lock, one gets to put it aside. */
function putAside(full: string, seen: Lock | 'unreadable'): void {
  const aside = `${lockPath(full)}.${randomUUID()}`;
  try {
    fs.renameSync(lockPath(full), aside);
  } catch {
    return;
  }
  const moved = fs.readFileSync(aside, 'utf8');
  const isSame = seen === 'unreadable' || moved.includes(seen.token);
  // A new holder was quicker: its lock goes back.
  if (!isSame) fs.renameSync(aside, lockPath(full));
  else fs.rmSync(aside, { force: true });
}

/** The person at this machine, as the operating system names them. */
export function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    return 'okänd';
  }
}
