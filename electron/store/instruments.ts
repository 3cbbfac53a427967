import * as z from 'zod';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { parseInstrument, withReversedItems } from '../../core/instrument/instrument.ts';
import type { ReadConnection, WriteConnection } from './connection.ts';
import { jsonColumn } from './row-shapes.ts';

/** An instrument as it lies in the workspace. */
export interface StoredInstrument {
  readonly id: number;
  readonly instrument: Instrument;
}

const instrumentRow = z.object({ id: z.int(), json: z.string() });
const reversedRow = z.object({ reversed: jsonColumn(z.array(z.string())) });

/** Puts an instrument and the order of its items into the workspace; gives its number. */
export function storeInstrument(connection: WriteConnection, instrument: Instrument): number {
  const id = connection.run('INSERT INTO instrument (code, version, json) VALUES (@code, @version, @json)', {
    code: instrument.code,
    version: instrument.version,
    json: JSON.stringify(instrument.file),
  });
  for (const { code, index } of instrument.items) {
    connection.run(
      'INSERT INTO instrument_item (instrument, position, code) VALUES (@id, @position, @code)',
      { id, position: index + 1, code },
    );
  }
  return id;
}

/** Reads instruments out of the workspace. They never change there, so each is parsed once. */
export class InstrumentShelf {
  readonly #connection: ReadConnection;
  readonly #parsed = new Map<number, Instrument>();

  constructor(connection: ReadConnection) {
    this.#connection = connection;
  }

  /** The instrument that a measurement made now would use. */
  current(): StoredInstrument {
    return this.#first('SELECT id, json FROM instrument ORDER BY id DESC LIMIT 1', {});
  }

  /** The instrument of a year's measurement; the current one for a year without any. */
  ofYear(year: number): StoredInstrument {
    const measured = this.#find(
      `SELECT id, json FROM instrument WHERE id = (SELECT instrument FROM measurement WHERE year = @year)`,
      { year },
    );
    return measured ?? this.current();
  }

  /** The instrument of a year with the items turned that its standing batches say were asked negatively. */
  asAskedIn(year: number): Instrument {
    const { instrument } = this.ofYear(year);
    const reversed = reversedItems(this.#connection, year);
    return reversed === null ? instrument : withReversedItems(instrument, reversed);
  }

  /** Every instrument of the workspace. */
  all(): StoredInstrument[] {
    const rows = this.#connection.all(instrumentRow, 'SELECT id, json FROM instrument ORDER BY id');
    return rows.map((row) => this.#stored(row));
  }

  #first(sql: string, bindings: Record<string, number>): StoredInstrument {
    const found = this.#find(sql, bindings);
    if (found === null) throw new Error('The workspace holds no instrument.');
    return found;
  }

  #find(sql: string, bindings: Record<string, number>): StoredInstrument | null {
    const row = this.#connection.get(instrumentRow, sql, bindings);
    return row === null ? null : this.#stored(row);
  }

  #stored({ id, json }: z.infer<typeof instrumentRow>): StoredInstrument {
    let instrument = this.#parsed.get(id);
    if (instrument === undefined) {
      instrument = parseInstrument(json, this.#connection.fileName);
      this.#parsed.set(id, instrument);
    }
    return { id, instrument };
  }
}

/** Codes of the items asked negatively in a year; null when no standing batch of that year has items. */
export function reversedItems(connection: ReadConnection, year: number): ReadonlySet<string> | null {
  const row = connection.get(
    reversedRow,
    'SELECT reversed FROM active_batch WHERE year = @year AND reversed IS NOT NULL LIMIT 1',
    { year },
  );
  return row === null ? null : new Set(row.reversed);
}
