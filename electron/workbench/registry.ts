import type { OutputOf, ParsedInputOf, WorkbenchCallName } from '../../core/api.ts';
import { workbenchCalls } from '../../core/api.ts';
import type { Texts } from '../../core/api.ts';
import type { Desk } from './desk.ts';

/** What a handler is given beside its input. */
export interface CallContext {
  readonly desk: Desk;
  /** Aborted when the window no longer wants the answer. */
  readonly signal: AbortSignal;
  /** ISO time of the call. */
  readonly now: string;
  /** Tells the window how far the work has come; `share` 0–1, null where nobody knows. */
  readonly progress: (step: Texts, share: number | null) => void;
}

export type Handler<Name extends WorkbenchCallName> = (
  input: ParsedInputOf<Name>,
  context: CallContext,
) => OutputOf<Name> | Promise<OutputOf<Name>>;

/** A handler for every call: one that is missing is a type error. */
export type Handlers = { readonly [Name in WorkbenchCallName]: Handler<Name> };

/** The handlers of one topic. */
export type HandlersOf<Name extends WorkbenchCallName> = Pick<Handlers, Name>;

/**
 * Refuses two handlers for one call, which spreading objects into one another would let pass, and one for a call
 * that is not in the contract.
 * @throws Error naming the call
 */
export function refuseDuplicates(topics: readonly Partial<Handlers>[]): void {
  const seen = new Set<string>();
  for (const name of topics.flatMap((topic) => Object.keys(topic))) {
    if (seen.has(name)) throw new Error(`The call ${name} has two handlers.`);
    if (!Object.hasOwn(workbenchCalls, name)) throw new Error(`There is no call ${name}.`);
    seen.add(name);
  }
}
