import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import { fold } from '../text.ts';
import type { Codebook } from './codebook.ts';
import type { ColumnProfile } from './column-profile.ts';
import { columnProfile } from './column-profile.ts';
import { headerText } from './header-text.ts';
import { certainConfidence, isWordedNegatively, ItemMatcher } from './item-matching.ts';
import type { Layout } from './layout.ts';
import type { ColumnMapping, Mapping } from './mapping.ts';
import { mappedColumn } from './mapping.ts';
import type { Row } from './sheet.ts';
import { columnLetters } from './sheet.ts';
import type { ValueReader } from './values.ts';
import type { ColumnRole } from './vocabulary.ts';
import {
  freeTextWords,
  otherChoiceWords,
  headingsByRole,
  personalWords,
  roleWords,
  unitLevelOf,
  submittedHeadings,
  unitWords,
  yearHeadings,
} from './vocabulary.ts';

/** What one column of an answers sheet means, how sure that is, and why. */
export interface ColumnMatch {
  /** From 1. */
  readonly column: number;
  readonly letters: string;
  readonly header: string;
  readonly role: ColumnRole;
  readonly item: ItemCode | null;
  /** The item's Swedish name, to show. */
  readonly itemName: string | null;
  /** 1 for förvaltning, 2 for enhet under it; null for other roles. */
  readonly unitLevel: 1 | 2 | null;
  /** What a time column tells beside times. */
  readonly holds: 'year' | 'submitted' | null;
  /** 0–1. */
  readonly confidence: number;
  readonly needsConfirmation: boolean;
  /** Plain Swedish. */
  readonly reason: string;
  /** True for a column that is dropped, and that the user may say is the unit. */
  readonly mayBeUnit: boolean;
  /** True for a statement worded negatively whose direction the user has not decided. */
  readonly asksDirection: boolean;
  /** True when the user has said that agreeing means low maturity. */
  readonly reversed: boolean;
}

interface Heading {
  readonly column: number;
  readonly letters: string;
  readonly header: string;
  /** The heading, or the label that a codebook gives it. */
  readonly text: string;
  readonly profile: ColumnProfile;
  readonly mapped: ColumnMapping | null;
}

type Meaning = Pick<ColumnMatch, 'role' | 'confidence' | 'reason'> &
  Partial<Pick<ColumnMatch, 'item' | 'unitLevel' | 'holds' | 'mayBeUnit'>>;

/** Decides what each column of an answers sheet means. `headers` are in column order, "" where there is none. */
export function matchColumns(input: {
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
  readonly instrument: Instrument;
  readonly reader: ValueReader;
  readonly mapping: Mapping;
  readonly codebook: Codebook | null;
}): ColumnMatch[] {
  const { instrument, mapping } = input;
  const headings = input.headers.flatMap((header, index): Heading[] => {
    const entry = input.codebook?.get(fold(header)) ?? null;
    const profile = columnProfile(input.rows, index + 1, instrument, input.reader, entry);
    if (header === '' && profile.filled === 0) return [];
    const letters = columnLetters(index + 1);
    const label = entry?.label ?? '';
    return [
      {
        column: index + 1,
        letters,
        header,
        text: label === '' ? header : label,
        profile,
        mapped: mappedColumn(mapping, letters, header),
      },
    ];
  });
  const matcher = new ItemMatcher(instrument);
  const meanings = new Map(headings.map((heading) => [heading, meaningOf(heading, instrument, matcher)]));
  keepOneColumnPerItem(meanings);
  keepOneColumn(meanings, 'gate');
  keepOneColumn(meanings, 'role');
  keepOneColumn(meanings, 'respondentId');
  askForUnit(meanings, instrument);
  settleUnitLevels(meanings);
  proposeByOrder(meanings, instrument);
  return headings.map((heading) => finished(heading, meanings.get(heading) ?? unknown(heading), instrument));
}

