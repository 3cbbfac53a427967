import { fold } from '../text.ts';
import type { ResponseRatesDraft } from './draft.ts';
import { settleUnits } from './draft-units.ts';
import type { TableInput } from './read-aggregated.ts';
import { numberAt } from './read-aggregated.ts';
import type { Reading } from './reading.ts';
import { Findings } from './reading.ts';
import { cellNumber } from './rows.ts';
import type { Row } from './sheet.ts';
import { tableHeadings, totalsWords, unitLevelOf } from './vocabulary.ts';
import { settleTableYear } from './years.ts';

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;

/** Reads a list of units with numbers of invited and answered; a totals row is the whole. */
export function readResponseRates(input: TableInput): Reading<ResponseRatesDraft> {
  const { layout, mapping } = input;
  const findings = new Findings(layout.sheet);
  const folded = layout.headers.map(fold);
  const invitedPlace = folded.findIndex((text) => tableHeadings.invited.has(text));
  const answeredPlace = folded.findIndex((text) => tableHeadings.answered.has(text));
  const body = input.rows.filter((row) => row.number > (layout.headerRows.at(-1) ?? 0));
  const { upperPlace, lowerPlace } = unitPlaces(layout.headers, body);

  let above = '';
  const seen = new Set<string>();
  const raw = body.flatMap((row) => {
    const own = nameIn(row, upperPlace);
    const lower = lowerPlace === null ? '' : nameIn(row, lowerPlace);
    // A förvaltning is often written once, over its enheter.
    if (own !== '') above = own;
    const upper = own === '' && lower !== '' ? above : own;
    if (upper === '') return [];
    const invited = numberAt(row, invitedPlace, findings, isCount, 'ett antal inbjudna');
    const answered = numberAt(row, answeredPlace, findings, isCount, 'ett antal svarande');
    if (invited === null) {
      findings.place({ row: row.number }, 'legend-row', 'Raden saknar antal inbjudna och läses inte in.');
      return [];
    }
    if (answered !== null && answered > invited) {
      const message = `${answered} svarande är fler än ${invited} inbjudna.`;
      findings.place({ row: row.number }, 'answered-over-invited', message);
    }
    const isTotal = totalsWords.has(fold(upper));
    const part = totalsWords.has(fold(lower)) ? '' : lower;
    const key = JSON.stringify(isTotal ? [] : [upper, part]);
    if (seen.has(key)) {
      findings.place(
        { row: row.number },
        'repeated-unit',
        'Enheten står två gånger; den första raden gäller.',
      );
      return [];
    }
    seen.add(key);
    return [{ upper, lower: part, isTotal, invited, answered }];
  });

  const pairs = new Map<string, Map<string, number>>();
  for (const { upper, lower, isTotal, invited } of raw) {
    if (!isTotal) pairs.set(upper, (pairs.get(upper) ?? new Map<string, number>()).set(lower, invited));
  }
  const units = settleUnits(pairs, input.knownUnits, mapping, layout.sheet);
  const settled = settleTableYear(input, findings);
  const lines = raw.map(({ upper, lower, isTotal, invited, answered }) => ({
    unit: isTotal ? [] : units.pathOf(upper, lower),
    invited,
    answered,
  }));
  return {
    draft:
      settled.year === null || raw.length === 0 ? null : { kind: 'responseRates', year: settled.year, lines },
    findings: findings.list(),
    questions: [...units.questions, ...(settled.question === null ? [] : [settled.question])],
    respondents: 0,
    responses: 0,
    leftOut: {},
  };
}

/**
 * The columns that name units: by their headings, else the first one of texts. A single one is the upper
 * level, whatever it is called.
 */
function unitPlaces(
  headers: readonly string[],
  body: readonly Row[],
): { upperPlace: number; lowerPlace: number | null } {
  const holdsNames = (place: number): boolean => body.some((row) => nameIn(row, place) !== '');
  const levels = headers.map((header, place) => (holdsNames(place) ? unitLevelOf(header) : null));
  const upper = levels.indexOf(1);
  const lower = levels.indexOf(2);
  if (upper !== -1) return { upperPlace: upper, lowerPlace: lower === -1 ? null : lower };
  const first = headers.findIndex((_, place) => holdsNames(place));
  return { upperPlace: lower === -1 ? Math.max(0, first) : lower, lowerPlace: null };
}

/** The text of a cell as it stands; "" where there is a number or nothing. */
function nameIn(row: Row, place: number): string {
  const cell = row.cells[place];
  return typeof cell === 'string' && cell.trim() !== '' && cellNumber(cell) === null ? cell : '';
}
