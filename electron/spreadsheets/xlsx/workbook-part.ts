import type { WorkbookLimits } from '../limits.ts';
import { nameCode, XmlCursor } from '../xml/cursor.ts';

const WORKBOOK_PROPERTIES = nameCode('workbookPr');
const DATE_1904 = nameCode('date1904');
const SHEETS = nameCode('sheets');
const SHEET = nameCode('sheet');
const NAME = nameCode('name');
const STATE = nameCode('state');
const ID = nameCode('id');

/** One tab, as the workbook part lists it. */
export interface SheetEntry {
  readonly name: string;
  /** Hidden in either of Excel's two ways. */
  readonly hidden: boolean;
  /** Leads to the sheet's own part through the workbook's relations. */
  readonly relationshipId: string;
}

/** What the workbook part says. */
export interface WorkbookPart {
  readonly is1904: boolean;
  /** In the order of the tabs. */
  readonly sheets: readonly SheetEntry[];
}

/** Reads the workbook part: its tabs, and from which year it counts days. */
export async function readWorkbookPart(
  chunks: AsyncIterable<Buffer>,
  limits: WorkbookLimits,
): Promise<WorkbookPart> {
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  const cursor = new XmlCursor(limits);
  for await (const chunk of chunks) {
    cursor.append(chunk);
    while (cursor.next()) {
      if (cursor.kind !== 'open' && cursor.kind !== 'empty') continue;
      const parent = cursor.kind === 'open' ? cursor.outer : cursor.innermost;
      if (cursor.name === SHEET && parent === SHEETS) {
        sheets.push(readSheetEntry(cursor));
      } else if (cursor.name === WORKBOOK_PROPERTIES) {
        while (cursor.nextAttribute()) {
          if (cursor.attributeName === DATE_1904) is1904 = cursor.valueBoolean();
        }
      }
    }
  }
  cursor.finish();
  return { is1904, sheets };
}

function readSheetEntry(cursor: XmlCursor): SheetEntry {
  let name = '';
  let hidden = false;
  let relationshipId = '';
  while (cursor.nextAttribute()) {
    if (cursor.attributeName === ID && cursor.attributeHasPrefix) relationshipId = cursor.valueText();
    else if (cursor.attributeName === NAME) name = cursor.valueText();
    else if (cursor.attributeName === STATE) hidden = cursor.valueText() !== 'visible';
  }
  return { name, hidden, relationshipId };
}
