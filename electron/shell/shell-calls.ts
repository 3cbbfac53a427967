import type { Envelope, InputOf, OutputOf, ShellCallName } from '../../core/api.ts';
import { calls } from '../../core/api.ts';
import type { Problem } from '../../core/problem.ts';
import { Refusal } from '../../core/problem.ts';
import { logFault } from '../workbench/fault-log.ts';

/** What a shell can do that the workbench cannot: dialogs, paths, the window itself. */
export type ShellHandlers = {
  readonly [Name in ShellCallName]: (input: InputOf<Name>) => OutputOf<Name> | Promise<OutputOf<Name>>;
};

/** True for a call that the shell answers itself. */
export function isShellCall(name: string): name is ShellCallName {
  return name.startsWith('shell.') && Object.hasOwn(calls, name);
}

/** Answers a call of the shell with an envelope as JSON; never rejects. */
export async function answerShellCall(
  handlers: ShellHandlers,
  name: ShellCallName,
  inputJson: string,
): Promise<string> {
  return JSON.stringify(await envelope(handlers, name, inputJson));
}

async function envelope(handlers: ShellHandlers, name: ShellCallName, inputJson: string): Promise<Envelope> {
  try {
    const input = calls[name].input.safeParse(JSON.parse(inputJson));
    if (!input.success) return { ok: false, problem: badInput };
    // The handler of this very name: TypeScript does not follow a name through the table of calls.
    const handler = handlers[name] as (given: unknown) => unknown;
    return { ok: true, value: await handler(input.data) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    if (error instanceof SyntaxError) return { ok: false, problem: badInput };
    logFault('shell', error, new Date().toISOString());
    return { ok: false, problem: shellFault };
  }
}

const badInput: Problem = {
  code: 'input-invalid',
  message: 'Fönstret frågade på ett sätt som programmet inte förstår.',
  nextStep: 'Starta om programmet. Händer det igen är det ett fel i programmet.',
};

const shellFault: Problem = {
  code: 'program-fault',
  message: 'Något gick fel i programmet.',
  nextStep: 'Försök igen. Händer det på nytt är det ett fel i programmet.',
};
