import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { FileId, ImportOrder, ImportPreview, OutputOf, WorkspaceId } from '../../core/api.ts';
import { recogniseWorkbook } from '../../core/intake/intake.ts';
import type { Problem } from '../../core/problem.ts';
import { Refusal } from '../../core/problem.ts';
import { openWorkbook, refusalCodes } from '../../electron/spreadsheets/index.ts';
import { bundledInstrument } from '../../electron/workbench/resources.ts';
import { withReader } from '../../electron/workbench/workspace.ts';
import { plain } from '../fixtures/layouts/plain.ts';
import { Machine } from '../unit/electron/workbench/machine.ts';

/** What became of a file that was given to the program. */
export type Outcome =
  | { readonly kind: 'refused'; readonly code: string }
  /** Read, and nothing in it to store. */
  | { readonly kind: 'other' }
  | { readonly kind: 'stored'; readonly respondents: number | null };

/** More UTF-16 units than this no answer to a window may take; the preview of a survey takes some hundred thousand. */
export const longestAnswer = 8_000_000;

const instrument = bundledInstrument();

/** Rounds of questions that a file may ask before it can be stored. */
const roundsAtMost = 6;

/** Codes by which a file may be refused on its way in, beside those of files that cannot be read. */
const intakeCodes: readonly string[] = [
  ...refusalCodes,
  'already-imported',
  'needs-confirmation',
  'no-respondents',
  'nothing-to-import',
  'too-many-findings',
  'too-many-units',
];

/**
 * The whole way of a file into a workspace that holds a year, as the window goes: looked at, asked about, stored. Every
 * promise is checked on the way; a broken one is thrown as an error that says which.
 */
export class ImportPath {
  readonly #machine = new Machine();
  #workspaceId: WorkspaceId | null = null;
  #files = 0;
  #costliestMs = 0;

  static async open(): Promise<ImportPath> {
    const own = new ImportPath();
    const machine = own.#machine;
    const { workspaceId } = await machine.call('workspace.create', {
      targetId: machine.target('Prov.dimios'),
      organisation: 'Provkommunen',
      itDepartment: null,
      administrator: null,
      logo: null,
    });
    own.#workspaceId = workspaceId;
    const { fileName, bytes } = plain();
    const { kind } = await own.take(fileName, bytes, 2019);
    if (kind !== 'stored') throw new Error('The year before was not stored.');
    return own;
  }

