import { xmlText } from '../package-bytes.ts';
import type { NumberCell } from '../sheet.ts';

/** Cell formats of a workbook: each different one gets a place in its style part. */
export class CellStyles {
  readonly #codes: string[] = [];

  /** Places of the bold heading, over numbers too, of text that wraps, and of a sign in a number's place. */
  readonly heading = 1;
  readonly text = 2;
  readonly numberHeading = 3;
  readonly sign = 4;

  /** The place of a number's format. */
  number(cell: NumberCell): number {
    const code = formatCode(cell);
    const known = this.#codes.indexOf(code);
    return ownStyles + (known === -1 ? this.#codes.push(code) - 1 : known);
  }

  /** The style part of the workbook. */
  xml(): string {
    const formats = this.#codes.map(
      (code, at) => `<numFmt numFmtId="${firstFormatId + at}" formatCode="${xmlText(code)}"/>`,
    );
    const numbers = this.#codes.map(
      (_, at) =>
        `<xf numFmtId="${firstFormatId + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
    );
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      (formats.length === 0 ? '' : `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`) +
      `<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>` +
      '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
      '<border><left/><right/><top/><bottom style="thin"><color rgb="FF77838E"/></bottom><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${ownStyles + numbers.length}">` +
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
      '<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="bottom" wrapText="1"/></xf>' +
      '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
      '<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="bottom" wrapText="1"/></xf>' +
      '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>' +
      `${numbers.join('')}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      '</styleSheet>'
    );
  }
}

/** Plain, heading, text and sign stand before the formats of numbers. */
const ownStyles = 5;
/** Formats under this are built into the spreadsheet program. */
const firstFormatId = 164;

const minus = '\u2212';

/** The format of a number in a spreadsheet: with a real minus, and a no-break space before the percent sign. */
export function formatCode({ shownAs, decimals }: Omit<NumberCell, 'value'>): string {
  const digits = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
  switch (shownAs) {
    case 'number':
      return `${digits};${minus}${digits}`;
    case 'percent':
      return `${digits}"\u00A0"%`;
    case 'difference':
      return `+${digits};${minus}${digits};±0`;
  }
}
