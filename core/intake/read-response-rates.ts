import { fold } from '../text.ts';
import type { ResponseRatesDraft } from './draft.ts';
import { settleUnits } from './draft-units.ts';
import type { TableInput } from './read-aggregated.ts';
import { numberAt } from './read-aggregated.ts';
import type { Reading } from './reading.ts';
import { Findings } from './reading.ts';
import { cellNumber, cellText } from './rows.ts';
import { tableHeadings, totalsWords } from './vocabulary.ts';
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
  const unitPlace = Math.max(
    0,
    layout.headers.findIndex((_, column) =>
      body.some((row) => typeof row.cells[column] === 'string' && cellNumber(row.cells[column]) === null),
    ),
  );

  const raw = body.flatMap((row) => {
    const cell = row.cells[unitPlace];
    const name = typeof cell === 'string' ? cell : cellText(cell);
    if (name.trim() === '') return [];
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
    return [{ name, isTotal: totalsWords.has(fold(name)), invited, answered }];
  });

  const units = settleUnits(
    new Map(
      raw.filter(({ isTotal }) => !isTotal).map(({ name, invited }) => [name, new Map([['', invited]])]),
    ),
    input.knownUnits,
    mapping,
    layout.sheet,
  );
  const settled = settleTableYear(input, findings);
  const lines = raw.map(({ name, isTotal, invited, answered }) => ({
    unit: isTotal ? [] : units.pathOf(name, ''),
    invited,
    answered,
  }));
  return {
    draft:
      settled.year === null || raw.length === 0 ? null : { kind: 'responseRates', year: settled.year, lines },
    findings: findings.list(),
    questions: [...units.questions, ...(settled.question === null ? [] : [settled.question])],
    respondents: 0,
    leftOut: {},
  };
}
