import type { AnswerColumns } from './answer-columns.ts';
import { backgroundDecoder, gateReader, roleReader } from './answer-columns.ts';
import type { DraftGroup } from './draft.ts';
import { settleUnits } from './draft-units.ts';
import type { Question } from './finding.ts';
import type { AnswersInput } from './read-answers.ts';
import type { Findings } from './reading.ts';
import { cellNumber, cellText, cellYear, plausibleYear } from './rows.ts';
import { GrowingInts, SeenIds } from './growing.ts';
import type { Cell } from './sheet.ts';
import { counted, tidy } from '../text.ts';
import { looksPersonal } from './column-profile.ts';

/** Whom respondents are counted with, and which of them are kept. */
export interface SettledGroups {
  readonly groups: readonly DraftGroup[];
  /** One entry per kept respondent. */
  readonly groupOf: Int32Array;
  /** Places of the kept respondents among all that were added. */
  readonly kept: Int32Array;
  readonly duplicates: number;
  readonly otherYear: number;
  readonly questions: readonly Question[];
}

interface RawGroup {
  /** Unit names as they stand in the file. */
  readonly upper: string;
  readonly lower: string;
  readonly role: DraftGroup['role'];
  readonly gate: DraftGroup['gate'];
}

/** Gathers each respondent's unit, role and gate answer; ids serve to find duplicates and are then forgotten. */
export class RespondentGroups {
  readonly #input: AnswersInput;
  readonly #columns: AnswerColumns;
  readonly #findings: Findings;
  readonly #upper: (row: number, cell: Cell | undefined) => string;
  readonly #lower: (row: number, cell: Cell | undefined) => string;
  readonly #role: (row: number, cell: Cell | undefined) => DraftGroup['role'];
  readonly #gate: (row: number, cell: Cell | undefined) => DraftGroup['gate'];
  readonly #groups: RawGroup[] = [];
  readonly #places = new Map<string, Map<string, Map<DraftGroup['role'], Map<DraftGroup['gate'], number>>>>();
  /** Ids by year: a file of several years may number each from 1. */
  readonly #ids = new Map<number, SeenIds>();
  readonly #groupOf = new GrowingInts();
  /** Year by respondent, 0 where the row has none; only filled when the sheet has a year column. */
  readonly #years = new GrowingInts();
  /** Places of respondents whose id came before. */
  readonly #duplicateOf = new Set<number>();
  #withoutUnit = 0;