/** The columns of a table of figures: its units, and figures, which are no answers and so have no role. */
export function tableColumns(layout: Layout): ColumnMatch[] {
  return layout.headers.flatMap((header, index): ColumnMatch[] => {
    if (header === '') return [];
    const isUnit = unitLevelOf(header) !== null;
    return [
      {
        column: index + 1,
        letters: columnLetters(index + 1),
        header,
        role: isUnit ? 'unit' : 'other',
        item: null,
        itemName: null,
        unitLevel: null,
        holds: null,
        confidence: 1,
        needsConfirmation: false,
        reason: isUnit ? 'rubriken frågar efter organisatorisk hemvist' : 'kolumn i en tabell med siffror',
        mayBeUnit: false,
        asksDirection: false,
        reversed: false,
      },
    ];
  });
}

/**
 * True for a statement whose agreement may mean low maturity: by its wording, or because the item's own name is
 * something bad (shadow IT, debt) and nothing in the statement says that there is little of it.
 */
function mayBeNegative(text: string, code: ItemCode | null | undefined, instrument: Instrument): boolean {
  if (isWordedNegatively(text)) return true;
  const reassuring = instrument.items.find((item) => item.code === code)?.reassuringStems ?? [];
  const words = fold(headerText(text).statement.replace(/\([^)]*\)/g, ' ')).split(' ');
  const isStatement = words.length >= 3;
  return (
    isStatement &&
    reassuring.length > 0 &&
    !reassuring.some((stem) => words.some((word) => word.startsWith(stem)))
  );
}

function finished(heading: Heading, meaning: Meaning, instrument: Instrument): ColumnMatch {
  const { column, letters, header, mapped } = heading;
  const isItem = meaning.role === 'item';
  const bare = isItem && meaning.confidence === 1 && mapped === null;
  return {
    column,
    letters,
    header,
    role: meaning.role,
    item: meaning.item ?? null,
    itemName: instrument.items.find(({ code }) => code === meaning.item)?.name.sv ?? null,
    unitLevel: meaning.unitLevel ?? null,
    holds: meaning.holds ?? null,
    confidence: meaning.confidence,
    needsConfirmation: meaning.confidence < certainConfidence,
    reason: meaning.reason,
    mayBeUnit: meaning.mayBeUnit ?? false,
    asksDirection:
      isItem &&
      !bare &&
      mapped?.reversed === undefined &&
      mayBeNegative(heading.text, meaning.item, instrument),
    reversed: isItem && mapped?.reversed === true,
  };
}

function meaningOf(heading: Heading, instrument: Instrument, matcher: ItemMatcher): Meaning {
  const { text, profile, mapped } = heading;
  if (mapped !== null) return mappedMeaning(mapped, heading, matcher, instrument);
  const { full, statement } = headerText(text);
  const folded = fold(full);
  const words = folded.split(' ');
  const holdsAnswers = profile.answerShare >= 0.5;

  if (matcher.exact(statement) === null) {
    for (const role of ['time', 'personal', 'respondentId', 'other', 'freeText'] as const) {
      if (headingsByRole[role]?.has(folded) !== true) continue;
      return { role, confidence: 1, reason: 'känd rubrik från enkätverktyget', holds: timeHolds(folded) };
    }
  }
  const isNamedItem = holdsAnswers && matcher.exact(statement) !== null;
  if (profile.personalShare >= 0.3 && !isNamedItem) {
    return { role: 'personal', confidence: 1, reason: 'innehåller adresser eller nummer till personer' };
  }
  const gate = gateMeaning(folded, words, profile, instrument);
  if (gate !== null) return gate;

  const isOwnWords = words.some((word) => freeTextWords.has(word) || otherChoiceWords.has(word));
  if (!holdsAnswers && isOwnWords) return freeText;
  const item = matcher.match(text);
  const isAnswerColumn =
    holdsAnswers || profile.filled === 0 || (profile.isChoice && profile.yesNoShare === 0);
  if (item !== null && (isAnswerColumn || (item.confidence === 1 && profile.longTextShare < 0.2))) {
    return { role: 'item', item: item.item.code, confidence: item.confidence, reason: item.reason };
  }
  if (!holdsAnswers) {
    const background = backgroundMeaning(words, profile);
    if (background !== null) return background;
  }
  return unknown(heading);
}

const freeText: Meaning = { role: 'freeText', confidence: 1, reason: 'fritext' };

