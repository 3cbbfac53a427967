import { DamagedFault } from '../faults.ts';
import type { WorkbookLimits } from '../limits.ts';

/**
 * Numbers in a file by which a few bytes ask SheetJS for more objects than any memory holds. A thread that runs out of memory in
 * the middle of one large request takes the whole program with it, so that these are found before it is started.
 */

/** Throws a fault when a part of an .xlsb or .ods file asks for columns or rows beyond the last. */
export function refuseEndless(part: string, content: Buffer, limits: WorkbookLimits): void {
  if (part.endsWith('.bin')) refuseEndlessColumns(content, limits);
  else if (part.endsWith('.xml')) refuseEndlessRepeats(content, limits);
}

const repeats = /(columns|rows)-repeated\s*=\s*["']([^"']{0,40})/g;

/** Cells and rows of an .ods file may be told once and repeated. */
function refuseEndlessRepeats(content: Buffer, limits: WorkbookLimits): void {
  for (const [, what, times] of content.toString('latin1').matchAll(repeats)) {
    const most = what === 'columns' ? limits.columns : limits.rows;
    if (Number.parseFloat(times ?? '') > most || Number(times) > most)
      throw new DamagedFault('repeated beyond the last');
  }
}

/** The record of an .xlsb sheet that tells the width of a range of columns; its first fields are their ends, from 0. */
const columnInfo = 0x3c;

/** SheetJS makes an object for each column of a range, up to four billion. */
function refuseEndlessColumns(sheet: Buffer, limits: WorkbookLimits): void {
  let at = 0;
  while (at < sheet.length) {
    const type = numberAt(sheet, at, 2);
    const size = numberAt(sheet, type.end, 4);
    if (type.value === columnInfo && size.value >= 8 && size.end + 8 <= sheet.length) {
      const last = sheet.readUInt32LE(size.end + 4);
      if (last >= limits.columns) throw new DamagedFault('a range of columns beyond the last');
    }
    at = size.end + size.value;
  }
}

/** A number of up to so many bytes, seven bits in each; the eighth tells that another follows. */
function numberAt(bytes: Buffer, start: number, bytesAtMost: number): { value: number; end: number } {
  let value = 0;
  for (let place = 0; place < bytesAtMost; place++) {
    const byte = bytes[start + place] ?? 0;
    // The bits of a record's type stay where they are: what SheetJS compares is the same.
    value += (byte & 0x7f) * 2 ** (7 * place);
    if (byte < 0x80) return { value, end: start + place + 1 };
  }
  return { value, end: start + bytesAtMost };
}
