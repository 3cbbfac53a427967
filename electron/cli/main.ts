import { parseArgs } from 'node:util';
import type { Problem } from '../../core/problem.ts';
import { Refusal } from '../../core/problem.ts';
import { NeedsConfirmation } from '../workbench/import-files.ts';
import { backUpChanges } from '../store/backups.ts';
import { dropKeys, offerSecret } from '../store/encryption/keyring.ts';
import type { Command, OptionValues, Output, Terminal } from './command.ts';
import { UsageError } from './command.ts';
import { text, userPath } from './options.ts';
import { secretFromFile, secretFromKeyboard } from './secrets.ts';

/** Each command by its name, in the order of the overview. Only the one that is run is loaded. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  inspect: async () => (await import('./commands/inspect.ts')).inspect,
  import: async () => (await import('./commands/import.ts')).importCommand,
  batches: async () => (await import('./commands/batches.ts')).batches,
  backups: async () => (await import('./commands/backups.ts')).backups,
  restore: async () => (await import('./commands/backups.ts')).restore,
  undo: async () => (await import('./commands/undo.ts')).undo,
  redo: async () => (await import('./commands/undo.ts')).redo,
  forget: async () => (await import('./commands/forget.ts')).forget,
  units: async () => (await import('./commands/units.ts')).units,
  value: async () => (await import('./commands/value.ts')).value,
  scores: async () => (await import('./commands/scores.ts')).scores,
  compare: async () => (await import('./commands/compare.ts')).compareCommand,
  quadrants: async () => (await import('./commands/quadrants.ts')).quadrants,
  priorities: async () => (await import('./commands/priorities.ts')).prioritiesCommand,
  employees: async () => (await import('./commands/employees.ts')).employees,
  conclusions: async () => (await import('./commands/conclusions.ts')).conclusions,
  targets: async () => (await import('./commands/targets.ts')).targets,
  exchange: async () => (await import('./commands/exchange.ts')).exchange,
  figures: async () => (await import('./commands/figures.ts')).figures,
  figure: async () => (await import('./commands/figure.ts')).figure,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  releases: async () => (await import('./commands/releases.ts')).releases,
  refresh: async () => (await import('./commands/refresh.ts')).refreshCommand,
  settings: async () => (await import('./commands/settings.ts')).settings,
  passphrase: async () => (await import('./commands/passphrase.ts')).passphrase,
  audit: async () => (await import('./commands/audit.ts')).audit,
  check: async () => (await import('./commands/check.ts')).check,
  verify: async () => (await import('./commands/verify.ts')).verify,
  repair: async () => (await import('./commands/repair.ts')).repair,
  demo: async () => (await import('./commands/demo.ts')).demo,
};

const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isInteractive: process.stderr.isTTY,
  askSecret: secretFromKeyboard,
};

/** Runs one command. Gives the exit code: 0 done, 1 refused, 2 wrong usage; nothing is half done after 1 or 2. */
export async function main(
  args: readonly string[],
  terminal: Pick<Terminal, 'out' | 'err'> & Partial<Terminal> = processTerminal,
): Promise<number> {
  const full: Terminal = { isInteractive: false, ...terminal };
  const [name, ...rest] = args;
  const wantsJson = args.includes('--json');
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    full.out(`${await overview()}\n`);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined;
  try {
    if (command === undefined) throw new UsageError(`Kommandot "${name}" finns inte.`);
    if (rest.includes('--help')) {
      full.out(`${helpFor(command)}\n`);
      return 0;
    }
    const { positionals, values } = parse(command, rest);
    const output = await runUnlocked(command, positionals, values, full);
    full.out(`${wantsJson ? JSON.stringify(output.json) : output.text}\n`);
    return output.exitCode ?? 0;
  } catch (error) {
    return await report(error, command, wantsJson, full);
  }
}

/**
 * Runs the command with the passphrase that was handed in; asks for one where a file needs it and somebody sits at the
 * keyboard. A command that was refused for want of it has done nothing and is run again.
 */
