import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { ColumnMatch } from '../../core/intake/columns.ts';
import type { ImportDraft, ImportKind } from '../../core/intake/draft.ts';
import type { KnownUnit } from '../../core/intake/draft-units.ts';
import type { Finding, Question } from '../../core/intake/finding.ts';
import type { Mapping } from '../../core/intake/mapping.ts';
import { Refusal } from '../../core/problem.ts';
import { unitTree } from '../../core/survey/units.ts';
import { counted } from '../../core/text.ts';
import { isDropped } from '../../core/views/import.ts';
import type { ImportRequest, StoredBatch } from '../store/batch-records.ts';
import { makeBackup } from '../store/backups.ts';
import type { NewProtection } from '../store/open-file.ts';
import { notEncrypted, protectionOf } from '../store/protection.ts';
import type { WorkspaceReader } from '../store/workspace.ts';
import { createWorkspace, openReader, openWriter } from '../store/workspace.ts';
import { refuseTooManyUnits } from './import-refusals.ts';
import type { FileReading, ReadingProgress } from './intake.ts';
import { fingerprintFile, readFile } from './intake.ts';
import { mappingOfColumns, saveProfile } from './profiles.ts';
import { bundledInstrument, programVersion } from './resources.ts';

/** What to import, and what the user has said about it. */
export interface ImportOrder {
  readonly files: readonly string[];
  /** Made when it does not exist. */
  readonly workspace: string;
  readonly year: number | null;
  readonly kind: ImportKind | null;
  readonly mapping: Mapping | null;
  /** Takes every proposal; a question without one still stops the import. */
  readonly acceptsProposed: boolean;
  /** What to do with a year that already has answers; `new` asks. */
  readonly mode: 'new' | 'add' | 'replace-year';
  /** For a workspace that does not exist yet; null for the one that ships with the program. */
  readonly instrument: Instrument | null;
  readonly organisation: string | null;
  /** Keeps what the columns were taken to mean under this name. */
  readonly profileName: string | null;
  /** Encrypts a workspace that does not exist yet; one that does must be encrypted already. */
  readonly protection?: NewProtection | null;
  /** ISO time. */
  readonly now: string;
}

/** One file that was imported. */
export interface ImportedFile {
  readonly batch: StoredBatch;
  readonly draft: ImportDraft;
  readonly file: FileReading;
  /** The file's columns that were not stored. */
  readonly dropped: readonly ColumnMatch[];
}

/** Thrown when something must be confirmed: nothing has been stored. */
export class NeedsConfirmation extends Refusal {
  readonly questions: readonly Question[];

  constructor(file: string, questions: readonly Question[]) {
    const [first] = questions;
    super({
      code: 'needs-confirmation',
      message: `${counted(questions.length, 'sak', 'saker')} i ${file} behöver ditt svar innan något sparas.`,
      file,
      ...(first?.sheet !== null && first?.sheet !== undefined && { sheet: first.sheet }),
      nextStep: nextStepFor(questions),
    });
    this.questions = questions;
  }
}

function nextStepFor(questions: readonly Question[]): string {
  const has = (code: Question['code']): boolean =>
    questions.some((question) => question.code === code && question.proposed === null);
  const steps = [
    has('year-has-answers')
      ? 'Lägg till filen som en del av samma år med --add, eller låt den ersätta det som finns med --replace-year.'
      : '',
    has('year-missing') ? 'Ange året med --year.' : '',
    has('sheet') ? 'Välj blad med --sheet; läs in ett blad i taget, de följande med --add.' : '',
    has('unknown-label') ? 'Tala om vad svarsalternativen betyder i en mappningsfil.' : '',
    questions.some(({ code }) => code !== 'year-has-answers' && code !== 'year-missing' && code !== 'sheet')
      ? 'Godta förslagen med --accept-proposed, eller svara i en mappningsfil (--mapping) som "inspect FIL --write-mapping NY.json" skapar.'
      : '',
  ];
  return steps.filter((step) => step !== '').join(' ') || 'Godta förslagen med --accept-proposed.';
}

/**
 * Imports files into a workspace: every one of them, or nothing at all.
 * @throws NeedsConfirmation when something must be asked
 * @throws Refusal when a file or the workspace cannot be used
 */
