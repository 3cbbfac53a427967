/** Built-in number formats that show dates or times; the ones from 27 on are dates in East Asian versions. */
const builtInDateRanges: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Format numbers below this one are Excel's own and need not be written in the file. */
const firstCustomFormat = 164;

/** Quoted text, escaped characters, space-makers, fillers: characters that are shown, not formats. */
const literals = /"[^"]*"?|[\\_*].?/gs;
/** `[h]`, `[mm]`: time that counts past a full day. */
const elapsedTime = /\[(?:h+|m+|s+)\]/i;
/** Colours, conditions, currencies, languages. */
const brackets = /\[[^\]]*\]?/g;
const generalOrExponent = /general|e[+-]/gi;

/** Whether a number format such as `yyyy-mm-dd` shows numbers as dates or times. */
export function isDateFormat(formatCode: string): boolean {
  const bare = formatCode.replace(literals, '');
  if (elapsedTime.test(bare)) return true;
  return /[ymdhse]/i.test(bare.replace(brackets, '').replace(generalOrExponent, ''));
}

/** Whether a format number means dates; `formatCodes` are those the file itself defines. */
export function isDateFormatId(id: number, formatCodes: ReadonlyMap<number, string>): boolean {
  const code = formatCodes.get(id);
  if (code !== undefined) return isDateFormat(code);
  if (id >= firstCustomFormat) return false;
  return builtInDateRanges.some(([first, last]) => id >= first && id <= last);
}