function timeHolds(folded: string): ColumnMatch['holds'] {
  if (yearHeadings.has(folded)) return 'year';
  return submittedHeadings.has(folded) ? 'submitted' : null;
}

function mappedMeaning(
  mapped: ColumnMapping,
  heading: Heading,
  matcher: ItemMatcher,
  instrument: Instrument,
): Meaning {
  const meaning: Meaning = { role: mapped.role, confidence: 1, reason: 'enligt din mappning' };
  if (mapped.role === 'unit') return { ...meaning, unitLevel: mapped.level ?? 1 };
  if (mapped.role === 'time') return { ...meaning, holds: timeHolds(fold(heading.text)) };
  if (mapped.role !== 'item') return meaning;
  const item =
    instrument.items.find(({ code }) => code === mapped.item) ??
    (mapped.item === undefined ? matcher.match(heading.text)?.item : undefined);
  if (item === undefined)
    return { role: 'other', confidence: 0, reason: `mappningens mätpunkt "${mapped.item ?? ''}" finns inte` };
  return { ...meaning, item: item.code };
}

function gateMeaning(
  folded: string,
  words: readonly string[],
  profile: ColumnProfile,
  instrument: Instrument,
): Meaning | null {
  const { gate } = instrument;
  if (gate === null) return null;
  const named = [gate.code, gate.name.sv, gate.name.en, ...gate.aliases].some(
    (name) => fold(name) === folded,
  );
  const worded = gate.stems.some((stems) =>
    fold(stems)
      .split(' ')
      .every((stem) => words.some((word) => word.startsWith(stem))),
  );
  const hasYesNo = profile.yesNoShare >= 0.5 || profile.filled === 0;
  if (named && hasYesNo) return { role: 'gate', confidence: 1, reason: 'heter som ingångsfrågan' };
  if (worded && hasYesNo)
    return { role: 'gate', confidence: 0.95, reason: 'frågar om beslut, med svaren ja och nej' };
  return null;
}

function backgroundMeaning(words: readonly string[], profile: ColumnProfile): Meaning | null {
  const has = (vocabulary: ReadonlySet<string>): boolean => words.some((word) => vocabulary.has(word));
  if (profile.longTextShare >= 0.3) return freeText;
  if (profile.roleShare >= 0.6 || (has(roleWords) && profile.yesNoShare < 0.5)) {
    return {
      role: 'role',
      confidence: profile.roleShare >= 0.6 ? 1 : 0.9,
      reason: 'rubriken eller svaren är roller',
    };
  }
  const isUnit = profile.yesNoShare < 0.5 && (has(unitWords.upper) || has(unitWords.lower));
  if (has(personalWords)) {
    // "Chefens namn på enheten" or "Förvaltningens namn": dropped until someone says that it is no person.
    const reason = 'rubriken frågar vem som svarar';
    return { role: 'personal', confidence: isUnit ? 0.6 : 0.95, reason, mayBeUnit: isUnit };
  }
  if (isUnit) {
    const unitLevel = has(unitWords.lower) ? 2 : 1;
    return profile.isOwnWords
      ? {
          role: 'unit',
          unitLevel,
          confidence: 0.6,
          reason: 'rubriken nämner en enhet, men nästan varje svar är ett eget',
        }
      : {
          role: 'unit',
          unitLevel,
          confidence: words.length <= 2 ? 1 : 0.95,
          reason: 'rubriken frågar efter organisatorisk hemvist',
        };
  }
  if (profile.dateShare >= 0.5) return { role: 'time', confidence: 0.95, reason: 'innehåller datum' };
  return null;
}

/** A column nobody knows: dropped, and asked about later if it holds answers while items are missing. */
function unknown(heading: Heading): Meaning {
  const text = heading.profile.longTextShare > 0;
  return text
    ? { role: 'freeText', confidence: 1, reason: 'innehåller löpande text' }
    : { role: 'other', confidence: 1, reason: 'känns inte igen och läses inte in' };
}

