import path from 'node:path';
import type { ImportOrder } from '../../core/api.ts';
import type { Said } from '../../core/intake/answering.ts';
import { withAnswers, withGivenAnswers, withSheet } from '../../core/intake/answering.ts';
import type { KnownUnit } from '../../core/intake/draft-units.ts';
import type { Question } from '../../core/intake/finding.ts';
import { recogniseWorkbook } from '../../core/intake/intake.ts';
import { emptyMapping } from '../../core/intake/mapping.ts';
import { rowsFromTop } from '../../core/intake/rows.ts';
import type { Row, Workbook } from '../../core/intake/sheet.ts';
import type { StoredBatch } from '../store/batch-records.ts';
import { openWorkbook } from '../spreadsheets/index.ts';
import type { Desk, OpenWorkspace } from './desk.ts';
import {
  knownUnitsOf,
  refuseIfGivenTwice,
  unitsOf,
  withSameFileFinding,
  yearTakenQuestion,
} from './import-files.ts';
import type { FileReading } from './intake.ts';
import { fingerprintFile, profileFor, profileQuestion, readOpened } from './intake.ts';
import { refuseIfStored } from './import-refusals.ts';
import type { CallContext } from './registry.ts';

/** A file read as the user has it so far, nothing stored. */
export interface OrderReading {
  readonly file: FileReading;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly sheets: readonly string[];
  /** Rows from the top of the sheet, as many as are shown from. */
  readonly rows: readonly Row[];
  /** Rows of the sheet with content; null where they were not counted to the end. */
  readonly totalRows: number | null;
  /** All questions, with the answers given. */
  readonly questions: readonly (Question & { readonly answer: string | null })[];
  readonly profile: { readonly name: string; readonly used: boolean } | null;
}

/** Rows from the top that may be shown; what was noticed further down is listed all the same. */
const rowsLookedAt = { rows: 5000, cells: 500_000 };
/** Readings kept, so that an answer on one file does not read the others again. */
const readingsKept = 24;

/** Per desk, by all that a reading rests on. */
const keptReadings = new WeakMap<Desk, Map<string, OrderReading>>();

/**
 * Reads files in the order in which they are to be stored: each knows the units of those before it.
 * @throws Refusal for a file that cannot be read, or is stored already
 */
export async function readOrders(
  workspace: OpenWorkspace,
  orders: readonly ImportOrder[],
  context: CallContext,
): Promise<OrderReading[]> {
  const units = knownUnitsOf(workspace.reader);
  const standing = workspace.reader.batches().filter(({ undoneAt }) => undoneAt === null);
  const read: OrderReading[] = [];
  for (const order of orders) {
    const own = await readOrder(workspace, order, units, context);
    const reading = withWhatStands(own, order, standing, read);
    if (reading.file.reading.draft !== null) units.push(...unitsOf(reading.file.reading.draft));
    read.push(reading);
  }
  return read;
}

/** A reading beside what the workspace holds and the other files of the import. */
function withWhatStands(
  reading: OrderReading,
  order: ImportOrder,
  standing: readonly StoredBatch[],
  earlier: readonly OrderReading[],
): OrderReading {
  const { file, sha256 } = reading;
  const { draft } = file.reading;
  refuseIfGivenTwice(file, sha256, earlier);
  if (draft === null) return reading;
  const answer = order.answers['year-has-answers'] ?? null;
  if (answer !== 'replace-year') refuseIfStored(reading, draft, standing);
  const other =
    draft.kind !== 'answers' && draft.kind !== 'aggregated'
      ? undefined
      : (standing.find(({ kind, year }) => kind === draft.kind && year === draft.year)?.fileName ??
        earlier.find(
          ({ file: { reading: before } }) =>
            before.draft?.kind === draft.kind && before.draft.year === draft.year,
        )?.file.fileName);
  const taken =
    other === undefined
      ? []
      : [
          {
            ...yearTakenQuestion(`${draft.year} har redan värden från ${other}.`, file.layout.sheet),
            answer: answer === 'add' || answer === 'replace-year' ? answer : null,
          },
        ];
  return {
    ...reading,
    file: withSameFileFinding(file, draft.year, sha256, standing),
    questions: [...taken, ...reading.questions],
  };
}

async function readOrder(
  workspace: OpenWorkspace,
  order: ImportOrder,
  knownUnits: readonly KnownUnit[],
  context: CallContext,
): Promise<OrderReading> {
  const kept = keptReadings.get(context.desk) ?? new Map<string, OrderReading>();
  keptReadings.set(context.desk, kept);
  const key = JSON.stringify([workspace.id, workspace.reader.version(), order, knownUnits]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const isUntouched = Object.keys(order.answers).length === 0 && order.columns.length === 0;
  const untouched = isUntouched
    ? null
    : await readOrder(workspace, { ...order, answers: {}, columns: [] }, knownUnits, context);
  const reading = await readOnce(workspace, order, knownUnits, untouched?.questions ?? null, context);
  kept.set(key, reading);
  for (const oldest of [...kept.keys()].slice(0, -readingsKept)) kept.delete(oldest);
  return reading;
}

async function readOnce(
  workspace: OpenWorkspace,
  order: ImportOrder,
  knownUnits: readonly KnownUnit[],
  asked: readonly Question[] | null,
  { desk, signal, progress }: CallContext,
): Promise<OrderReading> {
  const filePath = desk.files.path(order.fileId);
  const instrument = workspace.reader.currentInstrument();
  const { kind, year } = order;
  const fileName = path.basename(filePath);
  const workbook = await openWorkbook(filePath, {
    signal,
    onProgress: ({ bytesRead, bytesTotal }) => {
      const step = { sv: `Läser ${fileName}`, en: `Reading ${fileName}` };
      progress(step, bytesTotal === 0 ? null : Math.min(1, bytesRead / bytesTotal));
    },
  });
  try {
    const offered = await profileFor(workbook, { instrument, kind });
    const profile = order.answers['profile'] === 'ignore' ? null : offered;
    const said: Said = order;
    const before = withSheet(profile ?? emptyMapping, said, order.sheet);
    const { columns } = await recogniseWorkbook(workbook, { instrument, mapping: before, kind });
    const mapping = withAnswers(before, columns, said);
    const file = await readOpened(workbook, { instrument, mapping, kind, year, knownUnits });
    const name = offered?.name ?? '';
    const offers = offered !== null && order.answers['profile'] === undefined ? [profileQuestion(name)] : [];
    const open = [...offers, ...file.reading.questions];
    const { rows, areAll } = await rowsOf(workbook, file.layout.sheet);
    return {
      file,
      ...(await fingerprintFile(filePath)),
      sheets: workbook.sheets.map((sheet) => sheet.name),
      rows,
      totalRows: areAll ? rows.length : null,
      questions: withGivenAnswers(asked ?? open, open, order.answers),
      profile: offered === null ? null : { name, used: profile !== null },
    };
  } finally {
    await workbook.close();
  }
}

async function rowsOf(workbook: Workbook, name: string): ReturnType<typeof rowsFromTop> {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  return sheet === undefined ? { rows: [], areAll: true } : rowsFromTop(sheet, rowsLookedAt);
}
