import type {
  CallName,
  FileId,
  InputOf,
  Inverse,
  MachineBridge,
  MachineEvent,
  OutputOf,
} from '../../core/api.ts';
import { calls, fileId as fileIdShape, inverse, machineEvent } from '../../core/api.ts';
import type { Problem } from '../../core/problem.ts';

/** A refusal of the machine, with its plain text and next step. */
export class MachineProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'MachineProblem';
    this.problem = problem;
  }
}

export interface Progress {
  readonly step: { readonly sv: string; readonly en: string };
  /** 0–1; null where nobody knows how much there is. */
  readonly share: number | null;
}

export interface CallOptions {
  /** Aborting it cancels the call at the machine. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** The machine as the window knows it. */
export interface Machine {
  /** Asks, and validates the answer. @throws MachineProblem */
  call<Name extends CallName>(
    name: Name,
    input: InputOf<Name>,
    options?: CallOptions,
  ): Promise<OutputOf<Name>>;
  /**
   * Carries out a call that the machine itself gave as the way back from a change, and gives the way back from that.
   * The machine validates the input. @throws MachineProblem
   */
  carryOut(name: CallName, input: unknown): Promise<Inverse>;
  /** Everything that comes unasked, progress of calls aside. Gives the way to stop listening. */
  listen(listener: (event: MachineEvent) => void): () => void;
  /** Hands a file in: by its path where the shell can, else piece by piece. Gives the file's id. */
  handIn(file: File, options?: CallOptions): Promise<FileId>;
}

/** The machine behind what the shell put on the window. */
export function connectMachine(bridge: MachineBridge<File>): Machine {
  let lastCall = 0;
  const listeners = new Set<(event: MachineEvent) => void>();
  const progressOf = new Map<string, (progress: Progress) => void>();

  bridge.listen((eventJson) => {
    const read = machineEvent.safeParse(parsed(eventJson));
    if (!read.success) return;
    const event = read.data;
    if (event.type === 'progress') progressOf.get(event.callId)?.(event);
    else for (const listener of [...listeners]) listener(event);
  });

  /** The value in the envelope that a call is answered with, not yet validated. */
  async function ask(
    name: CallName,
    input: unknown,
    { signal, onProgress }: CallOptions = {},
  ): Promise<unknown> {
    signal?.throwIfAborted();
    lastCall += 1;
    const callId = `c${lastCall}`;
    const cancel = () => {
      bridge.cancel(callId);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    if (onProgress !== undefined) progressOf.set(callId, onProgress);
    try {
      const answer = await bridge.call(name, JSON.stringify(input), callId);
      signal?.throwIfAborted();
      return opened(name, answer);
    } finally {
      signal?.removeEventListener('abort', cancel);
      progressOf.delete(callId);
    }
  }

  const machine: Machine = {
    async call(name, input, options) {
      return validated(name, await ask(name, input, options));
    },
    async carryOut(name, input) {
      const answer = await ask(name, input);
      const way =
        typeof answer === 'object' && answer !== null && 'inverse' in answer ? answer.inverse : null;
      const read = inverse.safeParse(way);
      return read.success ? read.data : null;
    },
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async handIn(file, options) {
      if (bridge.takeFile === null) return sendInPieces(machine, file, options);
      return fileIdShape.parse(await bridge.takeFile(file));
    },
  };
  return machine;
}

/** The value in an envelope. @throws MachineProblem */
function opened(name: string, answer: string): unknown {
  const envelope = parsed(answer);
  if (typeof envelope === 'object' && envelope !== null && 'ok' in envelope) {
    if (envelope.ok === true && 'value' in envelope) return envelope.value;
    if ('problem' in envelope && isProblem(envelope.problem)) throw new MachineProblem(envelope.problem);
  }
  throw new MachineProblem(unreadable(name, ''));
}

function validated<Name extends CallName>(name: Name, value: unknown): OutputOf<Name> {
  const read = calls[name].output.safeParse(value);
  if (!read.success) throw new MachineProblem(unreadable(name, read.error.issues[0]?.path.join('.') ?? ''));
  // The output of this very name: TypeScript does not follow a name through the table of calls.
  return read.data as OutputOf<Name>;
}

function isProblem(candidate: unknown): candidate is Problem {
  return (
    typeof candidate === 'object' &&
    candidate !== null &&
    'code' in candidate &&
    'message' in candidate &&
    'nextStep' in candidate &&
    typeof candidate.message === 'string' &&
    typeof candidate.nextStep === 'string'
  );
}

function unreadable(name: string, place: string): Problem {
  return {
    code: 'answer-unreadable',
    message: `Programmet kunde inte läsa sitt eget svar (${name}${place === '' ? '' : `, ${place}`}).`,
    nextStep: 'Starta om programmet. Kommer felet tillbaka är det ett fel i programmet.',
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

async function sendInPieces(machine: Machine, file: File, options: CallOptions = {}): Promise<FileId> {
  const { fileId, chunkBytes } = await machine.call(
    'files.begin',
    { fileName: file.name, sizeBytes: file.size },
    options,
  );
  for (let start = 0; start < file.size; start += chunkBytes) {
    const bytes = new Uint8Array(await file.slice(start, start + chunkBytes).arrayBuffer());
    await machine.call('files.chunk', { fileId, base64: base64Of(bytes) }, options);
    options.onProgress?.({
      step: { sv: file.name, en: file.name },
      share: Math.min(1, (start + chunkBytes) / file.size),
    });
  }
  await machine.call('files.end', { fileId }, options);
  return fileId;
}

/** Few enough that they fit as arguments of one call. */
const bytesAtATime = 8192;

/** Chromium's own from version 140 on: by hand a piece of a file holds the window up for longer than one notices. */
function base64Of(bytes: Uint8Array): string {
  if (writesBase64(bytes)) return bytes.toBase64();
  let binary = '';
  for (let start = 0; start < bytes.length; start += bytesAtATime)
    binary += String.fromCharCode(...bytes.subarray(start, start + bytesAtATime));
  return btoa(binary);
}

function writesBase64(bytes: Uint8Array): bytes is Uint8Array & { toBase64(): string } {
  return 'toBase64' in bytes;
}
