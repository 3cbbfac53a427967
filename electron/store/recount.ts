import * as z from 'zod';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { GateAnswer, Tally } from '../../core/survey/tally.ts';
import { Tallier } from '../../core/survey/tally.ts';
import { AnswerSigns } from './answer-signs.ts';
import type { ReadConnection } from './connection.ts';
import { blobColumn } from './row-shapes.ts';

/** What is needed to tally the respondents of a cell. */
export interface CountedCell {
  readonly instrument: Instrument;
  readonly gate: GateAnswer;
}

/** A cell tallied anew from its respondents' answers. */
export interface Recount {
  readonly cell: number;
  /** Null when some respondent has other than one sign of the instrument's scale for each item. */
  readonly tally: Tally | null;
}

/** Respondents read at a time. */
const chunkRespondents = 8192;

const lastIdRow = z.object({ last: z.int() });
const chunkRow = z.object({
  cell: z.int(),
  codes: blobColumn,
  respondents: z.int(),
  shortest: z.int(),
  longest: z.int(),
});

/** Answers are joined in SQL and come out as bytes: three times as fast as a string for each respondent. */
const chunkQuery = `
  SELECT cell, CAST(group_concat(answers, '') AS BLOB) AS codes, count(*) AS respondents,
    min(length(answers)) AS shortest, max(length(answers)) AS longest
  FROM respondent WHERE id > @after AND id <= @upTo GROUP BY cell`;

/**
 * Tallies all respondents of the file in one scan. Cells that `cellOf` does not know are passed over. A cell
 * whose respondents do not lie together, as this program always puts them, comes once for each place.
 */
export function* recount(
  connection: ReadConnection,
  cellOf: (cell: number) => CountedCell | undefined,
): Generator<Recount> {
  const last = connection.get(lastIdRow, 'SELECT coalesce(max(id), 0) AS last FROM respondent')?.last ?? 0;
  let open = null as OpenCell | null;
  for (let after = 0; after < last; after += chunkRespondents) {
    const upTo = after + chunkRespondents;
    for (const chunk of connection.all(chunkRow, chunkQuery, { after, upTo })) {
      if (open?.cell !== chunk.cell) {
        if (open !== null) yield open.finish();
        const counted = cellOf(chunk.cell);
        open = counted === undefined ? null : new OpenCell(chunk.cell, counted);
      }
      open?.add(chunk);
    }
  }
  if (open !== null) yield open.finish();
}

/** The cell that the scan is in. */
class OpenCell {
  readonly cell: number;
  readonly #itemCount: number;
  readonly #tallier: Tallier;
  readonly #signs: AnswerSigns;
  #wellFormed = true;

  constructor(cell: number, { instrument, gate }: CountedCell) {
    this.cell = cell;
    this.#itemCount = instrument.items.length;
    this.#tallier = new Tallier(instrument, gate);
    this.#signs = new AnswerSigns(instrument);
  }

  add({ codes, respondents, shortest, longest }: z.infer<typeof chunkRow>): void {
    const itemCount = this.#itemCount;
    const whole = shortest === itemCount && longest === itemCount && codes.length === respondents * itemCount;
    if (whole && this.#signs.areAll(codes)) this.#tallier.add({ itemCount, respondents, codes });
    else this.#wellFormed = false;
  }

  finish(): Recount {
    return { cell: this.cell, tally: this.#wellFormed ? this.#tallier.finish() : null };
  }
}
