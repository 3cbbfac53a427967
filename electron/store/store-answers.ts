import { randomFillSync } from 'node:crypto';
import type { Instrument, RoleCode } from '../../core/instrument/instrument.ts';
import type { AnswersDraft } from '../../core/intake/draft.ts';
import type { GateAnswer } from '../../core/survey/tally.ts';
import { Tallier } from '../../core/survey/tally.ts';
import { tallyToBytes } from '../../core/survey/tally-bytes.ts';
import type { UnitId } from '../../core/survey/units.ts';
import type { WriteConnection } from './connection.ts';
import type { UnitRegister } from './unit-register.ts';

/** Respondents handed to SQLite at a time: fewer calls than one each, and memory stays flat. */
const chunkRespondents = 1000;

interface DraftCell {
  readonly unit: UnitId | null;
  readonly role: RoleCode | null;
  readonly gate: GateAnswer;
  /** Places in the draft of the respondents of this cell. */
  readonly respondents: Uint32Array;
}

/**
 * Stores the answers of a batch, cell by cell, together with each cell's tally.
 * @throws RangeError when the draft does not fit the instrument.
 */
export function storeAnswers(
  connection: WriteConnection,
  batch: number,
  instrument: Instrument,
  draft: AnswersDraft,
  units: UnitRegister,
): void {
  const { itemCount, respondents, codes } = draft.rows;
  if (itemCount !== instrument.items.length || codes.length !== respondents * itemCount) {
    throw new RangeError(`The draft has ${itemCount} items, the instrument ${instrument.items.length}.`);
  }
  for (const cell of cellsOf(draft, units)) storeCell(connection, batch, instrument, draft, cell);
}

/** The cells of a draft in an order that says nothing about who came first, without empty ones. */
function cellsOf(draft: AnswersDraft, units: UnitRegister): DraftCell[] {
  const unitIds = units.idsOf(draft.groups.map(({ unit }) => unit));
  // Two spellings of one unit are two groups of the draft but one cell.
  const keys = draft.groups.map(({ role, gate }, group) => JSON.stringify([unitIds[group], role, gate]));
  const distinct = [...new Set(keys)].sort();
  const placeOfKey = new Map(distinct.map((key, place) => [key, place]));
  const placeOfGroup = keys.map((key) => placeOfKey.get(key) ?? 0);

  const ordered = orderByPlace(draft, placeOfGroup, distinct.length);
  return distinct.flatMap((key, place) => {
    const group = keys.indexOf(key);
    const first = draft.groups[group];
    const own = ordered[place];
    if (first === undefined || own === undefined || own.length === 0) return [];
    return [{ unit: unitIds[group] ?? null, role: first.role, gate: first.gate, respondents: own }];
  });
}

/** For each cell its respondents in random order: a counting sort of all respondents, shuffled first. */
function orderByPlace(
  { rows, groupOf }: AnswersDraft,
  placeOfGroup: readonly number[],
  placeCount: number,
): Uint32Array[] {
  const places = Uint32Array.from({ length: rows.respondents }, (_, respondent) => {
    const place = placeOfGroup[groupOf[respondent] ?? -1];
    if (place === undefined) throw new RangeError(`Respondent ${respondent} of the draft has no group.`);
    return place;
  });
  const counts = new Uint32Array(placeCount);
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  const ordered = Array.from(counts, (count) => new Uint32Array(count));
  for (const respondent of shuffled(rows.respondents)) {
    const place = places[respondent] ?? 0;
    const left = (counts[place] ?? 0) - 1;
    counts[place] = left;
    const own = ordered[place];
    if (own !== undefined) own[left] = respondent;
  }
  return ordered;
}

/** 0 to `length` − 1 in random order (Fisher and Yates). */
function shuffled(length: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, at) => at);
  const random = randomFillSync(new Uint32Array(length));
  for (let last = length - 1; last > 0; last--) {
    const at = (random[last] ?? 0) % (last + 1);
    const moved = order[last] ?? 0;
    order[last] = order[at] ?? 0;
    order[at] = moved;
  }
  return order;
}

const insertCell = `
  INSERT INTO cell (batch, unit, role, gate, respondents, tally)
  VALUES (@batch, @unit, @role, @gate, @respondents, @tally)`;

/** Cuts `@codes`, answers of `@count` respondents end to end, into rows: three times as fast as a call per row. */
const insertRespondents = `
  WITH RECURSIVE place (number) AS (
    SELECT 0 UNION ALL SELECT number + 1 FROM place WHERE number + 1 < @count
  )
  INSERT INTO respondent (cell, answers)
  SELECT @cell, CAST(substr(@codes, 1 + number * @itemCount, @itemCount) AS TEXT) FROM place`;

function storeCell(
  connection: WriteConnection,
  batch: number,
  instrument: Instrument,
  draft: AnswersDraft,
  { unit, role, gate, respondents }: DraftCell,
): void {
  const { itemCount, codes } = draft.rows;
  const tallier = new Tallier(instrument, gate);
  const chunk = new Uint8Array(Math.min(chunkRespondents, respondents.length) * itemCount);
  const cell = connection.run(insertCell, {
    batch,
    unit,
    role,
    gate,
    respondents: respondents.length,
    tally: new Uint8Array(0),
  });
  for (let from = 0; from < respondents.length; from += chunkRespondents) {
    const part = respondents.subarray(from, from + chunkRespondents);
    part.forEach((respondent, at) => {
      const start = respondent * itemCount;
      chunk.set(codes.subarray(start, start + itemCount), at * itemCount);
    });
    const own = chunk.subarray(0, part.length * itemCount);
    tallier.add({ itemCount, respondents: part.length, codes: own });
    connection.run(insertRespondents, { cell, codes: own, count: part.length, itemCount });
  }
  connection.run('UPDATE cell SET tally = @tally WHERE id = @cell', {
    cell,
    tally: tallyToBytes(tallier.finish()),
  });
}