export async function importFiles(
  order: ImportOrder,
  watching: { signal?: AbortSignal; onProgress?: (progress: ReadingProgress) => void } = {},
): Promise<ImportedFile[]> {
  const { instrument, knownUnits, standing } = startingPoint(order);
  const read: ReadForStoring[] = [];
  const units = [...knownUnits];
  for (const filePath of order.files) {
    const [file, fingerprint] = await Promise.all([
      readFile(filePath, { ...watching, ...order, instrument, knownUnits: units }),
      fingerprintFile(filePath),
    ]);
    const draft = draftOf(file, order.acceptsProposed);
    refuseIfGivenTwice(file, fingerprint.sha256, read);
    units.push(...unitsOf(draft));
    read.push({
      file: withSameFileFinding(file, draft.year, fingerprint.sha256, standing),
      draft,
      ...fingerprint,
    });
  }
  watching.signal?.throwIfAborted();

  const stored = store(order, instrument, read);
  return read.map(({ file, draft }, place) => {
    const batch = stored[place];
    if (batch === undefined) throw new Error(`No batch was stored for ${file.fileName}.`);
    if (order.profileName !== null) keepProfile(file, order.profileName);
    return { batch, draft, file, dropped: answerColumnsOf(file).filter(isDropped) };
  });
}

/** Keeps what a file's columns were taken to mean under a name. */
export function keepProfile(file: FileReading, name: string): void {
  saveProfile(file.layout.headers, name, mappingOfColumns(answerColumnsOf(file), file.mapping));
}

/** Columns that hold answers or their background; a table of figures has none. */
export function answerColumnsOf({ layout, columns }: FileReading): readonly ColumnMatch[] {
  return layout.kind === 'answers' ? columns : [];
}

/** @throws Refusal `given-twice` for a file that is given twice */
export function refuseIfGivenTwice(
  { fileName, layout }: FileReading,
  sha256: string,
  earlier: readonly { readonly file: FileReading; readonly sha256: string }[],
): void {
  const twin = earlier.find((other) => other.sha256 === sha256 && other.file.layout.sheet === layout.sheet);
  if (twin === undefined) return;
  throw new Refusal({
    code: 'given-twice',
    message: `${fileName} har samma innehåll som ${twin.file.fileName}, som också ska läsas in nu. Inget har sparats.`,
    file: fileName,
    sheet: layout.sheet,
    nextStep: 'Ange filen en gång.',
  });
}

/** A file that already stands for another year is worth a word: a mistyped year counts the same people twice. */
export function withSameFileFinding(
  file: FileReading,
  year: number,
  sha256: string,
  standing: readonly StoredBatch[],
): FileReading {
  const { sheet } = file.layout;
  const same = standing.find(
    (batch) => batch.sha256 === sha256 && batch.sheet === sheet && batch.year !== year,
  );
  if (same === undefined) return file;
  const message = `Samma fil är redan inläst för ${same.year} (inläsning ${same.id}). Kontrollera att ${year} är rätt år.`;
  const finding: Finding = {
    sheet,
    row: null,
    column: null,
    cell: null,
    value: null,
    code: 'same-file',
    message,
  };
  return { ...file, reading: { ...file.reading, findings: [finding, ...file.reading.findings] } };
}

interface StartingPoint {
  readonly instrument: Instrument;
  readonly knownUnits: readonly KnownUnit[];
  /** Batches that count. */
  readonly standing: readonly StoredBatch[];
}

/** The instrument and the units that files are read with: the workspace's own, or a new one's. */
function startingPoint(order: ImportOrder): StartingPoint {
  if (!existsSync(order.workspace)) {
    return { instrument: order.instrument ?? bundledInstrument(), knownUnits: [], standing: [] };
  }
  if (order.instrument !== null) {
    throw new Refusal({
      code: 'instrument-settled',
      message: 'Arbetsfilen har redan ett instrument, och det kan inte bytas ut under dess svar.',
      file: path.basename(order.workspace),
      nextStep: 'Läs in utan --instrument, eller läs in i en ny arbetsfil.',
    });
  }
  const protection = order.protection ?? null;
  if (protection !== null && protectionOf(order.workspace) === null) throw notEncrypted(order.workspace);
  const reader = openReader(order.workspace);
  try {
    return {
      instrument: reader.currentInstrument(),
      knownUnits: knownUnitsOf(reader),
      standing: reader.batches().filter(({ undoneAt }) => undoneAt === null),
    };
  } finally {
    reader.close();
  }
}

/** The workspace's units with all their spellings, for finding look-alikes. */
export function knownUnitsOf(reader: WorkspaceReader): KnownUnit[] {
  const all = reader.units();
  const tree = unitTree(all);
  const nameOf = new Map(all.map(({ id, name }) => [id, name]));
  return tree.units.map((unit) => {
    const merged = all.filter(({ id }) => id !== unit.id && tree.resolve(id) === unit.id);
    const parent = tree.parentOf(unit.id);
    return {
      name: unit.name,
      aliases: [...unit.aliases, ...merged.flatMap(({ name, aliases }) => [name, ...aliases])],
      parent: parent === null ? null : (nameOf.get(parent) ?? null),
    };
  });
}

/** The units that a draft names. */
export function unitsOf(draft: ImportDraft): KnownUnit[] {
  if (draft.kind !== 'answers') return [];
  return draft.groups.flatMap(({ unit }) =>
    unit.map((name, level) => ({ name, aliases: [], parent: unit[level - 1] ?? null })),
  );
}

