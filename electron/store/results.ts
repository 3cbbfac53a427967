import * as z from 'zod';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { AggregatedItem, Invited, ResultSource } from '../../core/scoring/results.ts';
import type { Tally } from '../../core/survey/tally.ts';
import { tallyFromBytes } from '../../core/survey/tally-bytes.ts';
import type { TallyCell, UnitId } from '../../core/survey/units.ts';
import type { ReadConnection } from './connection.ts';
import { damaged } from './refusals.ts';
import { blobColumn, gateColumn, itemColumn, roleColumn, unitIdColumn } from './row-shapes.ts';

/** What the workspace holds about one year. */
export interface YearContents {
  readonly year: number;
  /** Sources of results, in the order of {@link ResultSource}. */
  readonly sources: readonly ResultSource[];
  readonly responseRates: boolean;
  readonly employeeSurvey: boolean;
}

const yearRow = z.object({ year: z.int(), holds: z.string() });

/** Every year that something standing is about, oldest first. */
export function listYears(connection: ReadConnection): YearContents[] {
  const rows = connection.all(
    yearRow,
    `SELECT year, kind AS holds FROM active_batch WHERE kind <> 'employeeSurvey'
     UNION SELECT year, 'responseRates' FROM invited WHERE batch IS NULL
     UNION SELECT line.year, 'employeeSurvey' FROM employee_index AS line
       JOIN active_batch ON active_batch.id = line.batch
     UNION SELECT year, kind FROM figure WHERE kind = 'published'
     ORDER BY year`,
  );
  return [...Map.groupBy(rows, ({ year }) => year)].map(([year, own]) => {
    const holds = new Set(own.map((row) => row.holds));
    const sources: ResultSource[] = (['answers', 'aggregated', 'published'] as const).filter((source) =>
      holds.has(source),
    );
    return {
      year,
      sources,
      responseRates: holds.has('responseRates'),
      employeeSurvey: holds.has('employeeSurvey'),
    };
  });
}

const cellRow = z.object({
  id: z.int(),
  unit: unitIdColumn.nullable(),
  role: roleColumn.nullable(),
  gate: gateColumn,
});
const tallyRow = z.object({ id: z.int(), tally: blobColumn });

/** Reads cells with their tallies. A cell's tally never changes, so each is decoded once. */
export class CellShelf {
  readonly #connection: ReadConnection;
  readonly #tallies = new Map<number, Tally>();

  constructor(connection: ReadConnection) {
    this.#connection = connection;
  }

  /** The cells of the year's standing batches, batch by batch: equal groups of two batches are two cells. */
  ofYear(year: number, instrument: Instrument): TallyCell[] {
    const rows = this.#connection.all(
      cellRow,
      `SELECT cell.id, cell.unit, cell.role, cell.gate FROM cell
       JOIN active_batch ON active_batch.id = cell.batch
       WHERE active_batch.year = @year ORDER BY cell.id`,
      { year },
    );
    if (rows.some(({ id }) => !this.#tallies.has(id))) this.#decode(year, instrument);
    const cells: TallyCell[] = [];
    for (const { id, unit, role, gate } of rows) {
      const tally = this.#tallies.get(id);
      // Another program changed the file between the two questions: what counts now is another set.
      if (tally === undefined) return this.ofYear(year, instrument);
      cells.push({ unit, role, gate, tally });
    }
    return cells;
  }

  #decode(year: number, instrument: Instrument): void {
    const rows = this.#connection.all(
      tallyRow,
      `SELECT cell.id, cell.tally FROM cell JOIN active_batch ON active_batch.id = cell.batch
       WHERE active_batch.year = @year`,
      { year },
    );
    for (const { id, tally } of rows) {
      if (this.#tallies.has(id)) continue;
      try {
        this.#tallies.set(id, tallyFromBytes(instrument, tally));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw damaged(this.#connection.path, 'en sparad räkning av svar går inte att läsa');
      }
    }
  }
}

/** Numbers of invited and answered of one unit, or of the whole, as a table gave them. */
export interface ResponseRateLine {
  /** Null for the whole. */
  readonly unit: UnitId | null;
  readonly invited: number;
  /** Null where the table did not say. */
  readonly answered: number | null;
}

const responseRateRow = z.object({
  unit: unitIdColumn.nullable(),
  invited: z.int(),
  answered: z.int().nullable(),
});

/** The newest standing line of each unit that year, whether imported or entered by hand. */
export function responseRates(connection: ReadConnection, year: number): ResponseRateLine[] {
  return connection.all(
    responseRateRow,
    `SELECT unit, invited, answered FROM invited
     WHERE id IN (
       SELECT max(line.id) FROM invited AS line LEFT JOIN active_batch ON active_batch.id = line.batch
       WHERE line.year = @year AND (line.batch IS NULL OR active_batch.id IS NOT NULL)
       GROUP BY line.unit
     )
     ORDER BY id`,
    { year },
  );
}

/** The year's numbers of invited, for scoring. */
export function invitedIn(connection: ReadConnection, year: number): Invited {
  const lines = responseRates(connection, year);
  const byUnit = new Map(
    lines.flatMap(({ unit, invited }) => (unit === null ? [] : [[unit, invited] as const])),
  );
  return { whole: lines.find(({ unit }) => unit === null)?.invited ?? null, byUnit };
}

const aggregatedRow = z.object({
  unit: unitIdColumn.nullable(),
  item: itemColumn,
  mean: z.number().nullable(),
  n: z.int().nullable(),
  dontKnowPercent: z.number().nullable(),
});

/** The newest standing line of each unit and item that year. */
export function aggregatedIn(connection: ReadConnection, year: number): AggregatedItem[] {
  return connection.all(
    aggregatedRow,
    `SELECT unit, item, mean, n, dont_know_percent AS dontKnowPercent FROM aggregated_item
     WHERE id IN (
       SELECT max(line.id) FROM aggregated_item AS line JOIN active_batch ON active_batch.id = line.batch
       WHERE active_batch.year = @year GROUP BY line.unit, line.item
     )
     ORDER BY id`,
    { year },
  );
}
