import { existsSync } from 'node:fs';
import type { Envelope, MachineEvent, Texts, WorkbenchCallName, WorkspaceId } from '../../core/api.ts';
import { isWorkbenchCall, workbenchCalls } from '../../core/api.ts';
import { Refusal } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import { overview } from '../../core/views/overview.ts';
import type { Grant } from './channel.ts';
import { handlers } from './calls/index.ts';
import { figureSourceIn, gapsIn, overviewContext } from './context.ts';
import { Desk } from './desk.ts';
import { logFault } from './fault-log.ts';
import type { CallContext } from './registry.ts';
import { summaryOf } from './summary.ts';
import { readRecents, readViews } from './user.ts';
import { forWindow } from './window-problems.ts';

/** What a service is made with: it has no clock and no way to the window of its own. */
export interface ServiceOptions {
  readonly emit: (event: MachineEvent) => void;
  /** ISO time. */
  readonly now: () => string;
  /** Where faults of the program are told; the local log when left out. */
  readonly logFault?: (place: string, error: unknown, now: string) => void;
}

/**
 * Answers the calls of `core/api.ts`. It never throws and never rejects: what goes wrong is an answer. Input is
 * checked before a handler sees it, and output before the window does.
 */
export class Workbench {
  readonly #desk: Desk;
  readonly #options: ServiceOptions;
  readonly #underWay = new Map<string, AbortController>();

  constructor(options: ServiceOptions) {
    this.#options = options;
    this.#desk = new Desk(options.emit);
  }

  /** Answers one call with an {@link Envelope} as JSON. */
  async call(name: string, inputJson: string, callId: string): Promise<string> {
    const envelope = await this.#answer(name, inputJson, callId);
    return JSON.stringify(envelope);
  }

  cancel(callId: string): void {
    this.#underWay.get(callId)?.abort();
  }

  /** Lets a path be used under an id. */
  grant(grant: Grant): void {
    this.#desk.grant(grant);
  }

  /**
   * Computes what the window will ask for first, of the workspace used last: the shell's own start takes as long.
   * Calls are answered between the steps. What cannot be opened is told to whoever opens it.
   */
  async prepare(): Promise<void> {
    try {
      const last = readRecents().find((recent) => existsSync(recent.path));
      if (last === undefined) return;
      const workspace = this.#desk.openPath(last.path);
      const { last: view } = readViews(workspace.id);
      const steps: (() => unknown)[] = [
        () => workspace.measurements(),
        () => gapsIn(workspace),
        () => summaryOf(workspace),
        () => figureSourceIn(workspace).fingerprint?.(workspace.measurements().years, null),
      ];
      if (view !== null)
        steps.push(() => overview(workspace.measurements(), view.choice, overviewContext(workspace)));
      for (const step of steps) {
        await new Promise<void>((resolve) => setImmediate(resolve));
        step();
      }
    } catch {
      // It is tried again, and told, when the window opens the workspace.
    }
  }

  /** The key of a workspace that is open, for the shell to keep with the operating system; null where there is none. */
  keyOf(workspaceId: string): string | null {
    return this.#desk.keyOf(workspaceId as WorkspaceId);
  }

  /** Takes a key that the shell has kept; false when it does not open the workspace. */
  takeKey(workspaceId: string, key: string): boolean {
    return this.#desk.takeKey(workspaceId as WorkspaceId, key);
  }

  /** Stops what is under way and closes all files. */
  end(): void {
    for (const controller of this.#underWay.values()) controller.abort();
    this.#desk.clear(this.#options.now());
  }

  async #answer(name: string, inputJson: string, callId: string): Promise<Envelope> {
    if (!isWorkbenchCall(name)) return refused(unknownCall(name));
    const controller = new AbortController();
    this.#underWay.set(callId, controller);
    try {
      return { ok: true, value: await this.#handled(name, inputJson, callId, controller.signal) };
    } catch (error) {
      if (error instanceof Refusal) return refused(forWindow(error.problem));
      if (controller.signal.aborted) return refused(cancelled);
      (this.#options.logFault ?? logFault)(name, error, this.#options.now());
      return refused(fault(name));
    } finally {
      this.#underWay.delete(callId);
    }
  }

  async #handled(
    name: WorkbenchCallName,
    inputJson: string,
    callId: string,
    signal: AbortSignal,
  ): Promise<unknown> {
    const { input, output } = workbenchCalls[name];
    const checked = input.safeParse(parsedJson(inputJson));
    if (!checked.success) throw new Refusal(invalidInput(checked.error.issues));
    const context: CallContext = {
      desk: this.#desk,
      signal,
      now: this.#options.now(),
      progress: (step: Texts, share: number | null) => {
        this.#options.emit({ type: 'progress', callId, step, share });
      },
    };
    // The input has just been checked against the call's own shape, which a table of calls cannot show the compiler.
    const handle = handlers[name] as (input: unknown, context: CallContext) => unknown;
    return output.parse(await handle(checked.data, context));
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) => (typeof value === 'string' ? writable(value) : value));
  } catch {
    return undefined;
  }
}

/** Without control signs, which mean nothing in any text, and which neither XML nor a report can hold. */
function writable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}

function refused(problem: Problem): Envelope {
  return { ok: false, problem };
}

function unknownCall(name: string): Problem {
  return {
    code: 'call-unknown',
    message: `Programmet känner inte till anropet "${name.slice(0, 60)}".`,
    nextStep: 'Starta om programmet.',
  };
}

/** Names the fields, and never repeats what stood in them. */
function invalidInput(issues: readonly { readonly path: readonly PropertyKey[] }[]): Problem {
  const fields = [...new Set(issues.map(({ path }) => path.map(String).join('.') || 'allt'))].slice(0, 5);
  return {
    code: 'input-invalid',
    message: `Det som skickades går inte att använda: ${fields.join(', ')}.`,
    nextStep: 'Rätta det och försök igen.',
  };
}

const cancelled: Problem = {
  code: 'cancelled',
  message: 'Det avbröts. Inget har sparats.',
  nextStep: 'Försök igen när du vill.',
};

function fault(name: string): Problem {
  return {
    code: 'program-fault',
    message: `Något gick fel i programmet (${name}). Inget har ändrats.`,
    nextStep: 'Försök igen. Händer det igen: starta om programmet.',
  };
}