  /** Takes a file in: all of it, or nothing, and then with a reason. What was stored is taken back. */
  async take(fileName: string, bytes: Uint8Array, year = 2024): Promise<Outcome> {
    const filePath = path.join(this.#machine.folder, `${++this.#files} ${fileName}`);
    writeFileSync(filePath, bytes);
    const before = this.#state();
    try {
      const outcome = await this.#taken(this.#machine.file(filePath), year);
      if (outcome.kind !== 'stored') mustBe(this.#state() === before, 'the workspace is as it was');
      const { problems } = withReader(this.#workspace, (reader) => reader.check());
      mustBe(problems.length === 0, `the workspace is sound: ${JSON.stringify(problems)}`);
      mustBe(this.#machine.faults.length === 0, `no fault of the program: ${this.#faults()}`);
      return outcome;
    } finally {
      rmSync(filePath);
    }
  }

  /** Reads every cell of a file and recognises what it is, without the window's part of it. */
  async read(fileName: string, bytes: Uint8Array): Promise<Outcome> {
    const filePath = path.join(this.#machine.folder, fileName);
    writeFileSync(filePath, bytes);
    try {
      const workbook = await openWorkbook(filePath);
      try {
        for (const sheet of workbook.sheets) await sheet.tail();
        await recogniseWorkbook(workbook, { instrument });
      } finally {
        await workbook.close();
      }
      return { kind: 'other' };
    } catch (error) {
      if (error instanceof Refusal) return refusal(error.problem);
      throw error;
    } finally {
      rmSync(filePath);
    }
  }

  /** Looks at a file as the window does before it stores anything. */
  async look(fileName: string, bytes: Uint8Array): Promise<Outcome> {
    const filePath = path.join(this.#machine.folder, `${++this.#files} ${fileName}`);
    writeFileSync(filePath, bytes);
    try {
      const preview = await this.#preview(order(this.#machine.file(filePath), 2024));
      return 'code' in preview ? refusal(preview) : { kind: 'other' };
    } finally {
      mustBe(this.#machine.faults.length === 0, `no fault of the program: ${this.#faults()}`);
      rmSync(filePath);
    }
  }

  /** Processor time, of all threads, of the costliest call since this was asked last: what somebody waits for. */
  takeCostliestMs(): number {
    const most = this.#costliestMs;
    this.#costliestMs = 0;
    return most;
  }

  end(): void {
    this.#machine.end();
  }

  async #taken(fileId: FileId, year: number): Promise<Outcome> {
    const workspaceId = this.#id;
    let own = order(fileId, year);
    for (let round = 0; round < roundsAtMost; round++) {
      const preview = await this.#preview(own);
      if ('code' in preview) return refusal(preview);
      if (preview.kind === 'other') break;
      const open = preview.questions.filter(({ answer }) => answer === null);
      if (open.length === 0) break;
      const given = open.map(({ id, proposed, options }) => [id, proposed ?? options[0]?.value ?? '']);
      own = { ...own, answers: { ...own.answers, ...(Object.fromEntries(given) as Record<string, string>) } };
    }
    const scores = await this.#asked('import.scores', { workspaceId, orders: [own] });
    if ('code' in scores && scores.code !== 'nothing-to-import') return refusal(scores);
    const stored = await this.#asked('import.store', { workspaceId, orders: [own], profileName: null });
    if ('code' in stored) return stored.code === 'nothing-to-import' ? { kind: 'other' } : refusal(stored);
    await this.#machine.call('data.undo', { workspaceId, batches: stored.batches.map(({ id }) => id) });
    return { kind: 'stored', respondents: stored.batches[0]?.respondents ?? null };
  }

  #preview(own: ImportOrder): Promise<ImportPreview | Problem> {
    return this.#asked('import.preview', { workspaceId: this.#id, order: own, earlier: [] });
  }

  async #asked<Name extends 'import.preview' | 'import.scores' | 'import.store'>(
    name: Name,
    input: unknown,
  ): Promise<OutputOf<Name> | Problem> {
    const before = process.cpuUsage();
    const json = await this.#machine.workbench.call(name, JSON.stringify(input), 'asked');
    const { user, system } = process.cpuUsage(before);
    this.#costliestMs = Math.max(this.#costliestMs, (user + system) / 1000);
    mustBe(json.length <= longestAnswer, `${name} answers within bounds, not with ${json.length} characters`);
    const envelope = JSON.parse(json) as
      | { readonly ok: true; readonly value: OutputOf<Name> }
      | { readonly ok: false; readonly problem: Problem };
    return envelope.ok ? envelope.value : envelope.problem;
  }

  get #id(): WorkspaceId {
    if (this.#workspaceId === null) throw new Error('There is no workspace yet.');
    return this.#workspaceId;
  }

  get #workspace(): string {
    return path.join(this.#machine.folder, 'Prov.dimios');
  }

  /** Every byte of the workspace and its log, and the names of all that lies beside them. */
  #state(): string {
    const { folder } = this.#machine;
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    const hash = createHash('sha256');
    for (const name of ['Prov.dimios', 'Prov.dimios-wal'].filter((own) => names.includes(own)))
      hash.update(readFileSync(path.join(folder, name)));
    return JSON.stringify([names, hash.digest('hex')]);
  }

  #faults(): string {
    return this.#machine.faults
      .map(
        ({ place, error }) =>
          `${place}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
      .join('\n');
  }
}

function order(fileId: FileId, year: number): ImportOrder {
  return { fileId, answers: {}, columns: [], kind: null, year, sheet: null };
}

/** A refusal that somebody can do something about. */
function refusal({ code, message, nextStep }: Problem): Outcome {
  mustBe(intakeCodes.includes(code), `a file is refused by a known code, not by ${code}: ${message}`);
  mustBe(message.length > 10 && message.length < 1000, `a refusal is told in a sentence, not so: ${message}`);
  mustBe(nextStep.length > 10, `a refusal says what to do next: ${code}`);
  return { kind: 'refused', code };
}

function mustBe(holds: boolean, promise: string): void {
  if (!holds) throw new Error(`Promised and not so: ${promise}`);
}
