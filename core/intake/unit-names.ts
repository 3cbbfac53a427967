import { distance } from 'fastest-levenshtein';
import { fold, tidy } from '../text.ts';

/** Two names that may mean one unit. */
export interface LookAlike {
  /** The name as it stands in the file, trailing blanks and all. */
  readonly name: string;
  /** The name it is proposed to be the same as. */
  readonly sameAs: string;
  /** Plain Swedish. */
  readonly reason: string;
}

/** Over this many names under one parent, they are no units that anyone has mistyped: only spellings are compared. */
const comparedInPairs = 1500;

/**
 * Finds names that look alike among units under one parent. Each name of the file that looks like a known one,
 * or like another of the file with more respondents, gets one proposal; names that merely are new get none.
 *
 * @param names names as written in the file, with the number of respondents of each
 * @param known names and aliases already in the workspace; an exact hit is that unit and asks nothing
 */
export function findLookAlikes(
  names: ReadonlyMap<string, number>,
  known: readonly { readonly name: string; readonly aliases: readonly string[] }[],
): LookAlike[] {
  const settled = new Settled(names.size <= comparedInPairs);
  for (const { name, aliases } of known)
    for (const spelling of [name, ...aliases]) settled.add(spelling, name);
  const found: LookAlike[] = [];
  const mostFirst = [...names].sort(
    ([a, countA], [b, countB]) => rank(b, countB) - rank(a, countA) || (a < b ? -1 : 1),
  );
  for (const [name] of mostFirst) {
    const match = settled.alike(name);
    if (match === null) settled.add(name, name);
    else found.push({ name, ...match });
  }
  return found;
}

/** Full names before abbreviations and tidy names before untidy ones, else most respondents, else the shorter first. */
function rank(name: string, respondents: number): number {
  const isShort = isAbbreviation(name) || name.includes('.');
  return (isShort ? -1e9 : 0) + (tidy(name) === name ? 0 : -1e8) + respondents - name.length / 1e4;
}

/** Names that stand for units of their own, with what each is compared by worked out once. */
class Settled {
  readonly #comparesPairs: boolean;
  readonly #spellings: { readonly spelling: Spelling; readonly name: string }[] = [];
  readonly #exact = new Set<string>();
  readonly #byFolded = new Map<string, { readonly spelling: Spelling; readonly name: string }>();

  constructor(comparesPairs: boolean) {
    this.#comparesPairs = comparesPairs;
  }

  add(text: string, name: string): void {
    const entry = { spelling: spellingOf(text), name };
    this.#exact.add(text);
    this.#spellings.push(entry);
    if (!this.#byFolded.has(entry.spelling.folded)) this.#byFolded.set(entry.spelling.folded, entry);
  }

  /** The first name that `text` may be another spelling of; null for the very same, or for a new one. */
  alike(text: string): { sameAs: string; reason: string } | null {
    if (this.#exact.has(text)) return null;
    const spelling = spellingOf(text);
    const twin = this.#byFolded.get(spelling.folded);
    const candidates = twin !== undefined ? [twin] : this.#comparesPairs ? this.#spellings : [];
    for (const candidate of candidates) {
      const reason = reasonFor(spelling, candidate.spelling);
      if (reason !== null) return { sameAs: candidate.name, reason };
    }
    return null;
  }
}

/** What a name is compared by. */
interface Spelling {
  readonly text: string;
  readonly folded: string;
  readonly words: readonly string[];
  readonly digits: string;
  /** The name without the word for what kind of unit it is; "" where nothing else is left. */
  readonly stem: string;
  /** Letters of an abbreviation; null for other names. */
  readonly abbreviation: string | null;
}

function spellingOf(text: string): Spelling {
  const folded = fold(text.replace(/&/g, ' och '));
  return {
    text,
    folded,
    words: folded.split(' '),
    digits: folded.replace(/\D/g, ''),
    stem: folded
      .replace(/s?(forvaltningens?|forvaltning|kontoret|kontor|namnden|namnd)\b/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
    abbreviation: isAbbreviation(text) ? fold(text).replace(/ /g, '') : null,
  };
}

/** Why two different spellings may be one unit, or null. */
export function alikeReason(a: string, b: string): string | null {
  return a === b ? null : reasonFor(spellingOf(a), spellingOf(b));
}

function reasonFor(a: Spelling, b: Spelling): string | null {
  if (a.folded === b.folded) {
    return tidy(a.text) === tidy(b.text) ? 'skiljer sig bara i blanktecken' : 'skiljer sig bara i stavning';
  }
  if (isAbbreviationOf(a, b) || isAbbreviationOf(b, a)) return 'kan vara en förkortning';
  if (a.digits !== b.digits) return null;
  if (a.stem !== '' && a.stem === b.stem) return 'har samma namn i kortare form';
  if (isBeginningOf(a, b) || isBeginningOf(b, a)) return 'kan vara en förkortning';
  return differsByTypingError(a, b) ? 'skiljer sig på enstaka bokstäver' : null;
}

/** "Utb" for "Utbildningsförvaltningen": the beginning of a name that ends in a word for a förvaltning. */
function isBeginningOf({ folded, stem }: Spelling, long: Spelling): boolean {
  const isWhole = stem !== folded;
  const isNamedByKind = long.stem !== '' && long.stem !== long.folded;
  return !isWhole && isNamedByKind && folded.length >= shortestBeginning && long.stem.startsWith(folded);
}

/** Two letters begin too many names to say anything. */
const shortestBeginning = 3;

function isAbbreviation(name: string): boolean {
  return /^\p{Lu}[\p{Lu}&]{1,4}$/u.test(tidy(name));
}

/** "KLF" for "Kommunledningsförvaltningen": same first letter, the others in order within the name. */
function isAbbreviationOf({ abbreviation: letters, text }: Spelling, long: Spelling): boolean {
  if (letters === null) return isShortened(text, long);
  if (long.abbreviation !== null) return false;
  const name = long.words.filter((word) => word !== 'och').join('');
  if (name.length < letters.length * 3 || name[0] !== letters[0]) return false;
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** "Utb.förv." for "Utbildningsförvaltningen": parts with full stops, each found in order within the name. */
function isShortened(text: string, long: Spelling): boolean {
  if (!/\p{L}\./u.test(text) || long.text.includes('.')) return false;
  const parts = fold(text).split(' ');
  const name = long.words.join('');
  if (!name.startsWith(parts[0] ?? ' ') || name.length <= parts.join('').length) return false;
  let at = 0;
  return parts.every((part) => {
    const found = name.indexOf(part, at);
    at = found + part.length;
    return found !== -1;
  });
}

/** At most two letters apart, and only within long words: "Norr" and "Söder" are two units. */
function differsByTypingError(a: Spelling, b: Spelling): boolean {
  if (Math.abs(a.folded.length - b.folded.length) > 4) return false;
  if (a.words.length !== b.words.length) return a.words.join('') === b.words.join('');
  return a.words.every((word, place) => {
    const other = b.words[place] ?? '';
    if (word === other) return true;
    const longest = Math.max(word.length, other.length);
    if (longest < 7 || Math.abs(word.length - other.length) > 2) return false;
    return distance(word, other) <= (longest >= 12 ? 2 : 1);
  });
}
