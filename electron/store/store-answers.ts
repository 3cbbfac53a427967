import { randomFillSync } from 'node:crypto';
import type { Instrument, RoleCode } from '../../core/instrument/instrument.ts';
import type { AnswersDraft } from '../../core/intake/draft.ts';
import type { AnswerRows } from '../../core/survey/answers.ts';
import type { GateAnswer } from '../../core/survey/tally.ts';
import { Tallier } from '../../core/survey/tally.ts';
import { tallyToBytes } from '../../core/survey/tally-bytes.ts';
import type { UnitId } from '../../core/survey/units.ts';
import { AnswerSigns } from './answer-signs.ts';
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
  // Here and not as a CHECK in the schema, which would double the time that storing takes.
  if (!new AnswerSigns(instrument).areAll(codes)) {
    throw new RangeError('The draft has answers outside the scale of the instrument.');
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
  const firstGroup = new Map(keys.map((key, group) => [key, group] as const).reverse());
  const placeOfGroup = keys.map((key) => placeOfKey.get(key) ?? 0);

  const ordered = orderByPlace(draft, placeOfGroup, distinct.length);
  return distinct.flatMap((key, place) => {
    const group = firstGroup.get(key) ?? -1;
    const first = draft.groups[group];
    const own = ordered[place];
    if (first === undefined || own === undefined || own.length === 0) return [];
    return [{ unit: unitIds[group] ?? null, role: first.role, gate: first.gate, respondents: own }];
  });
}

/** For each cell its respondents, in random order: nothing is left of the order in which they answered. */
function orderByPlace(
  { rows, groupOf }: AnswersDraft,
  placeOfGroup: readonly number[],
  placeCount: number,
): Uint32Array[] {
  const places = Uint32Array.from(placeOfGroup);
  const counts = new Uint32Array(placeCount);
  for (let respondent = 0; respondent < rows.respondents; respondent++) {
    const place = places[groupOf[respondent] ?? -1];
    if (place === undefined) throw new RangeError(`Respondent ${respondent} of the draft has no group.`);
    counts[place] = (counts[place] as number) + 1;
  }
  const ordered = Array.from(counts, (count) => new Uint32Array(count));
  const filled = new Uint32Array(placeCount);
  for (let respondent = 0; respondent < rows.respondents; respondent++) {
    const place = places[groupOf[respondent] as number] as number;
    (ordered[place] as Uint32Array)[filled[place] as number] = respondent;
    filled[place] = (filled[place] as number) + 1;
  }
  ordered.forEach(shuffle);
  return ordered;
}

/** Puts `order` in random order in place (Fisher and Yates). */
function shuffle(order: Uint32Array): void {
  const random = randomFillSync(new Uint32Array(order.length));
  for (let last = order.length - 1; last > 0; last--) {
    const at = (random[last] as number) % (last + 1);
    const moved = order[last] as number;
    order[last] = order[at] as number;
    order[at] = moved;
  }
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
  const { itemCount } = draft.rows;
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
    const own = chunk.subarray(0, part.length * itemCount);
    gather(draft.rows, part, own);
    tallier.add({ itemCount, respondents: part.length, codes: own });
    connection.run(insertRespondents, { cell, codes: own, count: part.length, itemCount });
  }
  connection.run('UPDATE cell SET tally = @tally WHERE id = @cell', {
    cell,
    tally: tallyToBytes(tallier.finish()),
  });
}

/** Copies the answers of `respondents` end to end into `target`. */
function gather({ itemCount, codes }: AnswerRows, respondents: Uint32Array, target: Uint8Array): void {
  let at = 0;
  for (const respondent of respondents) {
    const end = (respondent + 1) * itemCount;
    for (let from = end - itemCount; from < end; from++) target[at++] = codes[from] as number;
  }
}
