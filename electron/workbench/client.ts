import { randomUUID } from 'node:crypto';
import module from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import type { Envelope, FileId, MachineEvent, TargetId, WorkspaceId } from '../../core/api.ts';
import type { FromWorkbench, Grant, ToWorkbench } from './channel.ts';
import { fromWorkbench } from './channel.ts';
import { workspaceIdOf } from './user.ts';

/** A workbench that runs elsewhere: a thread or a process. */
export interface WorkbenchProcess {
  post(message: ToWorkbench): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when it has ended by itself or by a fault. */
  onExit(listener: () => void): void;
  kill(): void;
}

/** The workbench's own source, which runs as it is. */
const workerSource = path.join(import.meta.dirname, 'worker.ts');

/** Starts the workbench in a worker thread, of its source or of what was built of it. */
export function startThread(workerFile = workerSource): WorkbenchProcess {
  const worker = new Worker(workerFile, { env: { ...process.env, ...compileCache() } });
  return {
    post: (message) => {
      worker.postMessage(message);
    },
    onMessage: (listener) => {
      worker.on('message', listener);
    },
    onExit: (listener) => {
      worker.once('exit', listener);
      // An error is followed by the exit; unheard it would end the shell too.
      worker.on('error', () => undefined);
    },
    kill: () => {
      void worker.terminate();
    },
  };
}

/** Lets a thread use the compiled code that the program keeps between starts: it knows of it by its environment alone. */
function compileCache(): Readonly<Record<string, string>> {
  const folder = module.getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}

/**
 * The shell's side of the workbench. It never blocks and never rejects. A workbench that dies is started again;
 * what it was asked then is answered with a problem, and the window is told.
 */
export class WorkbenchClient {
  readonly #start: () => WorkbenchProcess;
  readonly #waiting = new Map<string, (envelopeJson: string) => void>();
  readonly #waitingForKeys = new Map<string, (key: string | null) => void>();
  readonly #listeners = new Set<(eventJson: string) => void>();
  /** What was granted, for a workbench that is started again. */
  readonly #grants: Grant[] = [];
  readonly #ready = Promise.withResolvers<undefined>();
  #process: WorkbenchProcess;
  #isEnding = false;
  #ended: () => void = () => undefined;

  constructor(start: () => WorkbenchProcess = () => startThread()) {
    this.#start = start;
    this.#process = this.#started();
  }

