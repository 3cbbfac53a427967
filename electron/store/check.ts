import * as z from 'zod';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { Refusal } from '../../core/problem.ts';
import { tallyToBytes } from '../../core/survey/tally-bytes.ts';
import type { ReadConnection } from './connection.ts';
import type { InstrumentShelf } from './instruments.ts';
import { applicationId } from './migrations/001-start.ts';
import { recount } from './recount.ts';
import { blobColumn, gateColumn } from './row-shapes.ts';

/** Something in the file that is not as this program leaves it. */
export interface CheckProblem {
  readonly code:
    | 'not-marked'
    | 'file-structure'
    | 'broken-reference'
    | 'instrument-items'
    | 'answers-malformed'
    | 'tally-differs'
    | 'plan-differs'
    | 'workspace-damaged';
  /** Plain Swedish. */
  readonly message: string;
}

export interface CheckReport {
  /** Empty when the file is sound. */
  readonly problems: readonly CheckProblem[];
  /** How much was looked through; undone batches are looked through too. */
  readonly counts: {
    readonly batches: number;
    readonly cells: number;
    readonly respondents: number;
    readonly units: number;
  };
}

/**
 * Goes through the whole file: SQLite's own checks, references between rows, every stored tally against the answers it
 * was made from, and what is kept of the small-group gate (`plansThatDiffer` gives the years at fault).
 */
export function checkWorkspace(
  connection: ReadConnection,
  instruments: InstrumentShelf,
  plansThatDiffer: () => readonly number[],
): CheckReport {
  const problems: CheckProblem[] = [];
  let counts = { batches: 0, cells: 0, respondents: 0, units: 0 };
  try {
    problems.push(...markProblems(connection));
    problems.push(...structureProblems(connection));
    problems.push(...referenceProblems(connection));
    problems.push(...instrumentProblems(connection, instruments));
    problems.push(...tallyProblems(connection, instruments));
    problems.push(...plansThatDiffer().map(planProblem));
    counts = countAll(connection);
  } catch (error) {
    // What is too damaged to be read ends the check; it is itself what was found.
    if (!(error instanceof Refusal) || error.problem.code !== 'workspace-damaged') throw error;
    problems.push({ code: 'workspace-damaged', message: error.problem.message });
  }
  return { problems, counts };
}

function planProblem(year: number): CheckProblem {
  return {
    code: 'plan-differs',
    message: `Vad som sparats om vilka grupper som får visas ${year} stämmer inte med svaren.`,
  };
}

function markProblems(connection: ReadConnection): CheckProblem[] {
  const row = connection.get(z.object({ application_id: z.int() }), 'PRAGMA application_id');
  if (row?.application_id === applicationId) return [];
  return [{ code: 'not-marked', message: 'Filen är inte märkt som en arbetsfil för det här programmet.' }];
}

function structureProblems(connection: ReadConnection): CheckProblem[] {
  return connection
    .all(z.object({ integrity_check: z.string() }), 'PRAGMA integrity_check')
    .filter((row) => row.integrity_check !== 'ok')
    .map((row) => ({
      code: 'file-structure',
      message: `Databasen är skadad: ${row.integrity_check}.`,
    }));
}

function referenceProblems(connection: ReadConnection): CheckProblem[] {
  const broken = connection.all(
    z.object({ table: z.string(), parent: z.string(), rows: z.int() }),
    'SELECT "table", parent, count(*) AS rows FROM pragma_foreign_key_check GROUP BY "table", parent',
  );
  return broken.map(({ table, parent, rows }) => ({
    code: 'broken-reference',
    message: `${rows} rader i tabellen ${table} hör till en rad i ${parent} som inte finns.`,
  }));
}

/** The view `answer` reads answers by `instrument_item`: it must say what the instrument says. */
function instrumentProblems(connection: ReadConnection, instruments: InstrumentShelf): CheckProblem[] {
  const items = Map.groupBy(
    connection.all(
      z.object({ instrument: z.int(), code: z.string() }),
      'SELECT instrument, code FROM instrument_item ORDER BY instrument, position',
    ),
    ({ instrument }) => instrument,
  );
  return instruments.all().flatMap(({ id, instrument }): CheckProblem[] => {
    const stored = (items.get(id) ?? []).map(({ code }) => code);
    if (stored.join('\n') === instrument.items.map(({ code }) => code).join('\n')) return [];
    return [
      {
        code: 'instrument-items',
        message: `Mätpunkterna i tabellen instrument_item är inte de som instrumentet ${instrument.code} har.`,
      },
    ];
  });
}

const cellRow = z.object({
  id: z.int(),
  batch: z.int(),
  year: z.int(),
  gate: gateColumn,
  respondents: z.int(),
});
const tallyRow = z.object({ tally: blobColumn });

function tallyProblems(connection: ReadConnection, instruments: InstrumentShelf): CheckProblem[] {
  const cells = connection.all(
    cellRow,
    `SELECT cell.id, cell.batch, batch.year, cell.gate, cell.respondents
     FROM cell JOIN batch ON batch.id = cell.batch`,
  );
  const instrumentOf = new Map<number, Instrument>();
  for (const { year } of cells) {
    if (!instrumentOf.has(year)) instrumentOf.set(year, instruments.ofYear(year).instrument);
  }
  const unseen = new Map(cells.map((cell) => [cell.id, cell]));
  const cellOf = new Map(unseen);
  const countedCell = (id: number) => {
    const cell = cellOf.get(id);
    const instrument = cell === undefined ? undefined : instrumentOf.get(cell.year);
    return cell === undefined || instrument === undefined ? undefined : { instrument, gate: cell.gate };
  };

  const malformed = new Map<number, number>();
  const differing = new Map<number, number>();
  const count = (into: Map<number, number>, batch: number): void => {
    into.set(batch, (into.get(batch) ?? 0) + 1);
  };
  for (const { cell: id, tally } of recount(connection, countedCell)) {
    const cell = cellOf.get(id);
    if (cell === undefined) continue;
    unseen.delete(id);
    if (tally === null) {
      count(malformed, cell.batch);
      continue;
    }
    const stored = connection.get(tallyRow, 'SELECT tally FROM cell WHERE id = @id', { id });
    const same = stored !== null && Buffer.compare(tallyToBytes(tally), stored.tally) === 0;
    if (!same || tally.respondents !== cell.respondents) count(differing, cell.batch);
  }
  for (const { batch } of unseen.values()) count(differing, batch);

  return [
    ...[...malformed].map(([batch, groups]): CheckProblem => ({
      code: 'answers-malformed',
      message: `Inläsning ${batch}: svaren i ${groups} ${groupWord(groups)} är inte ett tecken på skalan per mätpunkt.`,
    })),
    ...[...differing].map(([batch, groups]): CheckProblem => ({
      code: 'tally-differs',
      message: `Inläsning ${batch}: den sparade räkningen i ${groups} ${groupWord(groups)} stämmer inte med svaren.`,
    })),
  ];
}

function groupWord(count: number): string {
  return count === 1 ? 'grupp' : 'grupper';
}

function countAll(connection: ReadConnection): CheckReport['counts'] {
  const row = connection.get(
    z.object({ batches: z.int(), cells: z.int(), respondents: z.int(), units: z.int() }),
    `SELECT (SELECT count(*) FROM batch) AS batches, (SELECT count(*) FROM cell) AS cells,
       (SELECT count(*) FROM respondent) AS respondents, (SELECT count(*) FROM unit) AS units`,
  );
  return row ?? { batches: 0, cells: 0, respondents: 0, units: 0 };
}
