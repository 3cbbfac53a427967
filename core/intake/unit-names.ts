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
  const knownNames = known.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((spelling) => ({ spelling, name })),
  );
  const exact = new Set(knownNames.map(({ spelling }) => spelling));
  const found: LookAlike[] = [];
  const settled: string[] = [];
  const mostFirst = [...names].sort(
    ([a, countA], [b, countB]) => rank(b, countB) - rank(a, countA) || (a < b ? -1 : 1),
  );
  for (const [name] of mostFirst) {
    if (exact.has(name)) {
      settled.push(name);
      continue;
    }
    const match =
      firstAlike(
        name,
        knownNames.map(({ spelling, name: target }) => ({ spelling, target })),
      ) ??
      firstAlike(
        name,
        settled.map((spelling) => ({ spelling, target: spelling })),
      );
    if (match === null) settled.push(name);
    else found.push({ name, sameAs: match.target, reason: match.reason });
  }
  return found;
}

/** Full names before abbreviations and tidy names before untidy ones, else most respondents first. */
function rank(name: string, respondents: number): number {
  return (isAbbreviation(name) ? -1e9 : 0) + (tidy(name) === name ? 0 : -1e8) + respondents;
}

function firstAlike(
  name: string,
  candidates: readonly { readonly spelling: string; readonly target: string }[],
): { target: string; reason: string } | null {
  for (const { spelling, target } of candidates) {
    const reason = alikeReason(name, spelling);
    if (reason !== null) return { target, reason };
  }
  return null;
}

/** Why two different spellings may be one unit, or null. */
export function alikeReason(a: string, b: string): string | null {
  if (a === b) return null;
  if (tidy(a) === tidy(b)) return 'skiljer sig bara i blanktecken';
  const foldedA = foldUnit(a);
  const foldedB = foldUnit(b);
  if (foldedA === foldedB) return 'skiljer sig bara i stavning';
  if (isAbbreviationOf(a, b) || isAbbreviationOf(b, a)) return 'kan vara en förkortning';
  if (digitsOf(foldedA) !== digitsOf(foldedB)) return null;
  const stemA = withoutKind(foldedA);
  const stemB = withoutKind(foldedB);
  if (stemA === stemB) return 'har samma namn i kortare form';
  return differsByTypingError(foldedA, foldedB) ? 'skiljer sig på enstaka bokstäver' : null;
}

function foldUnit(name: string): string {
  return fold(name.replace(/&/g, ' och '));
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** The name without the word for what kind of unit it is. */
function withoutKind(folded: string): string {
  return folded
    .replace(/s?(forvaltningens?|forvaltning|kontoret|kontor|namnden|namnd)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function isAbbreviation(name: string): boolean {
  return /^\p{Lu}[\p{Lu}&]{1,4}$/u.test(tidy(name));
}

/** "KLF" for "Kommunledningsförvaltningen": same first letter, the others in order within the name. */
function isAbbreviationOf(short: string, long: string): boolean {
  if (!isAbbreviation(short) || isAbbreviation(long)) return false;
  const letters = fold(short).replace(/ /g, '');
  const name = foldUnit(long)
    .replace(/\boch\b/g, '')
    .replace(/ /g, '');
  if (name.length < letters.length * 3 || name[0] !== letters[0]) return false;
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** At most two letters apart, and only within long words: "Norr" and "Söder" are two units. */
function differsByTypingError(a: string, b: string): boolean {
  const wordsA = a.split(' ');
  const wordsB = b.split(' ');
  if (wordsA.length !== wordsB.length) return distance(a.replace(/ /g, ''), b.replace(/ /g, '')) === 0;
  return wordsA.every((word, place) => {
    const other = wordsB[place] ?? '';
    if (word === other) return true;
    const apart = distance(word, other);
    const longest = Math.max(word.length, other.length);
    return longest >= 12 ? apart <= 2 : longest >= 7 && apart <= 1;
  });
}
