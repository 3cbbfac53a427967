/** What a command gives back: for machines, and for people. */
export interface Output {
  readonly json: unknown;
  /** Swedish, lines parted by "\n", without the last line break. */
  readonly text: string;
  /** 0 unless said. */
  readonly exitCode?: 0 | 1;
}

/** Where a command's words go. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** True when a person watches: progress is shown. */
  readonly isInteractive: boolean;
  /** Asks for something that is not shown while it is typed; null where nobody can answer. */
  askSecret?(question: string): Promise<string | null>;
}

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

/** One subcommand. */
export interface Command {
  readonly name: string;
  /** What follows the name, as in "FIL... --into W [--year Y]". */
  readonly usage: string;
  /** One line of Swedish. */
  readonly summary: string;
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  run(positionals: readonly string[], options: OptionValues, terminal: Terminal): Promise<Output> | Output;
}

/** Wrong words on the command line: exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
