import { LimitFault } from '../faults.ts';
import type { WorkbookLimits } from '../limits.ts';
import { nameCode, XmlCursor } from '../xml/cursor.ts';
import { isDateFormatId } from './number-formats.ts';

const CELL_XFS = nameCode('cellXfs');
const XF = nameCode('xf');
const NUM_FMT = nameCode('numFmt');
const NUM_FMT_ID = nameCode('numFmtId');
const FORMAT_CODE = nameCode('formatCode');

/** Index is a cell's style number; 1 where that style shows numbers as dates. */
export type DateStyles = Uint8Array;

export const noDateStyles: DateStyles = new Uint8Array(0);

/** Reads the styles part: which cell styles are dates. Throws {@link LimitFault} when there are too many. */
export async function readDateStyles(
  chunks: AsyncIterable<Buffer>,
  limits: WorkbookLimits,
): Promise<DateStyles> {
  const formatCodes = new Map<number, string>();
  const formatIds: number[] = [];
  const cursor = new XmlCursor(limits);

  for await (const chunk of chunks) {
    cursor.append(chunk);
    while (cursor.next()) {
      if (cursor.kind !== 'open' && cursor.kind !== 'empty') continue;
      const parent = cursor.kind === 'open' ? cursor.outer : cursor.innermost;
      if (cursor.name !== NUM_FMT && (cursor.name !== XF || parent !== CELL_XFS)) continue;
      let id = 0;
      let code = '';
      const name = cursor.name;
      while (cursor.nextAttribute()) {
        if (cursor.attributeName === NUM_FMT_ID) id = cursor.valueInteger();
        else if (cursor.attributeName === FORMAT_CODE) code = cursor.valueText();
      }
      if (name === XF) formatIds.push(id);
      else formatCodes.set(id, code);
      if (formatIds.length + formatCodes.size > limits.cellStyles) throw new LimitFault('cellStyles', limits);
    }
  }
  cursor.finish();
  return Uint8Array.from(formatIds, (id) => (isDateFormatId(id, formatCodes) ? 1 : 0));
}
