import type { Instrument, RoleCode } from '../instrument/instrument.ts';
import type { GateAnswer } from '../survey/tally.ts';
import { fold, tidy } from '../text.ts';
import type { CodebookEntry } from './codebook.ts';
import type { ColumnMatch } from './columns.ts';
import type { Layout } from './layout.ts';
import type { Mapping } from './mapping.ts';
import type { ValueMeaning } from './values.ts';
import { meaningKey, ValueReader } from './values.ts';

/** Which cells of a row hold what, as 0-based places; null where the sheet has no such column. */
export interface AnswerColumns {
  /** In instrument order; null for an item that the sheet does not ask. */
  readonly items: readonly (number | null)[];
  /** One per item, in the same order. */
  readonly readers: readonly ValueReader[];
  readonly upperUnit: number | null;
  readonly lowerUnit: number | null;
  readonly role: number | null;
  readonly gate: number | null;
  readonly respondentId: number | null;
  readonly submitted: number | null;
  readonly year: number | null;
  readonly times: readonly number[];
}

/** Where a row's cells are to be read, from what the columns mean. */
export function answerColumns(
  matches: readonly ColumnMatch[],
  instrument: Instrument,
  mapping: Mapping,
  layout: Layout,
  isTurned: boolean,
): AnswerColumns {
  const placeOf = (test: (match: ColumnMatch) => boolean): number | null => {
    const match = matches.find(test);
    return match === undefined ? null : match.column - 1;
  };
  const items = instrument.items.map(({ code }) =>
    placeOf((match) => match.role === 'item' && match.item === code),
  );
  const meanings = new Map(
    mapping.values.map(({ text, meaning }): [string, ValueMeaning] => [meaningKey(text), meaning]),
  );
  const way = { proposesCodeAfterScale: layout.platform === 'limesurvey', isTurned };
  const shared = new ValueReader(instrument, meanings, way);
  const readers = items.map((place) => {
    const entry = codebookEntry(layout, place);
    if (entry === null) return shared;
    return new ValueReader(instrument, new Map([...codebookMeanings(entry, shared), ...meanings]), way);
  });
  return {
    items,
    readers,
    upperUnit: placeOf(({ unitLevel }) => unitLevel === 1),
    lowerUnit: placeOf(({ unitLevel }) => unitLevel === 2),
    role: placeOf(({ role }) => role === 'role'),
    gate: placeOf(({ role }) => role === 'gate'),
    respondentId: placeOf(({ role }) => role === 'respondentId'),
    submitted: layout.platform === 'limesurvey' ? placeOf(({ holds }) => holds === 'submitted') : null,
    year: placeOf(({ holds }) => holds === 'year'),
    times: matches.flatMap(({ role, holds, column }) =>
      role === 'time' && holds !== 'year' ? [column - 1] : [],
    ),
  };
}

function codebookEntry(layout: Layout, place: number | null): CodebookEntry | null {
  if (place === null || layout.codebook === null) return null;
  return layout.codebook.get(fold(layout.headers[place] ?? '')) ?? null;
}

/** What a codebook says of codes that are no answers on the scale: vet ej and missing. */
function codebookMeanings(entry: CodebookEntry, reader: ValueReader): Map<string, ValueMeaning> {
  const meanings = new Map<string, ValueMeaning>();
  for (const [code, text] of entry.valueTexts) {
    if (reader.meaningOfText(text) === 'dontKnow') meanings.set(meaningKey(code), 'dontKnow');
  }
  for (const code of entry.missing) meanings.set(meaningKey(code), 'blank');
  return meanings;
}

/** Decodes a background cell through the codebook, where there is one: "3" → "Socialförvaltningen". */
export function backgroundDecoder(layout: Layout, place: number | null): (text: string) => string {
  const entry = codebookEntry(layout, place);
  if (entry === null) return (text) => text;
  const missing = new Set(entry.missing);
  return (text) => (missing.has(text) ? '' : (entry.valueTexts.get(text) ?? text));
}

/** Reads the gate question: undefined for a text that is neither yes, no nor empty. */
export function gateReader(instrument: Instrument): (text: string) => GateAnswer | undefined {
  const yes = new Set((instrument.gate?.yes ?? []).map(fold));
  const no = new Set((instrument.gate?.no ?? []).map(fold));
  const dontKnow = new Set(instrument.dontKnow.map(fold));
  return (text) => {
    const folded = fold(text);
    if (folded === '' || dontKnow.has(folded)) return null;
    if (yes.has(folded)) return 'yes';
    return no.has(folded) ? 'no' : undefined;
  };
}

/** Reads a role: undefined for a text that is no role of the instrument. */
export function roleReader(instrument: Instrument): (text: string) => RoleCode | null | undefined {
  const byName = new Map(
    instrument.roles.flatMap((role) =>
      [role.code, role.name.sv, role.name.en, ...role.aliases].map((name): [string, RoleCode] => [
        fold(name),
        role.code,
      ]),
    ),
  );
  return (text) => (tidy(text) === '' ? null : byName.get(fold(text)));
}