  /** Asks a call of `core/api.ts`; gives an envelope as JSON. */
  call(name: string, inputJson: string, callId: string): Promise<string> {
    if (this.#isEnding) return Promise.resolve(JSON.stringify(stopped));
    return new Promise((resolve) => {
      // The window's ids are its own: two windows may use the same.
      const own = `${randomUUID()}:${callId}`;
      this.#waiting.set(own, resolve);
      this.#process.post({ type: 'request', callId: own, name, inputJson });
    });
  }

  cancel(callId: string): void {
    for (const own of this.#waiting.keys()) {
      if (own.endsWith(`:${callId}`)) this.#process.post({ type: 'cancel', callId: own });
    }
  }

  /** Events as JSON. Gives the way to stop listening. */
  listen(listener: (eventJson: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Called once, when the workbench has been started. */
  whenReady(then: () => void): void {
    void this.#ready.promise.then(then);
  }

  /** Lets the workbench read a file; gives the id by which the window speaks of it. */
  grantFile(filePath: string): FileId {
    const id = randomUUID() as FileId;
    this.#grant({ kind: 'file', id, path: filePath });
    return id;
  }

  /** Lets the workbench write a file that the user chose. */
  grantTarget(filePath: string): TargetId {
    const id = randomUUID() as TargetId;
    this.#grant({ kind: 'target', id, path: filePath });
    return id;
  }

  /** Lets the workbench open a workspace file that the user chose. */
  grantWorkspace(filePath: string): WorkspaceId {
    const id = workspaceIdOf(filePath);
    this.#grant({ kind: 'workspace', id, path: filePath });
    return id;
  }

  /** The key of a workspace that is unlocked; null where there is none. */
  keyOf(workspaceId: WorkspaceId): Promise<string | null> {
    return this.#askForKey((callId) => ({ type: 'key-of', callId, workspaceId }));
  }

  /** Unlocks a workspace with a key that was kept; false when it does not fit. */
  async unlock(workspaceId: WorkspaceId, key: string): Promise<boolean> {
    const fitting = await this.#askForKey((callId) => ({ type: 'take-key', callId, workspaceId, key }));
    return fitting !== null;
  }

  #askForKey(message: (callId: string) => ToWorkbench): Promise<string | null> {
    if (this.#isEnding) return Promise.resolve(null);
    return new Promise((resolve) => {
      const callId = randomUUID();
      this.#waitingForKeys.set(callId, resolve);
      this.#process.post(message(callId));
    });
  }

  /** Where a granted place to save to lies; null for an id that was not given out. */
  targetPath(id: TargetId): string | null {
    return this.#grants.find((grant) => grant.kind === 'target' && grant.id === id)?.path ?? null;
  }

  /** Lets the workbench close its files, and ends it; within two seconds whatever happens. */
  async end(): Promise<void> {
    if (this.#isEnding) return;
    this.#isEnding = true;
    const late = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => {
      late.resolve(undefined);
    }, 2000);
    const done = new Promise<void>((resolve) => {
      this.#ended = resolve;
    });
    this.#process.post({ type: 'end' });
    await Promise.race([done, late.promise]);
    clearTimeout(timer);
    this.#answerAllStopped();
    this.#process.kill();
  }

  #grant(grant: Grant): void {
    this.#grants.push(grant);
    this.#process.post({ type: 'grant', grant });
  }

  #started(): WorkbenchProcess {
    const started = this.#start();
    started.onMessage((message) => {
      this.#take(fromWorkbench.parse(message));
    });
    started.onExit(() => {
      this.#ended();
      if (this.#isEnding || started !== this.#process) return;
      this.#answerAllStopped();
      this.#process = this.#started();
      for (const grant of this.#grants) this.#process.post({ type: 'grant', grant });
      this.#tell({ type: 'restarted' });
    });
    return started;
  }

  #take(message: FromWorkbench): void {
    switch (message.type) {
      case 'ready':
        this.#ready.resolve(undefined);
        return;
      case 'answer': {
        this.#waiting.get(message.callId)?.(message.envelopeJson);
        this.#waiting.delete(message.callId);
        return;
      }
      case 'key': {
        this.#waitingForKeys.get(message.callId)?.(message.key);
        this.#waitingForKeys.delete(message.callId);
        return;
      }
      case 'event': {
        const eventJson = message.eventJson;
        const event = JSON.parse(eventJson) as MachineEvent;
        // The window knows its call by its own id.
        if (event.type === 'progress') {
          this.#tell({ ...event, callId: event.callId.slice(event.callId.indexOf(':') + 1) });
        } else {
          this.#tell(event);
        }
        return;
      }
      case 'ended':
        this.#ended();
        return;
    }
  }

  #tell(event: MachineEvent): void {
    const eventJson = JSON.stringify(event);
    for (const listener of this.#listeners) listener(eventJson);
  }

  #answerAllStopped(): void {
    for (const resolve of this.#waiting.values()) resolve(JSON.stringify(stopped));
    this.#waiting.clear();
    for (const resolve of this.#waitingForKeys.values()) resolve(null);
    this.#waitingForKeys.clear();
  }
}

const stopped: Envelope = {
  ok: false,
  problem: {
    code: 'workbench-stopped',
    message: 'Den del av programmet som räknar stannade och har startats om. Det som var sparat är kvar.',
    nextStep: 'Försök igen.',
  },
};
