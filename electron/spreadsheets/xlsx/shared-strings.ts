import { LimitFault } from '../faults.ts';
import type { WorkbookLimits } from '../limits.ts';
import { nameCode, XmlCursor } from '../xml/cursor.ts';
import { TextCollector } from './rich-text.ts';

const SI = nameCode('si');

/** Texts by their number in the table; null where a text is empty. */
export type SharedStrings = readonly (string | null)[];

/**
 * Reads the table of shared texts. Throws {@link LimitFault} beyond the number of texts, their bytes or the
 * length of one.
 */
export async function readSharedStrings(
  chunks: AsyncIterable<Buffer>,
  limits: WorkbookLimits,
): Promise<SharedStrings> {
  const strings: (string | null)[] = [];
  const cursor = new XmlCursor(limits);
  const text = new TextCollector(limits);
  let tableBytes = 0;

  for await (const chunk of chunks) {
    tableBytes += chunk.length;
    if (tableBytes > limits.sharedStringBytes) throw new LimitFault('sharedStringBytes', limits);
    cursor.append(chunk);
    while (cursor.next()) {
      if (cursor.name === SI && cursor.kind !== 'text' && cursor.kind !== 'cdata') {
        if (cursor.kind !== 'open') strings.push(text.take());
        if (strings.length > limits.sharedStringCount) throw new LimitFault('sharedStringCount', limits);
      } else {
        text.accept(cursor);
      }
    }
  }
  cursor.finish();
  return strings;
}