/** The draft of a file, once nothing stands open. */
function draftOf({ reading, layout, columns, fileName }: FileReading, acceptsProposed: boolean): ImportDraft {
  if (layout.kind === 'other') {
    throw new Refusal({
      code: 'unrecognised-layout',
      message: `${fileName} går inte att känna igen som enkätsvar, sammanställning, svarsfrekvenser eller medarbetarundersökning.`,
      file: fileName,
      ...(layout.sheet !== '' && { sheet: layout.sheet }),
      nextStep:
        'Kontrollera att det är rätt fil. Är det en enkät med andra rubriker skriver "inspect FIL --kind answers --write-mapping NY.json" en mappningsfil, där du fyller i vad kolumnerna betyder.',
    });
  }
  const open = acceptsProposed
    ? reading.questions.filter(({ proposed }) => proposed === null)
    : reading.questions;
  if (open.length > 0) throw new NeedsConfirmation(fileName, open);
  if (layout.kind === 'answers' && !columns.some(({ role }) => role === 'item')) {
    throw new Refusal({
      code: 'no-items',
      message: `Ingen kolumn i ${fileName} känns igen som en mätpunkt.`,
      file: fileName,
      sheet: layout.sheet,
      nextStep:
        'Skriv en mappningsfil med "inspect FIL --kind answers --write-mapping NY.json", fyll i vilka kolumner som är mätpunkter och läs in med --mapping.',
    });
  }
  if (reading.draft === null) {
    throw new Refusal({
      code: 'nothing-to-import',
      message: `${fileName} innehåller inget som går att läsa in: varje rad är utelämnad eller oläslig.`,
      file: fileName,
      sheet: layout.sheet,
      nextStep: 'Se fynden med "inspect FIL", rätta filen och försök igen.',
    });
  }
  return reading.draft;
}

/** A file that has been read, on its way into the workspace. */
export interface ReadForStoring {
  readonly file: FileReading;
  readonly draft: ImportDraft;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** What the workspace is to store of a file, with where it came from. */
export function importRequest(
  { file, draft, sizeBytes, sha256 }: ReadForStoring,
  mode: ImportOrder['mode'],
): ImportRequest {
  refuseTooManyUnits(file.fileName, draft);
  return {
    draft,
    mode,
    provenance: {
      fileName: file.fileName,
      sizeBytes,
      sha256,
      sheet: file.layout.sheet,
      platform: file.layout.platform,
      profile: mappingOfColumns(answerColumnsOf(file), file.mapping),
      counts: {
        responses: file.reading.responses,
        respondents: file.reading.respondents,
        leftOut: file.reading.leftOut,
      },
      findings: file.reading.findings,
    },
  };
}

function store(order: ImportOrder, instrument: Instrument, read: readonly ReadForStoring[]): StoredBatch[] {
  const circumstances = { now: order.now, programVersion: programVersion() };
  const requests = read.map((own) => importRequest(own, order.mode));
  const isNew = !existsSync(order.workspace);
  if (!isNew && order.mode === 'replace-year') makeBackup(path.resolve(order.workspace), order.now);
  // A new file gets its name when all is in it: a program that is stopped half way leaves no empty workspace.
  const underWay = `${order.workspace}.${process.pid}.ny`;
  const writer = isNew
    ? createWorkspace(underWay, {
        instrument,
        ...(order.organisation !== null && { organisation: order.organisation }),
        protection: order.protection ?? null,
        ...circumstances,
      })
    : openWriter(order.workspace);
  let isStored = false;
  try {
    const stored = writer.importBatches(requests, circumstances);
    isStored = true;
    return stored;
  } catch (error) {
    throw asQuestion(error);
  } finally {
    writer.close();
    if (isNew && isStored) renameSync(underWay, order.workspace);
    if (isNew && !isStored) rmSync(underWay, { force: true });
  }
}

/** A year that already has answers is something to ask, not an error. */
function asQuestion(error: unknown): unknown {
  if (!(error instanceof Refusal) || error.problem.code !== 'year-has-answers') return error;
  const { message, file = '', sheet = null } = error.problem;
  return new NeedsConfirmation(file, [yearTakenQuestion(message, sheet)]);
}

/** Asks what to do with a file whose year has answers already; `message` says from which file. */
export function yearTakenQuestion(message: string, sheet: string | null): Question {
  return {
    id: 'year-has-answers',
    code: 'year-has-answers',
    sheet,
    column: null,
    message: `${message} Ska filen läggas till eller ersätta?`,
    options: [
      { value: 'add', label: 'Lägg till filen som en del av samma år' },
      { value: 'replace-year', label: 'Ersätt årets tidigare filer' },
    ],
    proposed: null,
  };
}
