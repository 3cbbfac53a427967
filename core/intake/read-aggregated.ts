import type { Instrument } from '../instrument/instrument.ts';
import { fold } from '../text.ts';
import type { AggregatedDraft } from './draft.ts';
import type { KnownUnit } from './draft-units.ts';
import { settleUnits } from './draft-units.ts';
import { ItemMatcher } from './item-matching.ts';
import type { Layout } from './layout.ts';
import type { Mapping } from './mapping.ts';
import type { Reading } from './reading.ts';
import { Findings } from './reading.ts';
import { cellNumber, cellText } from './rows.ts';
import type { Row } from './sheet.ts';
import { tableHeadings, totalsWords, unitLevelOf } from './vocabulary.ts';
import { settleTableYear } from './years.ts';

/** What is needed to read a small table. */
export interface TableInput {
  readonly layout: Layout;
  /** All rows of the sheet. */
  readonly rows: readonly Row[];
  readonly instrument: Instrument;
  readonly mapping: Mapping;
  readonly year: number | null;
  readonly fileName: string;
  readonly knownUnits: readonly KnownUnit[];
}

/** Reads a table of items with means, numbers of answers and shares of don't know. */
export function readAggregated(input: TableInput): Reading<AggregatedDraft> {
  const { layout, instrument, mapping } = input;
  const findings = new Findings(layout.sheet);
  const matcher = new ItemMatcher(instrument);
  const folded = layout.headers.map(fold);
  const place = (headings: ReadonlySet<string>): number => folded.findIndex((text) => headings.has(text));
  const meanPlace = place(tableHeadings.mean);
  const answersPlace = place(tableHeadings.answers);
  const dontKnowPlace = place(tableHeadings.dontKnow);
  const body = input.rows.filter((row) => row.number > (layout.headerRows.at(-1) ?? 0));
  const itemPlace = itemColumn(body, matcher, layout.headers.length);
  const unitPlace = layout.headers.findIndex(
    (heading, column) => column !== itemPlace && unitLevelOf(heading) !== null,
  );
  const shareFactor = dontKnowPlace === -1 ? 1 : fractionFactor(body, dontKnowPlace);
  if (shareFactor !== 1) {
    const message = 'Andelarna är skrivna som bråk och läses som procent: 0,26 är 26 %.';
    findings.place({ column: dontKnowPlace + 1 }, 'fraction-shares', message);
  }

  const seen = new Set<string>();
  const raw = body.flatMap((row) => {
    const text = cellText(row.cells[itemPlace]);
    const item = matcher.match(text)?.item ?? null;
    if (item === null) {
      if (text !== '')
        findings.place({ row: row.number }, 'legend-row', 'Raden är ingen mätpunkt och läses inte in.');
      return [];
    }
    const unitText = unitPlace === -1 ? '' : cellText(row.cells[unitPlace]);
    const unit = totalsWords.has(fold(unitText)) ? '' : unitText;
    const key = `${unit}\u0000${item.code}`;
    if (seen.has(key)) {
      findings.place(
        { row: row.number },
        'repeated-header',
        `${item.name.sv} står två gånger; den första raden gäller.`,
      );
      return [];
    }
    seen.add(key);
    const { min, max } = instrument.scale;
    const mean = numberAt(
      row,
      meanPlace,
      findings,
      (value, text) => value >= min && value <= max && !text.includes('%'),
      `ett medelvärde mellan ${min} och ${max}`,
    );
    const n = numberAt(
      row,
      answersPlace,
      findings,
      (value) => value >= 0 && Number.isInteger(value),
      'ett antal svar',
    );
    const share = numberAt(
      row,
      dontKnowPlace,
      findings,
      (value) => value >= 0 && value <= 100,
      'en andel mellan 0 och 100',
    );
    return [{ unit, item: item.code, mean, n, dontKnowPercent: share === null ? null : share * shareFactor }];
  });

  const units = settleUnits(
    new Map(
      [...new Set(raw.map(({ unit }) => unit))]
        .filter((unit) => unit !== '')
        .map((unit) => [unit, new Map([['', 1]])]),
    ),
    input.knownUnits,
    mapping,
    layout.sheet,
  );
  const settled = settleTableYear(input, findings);
  const found = new Set(raw.map(({ item }) => item));
  for (const item of instrument.items) {
    if (!found.has(item.code))
      findings.place({}, 'missing-item', `Tabellen saknar mätpunkten ${item.name.sv}.`);
  }
  return {
    draft:
      settled.year === null || raw.length === 0
        ? null
        : {
            kind: 'aggregated',
            year: settled.year,
            lines: raw.map((line) => ({ ...line, unit: units.pathOf(line.unit, '') })),
            reversed: instrument.items.filter(({ reversed }) => reversed).map(({ code }) => code),
          },
    findings: findings.list(),
    questions: [...units.questions, ...(settled.question === null ? [] : [settled.question])],
    respondents: 0,
    responses: 0,
    leftOut: {},
  };
}

/** The column in which most rows name an item. */
function itemColumn(rows: readonly Row[], matcher: ItemMatcher, width: number): number {
  const counts = Array.from({ length: width }, (_, column) => ({
    column,
    count: rows.filter((row) => matcher.match(cellText(row.cells[column])) !== null).length,
  }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.column ?? 0;
}

/** 100 where shares are written as fractions (Excel's own percent), else 1. */
function fractionFactor(rows: readonly Row[], column: number): number {
  const cells = rows.flatMap((row) => row.cells[column] ?? []);
  const numbers = cells.flatMap((cell) => cellNumber(cell) ?? []);
  const writtenWithSign = cells.some((cell) => typeof cell === 'string' && cell.includes('%'));
  const areFractions =
    numbers.every((value) => value <= 1) && numbers.some((value) => !Number.isInteger(value));
  return !writtenWithSign && areFractions ? 100 : 1;
}

/** A number of a table cell; an empty cell or "-" is null, anything else that is no such number a finding too. */
export function numberAt(
  row: Row,
  place: number,
  findings: Findings,
  isValid: (value: number, text: string) => boolean,
  what: string,
): number | null {
  const cell = place === -1 ? null : (row.cells[place] ?? null);
  const text = cellText(cell);
  if (cell === null || text === '-' || text === '..' || text === '–') return null;
  const value = cellNumber(cell);
  if (value !== null && isValid(value, text)) return value;
  findings.cell(row.number, place + 1, cell, 'unreadable-number', `Cellen är inte ${what} och lämnas tom.`);
  return null;
}