  constructor(input: AnswersInput, columns: AnswerColumns, findings: Findings) {
    this.#input = input;
    this.#columns = columns;
    this.#findings = findings;
    this.#upper = this.#readsName(columns.upperUnit);
    this.#lower = this.#readsName(columns.lowerUnit);
    this.#role = this.#reads(
      columns.role,
      roleReader(input.instrument),
      'unknown-role',
      'är ingen roll i instrumentet',
    );
    this.#gate = this.#reads(
      columns.gate,
      gateReader(input.instrument),
      'unknown-gate-answer',
      'är varken ja eller nej',
    );
  }

  add(row: number, cells: readonly Cell[]): void {
    const { upperUnit, lowerUnit, role, gate, respondentId, year } = this.#columns;
    const upper = upperUnit === null ? '' : this.#upper(row, cells[upperUnit]);
    const lower = lowerUnit === null ? '' : this.#lower(row, cells[lowerUnit]);
    if (upperUnit !== null && upper === '' && lower === '') this.#withoutUnit++;
    const place = this.#placeOf(
      upper,
      lower,
      role === null ? null : this.#role(row, cells[role]),
      gate === null ? null : this.#gate(row, cells[gate]),
    );
    this.#groupOf.push(place);
    const own = year === null ? 0 : (plausibleYear(cellNumber(cells[year])) ?? cellYear(cells[year]) ?? 0);
    if (year !== null) this.#years.push(own);
    if (respondentId !== null && !this.#isNewId(own, row, respondentId, cells[respondentId] ?? null)) {
      this.#duplicateOf.add(this.#groupOf.length - 1);
    }
  }

  /** Settles units and leaves out duplicates and, where the sheet has several years, the other years. */
  finish(year: number | null): SettledGroups {
    const { mapping, layout, knownUnits } = this.#input;
    const keepsDuplicates = mapping.duplicates === 'all';
    // A year that no row has was said against the file: then the rows' own years do not choose.
    const chooses = year !== null && this.#years.has(year);
    const hasSeveralYears = this.#years.distinct() > 1;
    const kept = new GrowingInts();
    let duplicates = 0;
    let otherYear = 0;
    for (let respondent = 0; respondent < this.#groupOf.length; respondent++) {
      const own = this.#years.length === 0 ? 0 : this.#years.at(respondent);
      // Among several years a row without one could belong to any of them.
      if (chooses && own !== year && (own !== 0 || hasSeveralYears)) otherYear++;
      else if (this.#duplicateOf.has(respondent) && !keepsDuplicates) duplicates++;
      else kept.push(respondent);
    }
    const keptPlaces = kept.toArray();
    // Only respondents who are kept make a unit: a förvaltning of another year alone is none of this one's.
    const counts = new Array<number>(this.#groups.length).fill(0);
    for (const respondent of keptPlaces) {
      const place = this.#groupOf.at(respondent);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    const units = settleUnits(this.#namePairs(counts), knownUnits, mapping, layout.sheet);
    const { groups, placeOf } = mergeGroups(this.#groups, counts, units.pathOf.bind(units));
    const asksDuplicates = this.#duplicateOf.size > 0 && mapping.duplicates === undefined;
    if (otherYear > 0) {
      const rows = counted(otherYear, 'svar', 'svar');
      this.#findings.place(
        {},
        'other-year',
        `${rows} hör till andra år än ${year ?? ''}, eller saknar år, och är utelämnade.`,
      );
    }
    if (this.#withoutUnit > 0) {
      const rows = counted(this.#withoutUnit, 'svar', 'svar');
      this.#findings.place({}, 'no-unit', `${rows} saknar enhet och räknas bara med i helheten.`);
    }
    return {
      groups,
      groupOf: keptPlaces.map((respondent) => placeOf[this.#groupOf.at(respondent)] ?? 0),
      kept: keptPlaces,
      duplicates,
      otherYear,
      questions: [
        ...(asksDuplicates ? [duplicatesQuestion(this.#duplicateOf.size, layout.sheet)] : []),
        ...units.questions,
      ],
    };
  }

  #placeOf(upper: string, lower: string, role: DraftGroup['role'], gate: DraftGroup['gate']): number {
    // Maps of texts that are met again and again: no key is put together for each of a million rows.
    const byGate = branch(branch(branch(this.#places, upper), lower), role);
    let place = byGate.get(gate);
    if (place === undefined) {
      place = this.#groups.length;
      byGate.set(gate, place);
      this.#groups.push({ upper, lower, role, gate });
    }
    return place;
  }

  /** False for an id that came before; a row without an id counts as new. */
  #isNewId(year: number, row: number, column: number, cell: Cell): boolean {
    const id = typeof cell === 'number' ? cell : cellText(cell);
    if (id === '') return true;
    let ids = this.#ids.get(year);
    if (ids === undefined) {
      ids = new SeenIds();
      this.#ids.set(year, ids);
    }
    if (ids.add(id)) return true;
    const message = 'Samma svars-id finns tidigare i filen.';
    this.#findings.cell(row, column + 1, null, 'duplicate-respondent', message);
    return false;
  }

  #namePairs(counts: readonly number[]): Map<string, Map<string, number>> {
    const pairs = new Map<string, Map<string, number>>();
    for (const [place, { upper, lower }] of this.#groups.entries()) {
      const respondents = counts[place] ?? 0;
      if (respondents === 0) continue;
      const lowers = pairs.get(upper) ?? new Map<string, number>();
      lowers.set(lower, (lowers.get(lower) ?? 0) + respondents);
      pairs.set(upper, lowers);
    }
    return pairs;
  }

  /** Reads a role or a gate answer; a text that is none gives null and a finding without the text. */
  #reads<Value>(
    place: number | null,
    read: (text: string) => Value | undefined,
    code: 'unknown-role' | 'unknown-gate-answer',
    why: string,
  ): (row: number, cell: Cell | undefined) => Value | null {
    const decode = backgroundDecoder(this.#input.layout, place);
    const known = new Map<string, Value | undefined>();
    return (row, cell) => {
      const text = decode(cellText(cell));
      if (!known.has(text) && known.size < rememberedAtMost) known.set(text, read(text));
      const value = known.has(text) ? known.get(text) : read(text);
      if (value !== undefined) return value;
      const message = `Cellen ${why}. Den svarande räknas med, men inte i den uppdelningen.`;
      this.#findings.cell(row, (place ?? 0) + 1, null, code, message);
      return null;
    };
  }

  /** Reads a unit's name as it stands, so that look-alikes can be shown as they are; "" for what is no unit. */
  #readsName(place: number | null): (row: number, cell: Cell | undefined) => string {
    const decode = backgroundDecoder(this.#input.layout, place);
    const known = new Map<string, string | null>();
    return (row, cell) => {
      const raw = typeof cell === 'string' ? cell : cellText(cell);
      let name = known.get(raw);
      if (name === undefined) {
        name = unitName(decode(raw));
        if (known.size < rememberedAtMost) known.set(raw, name);
      }
      if (name !== null) return name;
      const message =
        'Cellen är ingen enhet utan en adress, ett nummer eller löpande text. Svaret räknas med i helheten.';
      this.#findings.cell(row, (place ?? 0) + 1, null, 'unusable-unit', message);
      return '';
    };
  }
}

const rememberedAtMost = 5000;
const longestUnitName = 120;
/** What LimeSurvey writes for "other": the respondent's own words stand in a column of their own. */
const otherChoice = '-oth-';

/** A unit's name, control characters left out; null for what tells of a person or is no name. */
function unitName(text: string): string | null {
  const name = text.replace(/\p{Cc}+/gu, ' ');
  const tidied = tidy(name);
  if (tidied === '' || tidied === otherChoice) return '';
  return tidied.length > longestUnitName || looksPersonal(tidied) ? null : name;
}

/** The map under `key`, made when there is none. */
function branch<Outer, Inner, Value>(tree: Map<Outer, Map<Inner, Value>>, key: Outer): Map<Inner, Value> {
  let found = tree.get(key);
  if (found === undefined) {
    found = new Map();
    tree.set(key, found);
  }
  return found;
}

function duplicatesQuestion(duplicates: number, sheet: string): Question {
  return {
    id: 'duplicates',
    code: 'duplicate-respondents',
    sheet,
    column: null,
    message: `${counted(duplicates, 'svar har', 'svar har')} samma svars-id som ett tidigare. Ska bara det första räknas?`,
    options: [
      { value: 'first', label: 'Ja, räkna det första' },
      { value: 'all', label: 'Nej, räkna alla' },
    ],
    proposed: 'first',
  };
}

/**
 * Groups whose names turned out to be one unit become one group; those in which nobody is left are none.
 * `counts` are the respondents left in each.
 */
function mergeGroups(
  raw: readonly RawGroup[],
  counts: readonly number[],
  pathOf: (upper: string, lower: string) => readonly string[],
): { groups: DraftGroup[]; placeOf: readonly number[] } {
  const groups: DraftGroup[] = [];
  const places = new Map<string, number>();
  const placeOf = raw.map(({ upper, lower, role, gate }, rawPlace) => {
    if (counts[rawPlace] === 0) return 0;
    const unit = pathOf(upper, lower);
    const key = JSON.stringify([unit, role, gate]);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, groups.length);
    groups.push({ unit, role, gate });
    return groups.length - 1;
  });
  return { groups, placeOf };
}
