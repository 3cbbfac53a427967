import { tidy } from '../text.ts';

/** A column heading taken apart. Parts that are not there are null. */
export interface HeaderText {
  /** The heading as it stands, white space folded. */
  readonly full: string;
  /** The statement alone: inside the last bracket pair, or after a code; else the whole heading. */
  readonly statement: string;
  /** A survey tool's question code such as "Q1[SQ001]" or "G02Q03_SQ001". */
  readonly code: string | null;
}

const codePattern = /^(?:[A-Za-z]+\d+[A-Za-z0-9]*|[A-Za-z]\w*\d)(?:\[\w+\]|_\w+)?$/;
const leadingCode = /^((?:[A-Za-z]+\d\w*)(?:\[\w+\]|_\w+)?)(?:\s*[.:–-]\s*|\s+)(?=\S)/;

/**
 * Takes a heading apart: `Q1[SQ001]`, `Q1_SQ001`, `Question [Statement]`, `[Statement]`, `Q1[SQ001] Statement`.
 */
export function headerText(heading: string): HeaderText {
  const full = tidy(heading);
  if (codePattern.test(full)) return { full, statement: full, code: full };
  const bracket = lastBracketPair(full);
  if (bracket !== null && bracket.end === full.length && bracket.inner !== '') {
    const outer = full.slice(0, bracket.start).trim();
    if (codePattern.test(outer) && /^\w+$/.test(bracket.inner)) return { full, statement: full, code: full };
    return { full, statement: bracket.inner, code: codePattern.test(outer) ? outer : null };
  }
  const code = leadingCode.exec(full);
  const found = code?.[1];
  if (code !== null && found !== undefined && /\d/.test(found)) {
    return { full, statement: full.slice(code[0].length), code: found };
  }
  return { full, statement: full, code: null };
}

/** The last bracket pair that closes, with nested pairs counted in. */
function lastBracketPair(text: string): { start: number; end: number; inner: string } | null {
  const end = text.lastIndexOf(']') + 1;
  if (end === 0) return null;
  let depth = 0;
  for (let at = end - 1; at >= 0; at--) {
    if (text[at] === ']') depth++;
    if (text[at] === '[' && --depth === 0) {
      return { start: at, end, inner: text.slice(at + 1, end - 1).trim() };
    }
  }
  return null;
}
