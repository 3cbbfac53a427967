/** Text made comparable, the same on every machine: no default locale takes part. */

/** Without case, accents and punctuation, words parted by one space: "Skugg-IT?" → "skugg it". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Trimmed, with every run of white space (no-break spaces too) as one space. */
export function tidy(text: string): string {
  return text.replace(/[\s\p{Cc}\u00A0\u200B\uFEFF]+/gu, ' ').trim();
}

/** Orders texts by their folded form, then by code unit: a stable order without a locale. */
export function compareTexts(a: string, b: string): number {
  const foldedA = fold(a);
  const foldedB = fold(b);
  if (foldedA !== foldedB) return foldedA < foldedB ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** "a, b och c". */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} och ${parts.at(-1) ?? ''}`;
}

/** "1 rad", "3 rader". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
