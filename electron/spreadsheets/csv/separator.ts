const separators = [';', '\t', ','] as const;
export type Separator = (typeof separators)[number];

/** Records looked at; enough to outvote a title above the table. */
const sampledRecords = 100;

/** Fewer records than this share agreeing on a number of columns is a text, not a table. */
const minAgreement = 0.4;

/** The separator that a first line `sep=;` names, as Excel reads it; null without such a line. */
export function declaredSeparator(text: string): Separator | null {
  const declared = /^"?sep=(.)"?\r?(?:\n|$)/i.exec(text)?.[1];
  return separators.find((separator) => separator === declared) ?? null;
}

/**
 * The separator by which the first records of a text agree best on a number of columns; null when none makes
 * columns. `isWhole`: the text is not cut off at its end.
 */
export function detectSeparator(text: string, isWhole: boolean): Separator | null {
  let best: Separator | null = null;
  let bestScore = 0;
  for (const separator of separators) {
    const counts = fieldCounts(text, separator, isWhole);
    const [fields, records] = mostCommon(counts.filter((count) => count > 1));
    const agreement = counts.length === 0 ? 0 : records / counts.length;
    // Between separators that agree as well, the one that makes more columns.
    const score = agreement + fields / 100_000;
    if (agreement >= minAgreement && score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

/** How many fields each of the first records has; empty lines are left out. */
function fieldCounts(text: string, separator: Separator, isWhole: boolean): number[] {
  const counts: number[] = [];
  let fields = 1;
  let isQuoted = false;
  let isEmpty = true;
  for (let i = 0; i < text.length && counts.length < sampledRecords; i++) {
    const character = text[i];
    if (character === '"') {
      isQuoted = !isQuoted;
      isEmpty = false;
    } else if (isQuoted) {
      continue;
    } else if (character === separator) {
      fields++;
      isEmpty = false;
    } else if (character === '\n' || (character === '\r' && text[i + 1] !== '\n')) {
      if (!isEmpty) counts.push(fields);
      fields = 1;
      isEmpty = true;
    } else if (character !== '\r') {
      isEmpty = false;
    }
  }
  if (isWhole && !isEmpty && counts.length < sampledRecords) counts.push(fields);
  return counts;
}

function mostCommon(counts: readonly number[]): [count: number, occurrences: number] {
  const occurrences = new Map<number, number>();
  let best: [number, number] = [0, 0];
  for (const count of counts) {
    const times = (occurrences.get(count) ?? 0) + 1;
    occurrences.set(count, times);
    if (times > best[1]) best = [count, times];
  }
  return best;
}
