/** What makes a spreadsheet program take a text for a formula, also behind spaces it may skip. */
const formulaStart = /^[\s\u0000]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * A text that no spreadsheet program takes for a formula: an apostrophe is put before one that begins with =, +,
 * -, @, a tab or a line break. The signs that stand alone for missing and hidden values are left as they are.
 */
export function neutralText(text: string): string {
  return formulaStart.test(text) && text !== '-' ? `'${text}` : text;
}