async function runUnlocked(
  command: Command,
  positionals: readonly string[],
  values: OptionValues,
  terminal: Terminal,
): Promise<Output> {
  const file = text(values, 'passphrase-file');
  offerSecret(file === null ? null : secretFromFile(userPath(file)));
  try {
    try {
      return await command.run(positionals, values, terminal);
    } catch (error) {
      const isLocked = error instanceof Refusal && error.problem.code === 'passphrase-needed';
      const typed = isLocked ? ((await terminal.askSecret?.('Lösenfras')) ?? null) : null;
      if (typed === null || typed === '') throw error;
      offerSecret(typed);
      return await command.run(positionals, values, terminal);
    }
  } finally {
    backUpChanges(new Date().toISOString());
    offerSecret(null);
    dropKeys();
  }
}

function parse(command: Command, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...command.options, json: { type: 'boolean' }, 'passphrase-file': { type: 'string' } },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new UsageError(unknownOption(error));
  }
}

function unknownOption(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const option = /'(--?[\w-]+)/.exec(message)?.[1];
  if (option === undefined) return 'Orden på kommandoraden går inte att tolka.';
  if (message.includes('ambiguous')) return `Skriv ${option}=… när värdet börjar med ett minustecken.`;
  return message.includes('argument')
    ? `${option} behöver ett värde, eller tar inget.`
    : `Valet ${option} finns inte.`;
}

async function report(
  error: unknown,
  command: Command | undefined,
  wantsJson: boolean,
  terminal: Terminal,
): Promise<1 | 2> {
  if (error instanceof UsageError) {
    const usage = command === undefined ? await overview() : helpFor(command);
    if (wantsJson) terminal.out(`${JSON.stringify({ error: usageProblem(error) })}\n`);
    terminal.err(`${error.message}\n\n${usage}\n`);
    return 2;
  }
  const problem = problemOf(error);
  if (problem.code === 'program-fault')
    terminal.err(`${error instanceof Error ? (error.stack ?? '') : ''}\n`);
  const questions = error instanceof NeedsConfirmation ? error.questions : null;
  if (wantsJson) {
    terminal.out(`${JSON.stringify({ error: { ...problem, ...(questions !== null && { questions }) } })}\n`);
    return 1;
  }
  const listed = (questions ?? []).map(({ message, options, proposed }) => {
    const answer = options.find(({ value: option }) => option === proposed)?.label;
    return `  – ${message}${answer === undefined ? '' : ` Förslag: ${answer}.`}`;
  });
  terminal.err([problem.message, ...listed, problem.nextStep, ''].join('\n'));
  return 1;
}

function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  return isAbort(error) ? cancelled : programFault;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

const cancelled: Problem = {
  code: 'cancelled',
  message: 'Avbrutet. Inget har sparats.',
  nextStep: 'Kör kommandot igen när du vill.',
};

const programFault: Problem = {
  code: 'program-fault',
  message: 'Något gick fel i programmet. Det som höll på att sparas har inte sparats.',
  nextStep: 'Försök igen. Händer det på nytt är det ett fel i programmet: rapportera det med texten ovan.',
};

function usageProblem(error: UsageError) {
  return {
    code: 'wrong-usage',
    message: error.message,
    nextStep: 'Se "dimios help" eller lägg till --help efter kommandot.',
  };
}

function helpFor({ name, usage, summary }: Command): string {
  return `${summary}\n\nAnvändning: dimios ${name} ${usage}`.trimEnd();
}

async function overview(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const width = Math.max(...all.map(({ name }) => name.length));
  return [
    'dimios – digital mognad ur Excel-exporter, utan att något svar lämnar datorn.',
    '',
    ...all.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Varje kommando förklaras med --help och ger maskinläsbart svar med --json.',
    'En krypterad arbetsfil öppnas med --passphrase-file FIL, eller med lösenfrasen du blir frågad om.',
  ].join('\n');
}