/** One item never gets two columns: the surest keeps it, the others ask. */
function keepOneColumnPerItem(meanings: Map<Heading, Meaning>): void {
  const byItem = Map.groupBy(
    [...meanings].filter(([, { role }]) => role === 'item'),
    ([, { item }]) => item,
  );
  for (const claims of byItem.values()) {
    const ranked = claims.toSorted(([, a], [, b]) => b.confidence - a.confidence);
    for (const [heading] of ranked.slice(1)) {
      meanings.set(heading, {
        role: 'other',
        confidence: 0.4,
        reason: `liknar en mätpunkt som redan har kolumn ${ranked[0]?.[0].letters ?? ''}`,
      });
    }
  }
}

/** Where several columns claim a role that only one can have, the first of the surest keeps it. */
function keepOneColumn(meanings: Map<Heading, Meaning>, role: ColumnRole): void {
  const claims = [...meanings].filter(([, meaning]) => meaning.role === role);
  const [keeper] = claims.toSorted(([, a], [, b]) => b.confidence - a.confidence);
  for (const [heading] of claims) {
    if (heading === keeper?.[0]) continue;
    meanings.set(heading, {
      role: 'other',
      confidence: role === 'respondentId' ? 1 : 0.5,
      reason: `kolumn ${keeper?.[0].letters ?? ''} har redan den betydelsen`,
    });
  }
}

/**
 * Without any unit column, the first text column of a few repeated names is asked about. It may hold the names of
 * persons as well as of units, so the proposal is to drop it.
 */
function askForUnit(meanings: Map<Heading, Meaning>, instrument: Instrument): void {
  if ([...meanings.values()].some(({ role }) => role === 'unit')) return;
  const likely = [...meanings].find(
    ([{ mapped, profile, text }, { role, confidence }]) =>
      role === 'other' &&
      confidence === 1 &&
      mapped === null &&
      profile.namesGroups &&
      headingsByRole.other?.has(fold(text)) !== true,
  );
  if (likely === undefined || instrument.items.length === 0) return;
  const [heading] = likely;
  const reason = 'samma namn kommer igen på flera rader; det kan vara enheten';
  meanings.set(heading, { role: 'other', confidence: 0.5, reason, mayBeUnit: true });
}

/** An enhet needs a förvaltning over it: a single unit column is the upper level, whatever it is called. */
function settleUnitLevels(meanings: Map<Heading, Meaning>): void {
  const units = [...meanings].filter(([, { role }]) => role === 'unit');
  const hasUpper = units.some(([, { unitLevel }]) => unitLevel === 1);
  const taken = new Set<number>();
  for (const [heading, meaning] of units) {
    const wanted = hasUpper ? (meaning.unitLevel ?? 1) : 1;
    const level = !taken.has(wanted) ? wanted : wanted === 1 && !taken.has(2) ? 2 : null;
    if (level === null) {
      meanings.set(heading, {
        role: 'other',
        confidence: 0.5,
        reason: 'det finns redan två kolumner med enheter',
      });
      continue;
    }
    taken.add(level);
    meanings.set(heading, { ...meaning, unitLevel: level });
  }
}

/**
 * Columns that hold answers but whose headings say nothing (bare codes) are proposed in instrument order,
 * when there are exactly as many of them as items without a column; otherwise each is asked about.
 */
function proposeByOrder(meanings: Map<Heading, Meaning>, instrument: Instrument): void {
  const found = new Set([...meanings.values()].map(({ item }) => item));
  const missing = instrument.items.filter(({ code }) => !found.has(code));
  const candidates = [...meanings].filter(
    ([heading, meaning]) =>
      meaning.role === 'other' &&
      meaning.confidence === 1 &&
      heading.mapped === null &&
      heading.profile.answerShare >= 0.8 &&
      headingsByRole.other?.has(fold(heading.text)) !== true,
  );
  candidates.forEach(([heading], place) => {
    const item = candidates.length === missing.length ? missing[place] : undefined;
    if (item !== undefined) {
      const reason = `rubriken säger inget; i ordning vore den ${item.name.sv}`;
      meanings.set(heading, { role: 'item', item: item.code, confidence: 0.3, reason });
    } else if (missing.length > 0) {
      meanings.set(heading, {
        role: 'other',
        confidence: 0.3,
        reason: 'innehåller svar, men ingen mätpunkt känns igen',
      });
    }
  });
}
