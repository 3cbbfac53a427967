import type { Sheet, Workbook } from '../../../core/intake/sheet.ts';
import { DamagedFault, UnsafeFault } from '../faults.ts';
import type { Reading } from '../reading.ts';
import { faultRefusal } from '../refusals.ts';
import type { SourceFile } from '../source-file.ts';
import type { ZipArchive } from '../zip-archive.ts';
import { SerialDates } from './dates.ts';
import { WorkbookParts } from './parts.ts';
import { type Relationship, readRelationships, relationshipsPart } from './relationships.ts';
import { readSharedStrings } from './shared-strings.ts';
import { XlsxSheet } from './sheet.ts';
import { noDateStyles, readDateStyles } from './styles.ts';
import { readWorkbookPart, type SheetEntry } from './workbook-part.ts';

const usualWorkbookPart = 'xl/workbook.xml';

/**
 * Opens an .xlsx or .xlsm workbook: reads its list of sheets, date styles and shared texts. Rows are read from
 * the file as they are asked for. Throws a fault when the file cannot be read.
 */
export async function openXlsx(file: SourceFile, zip: ZipArchive, reading: Reading): Promise<Workbook> {
  const { limits } = reading;
  const parts = new WorkbookParts(zip, reading);
  const workbookPart = await findWorkbookPart(parts, reading);
  const { is1904, sheets } = await readWorkbookPart(parts.small(workbookPart), limits);
  const links = await relationshipsOf(workbookPart, parts, reading);

  const stylesPart = linkedPart(links, 'styles', parts);
  const stringsPart = linkedPart(links, 'sharedStrings', parts);
  const worksheets = worksheetParts(sheets, links, parts, file.fileName);
  if (stringsPart !== null) parts.expectLarge(stringsPart);
  for (const { part } of worksheets) parts.expectLarge(part);

  const context = {
    dateStyles: stylesPart === null ? noDateStyles : await readDateStyles(parts.small(stylesPart), limits),
    strings:
      stringsPart === null
        ? []
        : await readSharedStrings(
            parts.large(stringsPart, () => 0),
            limits,
          ),
    dates: new SerialDates(is1904),
    limits,
  };
  return {
    fileName: file.fileName,
    format: 'xlsx',
    sheets: worksheets.map(
      ({ entry, part }): Sheet => new XlsxSheet(entry, part, file.fileName, parts, context),
    ),
    close: () => file.close(),
  };
}

/** The workbook is where the file's own relations lead; nearly always, and without them, it is in one place. */
async function findWorkbookPart(parts: WorkbookParts, reading: Reading): Promise<string> {
  const links = await relationshipsOf('', parts, reading);
  return linkedPart(links, 'officeDocument', parts) ?? usualWorkbookPart;
}

async function relationshipsOf(
  part: string,
  parts: WorkbookParts,
  reading: Reading,
): Promise<readonly Relationship[]> {
  const linksPart = relationshipsPart(part);
  if (!parts.has(linksPart)) return [];
  return readRelationships(parts.small(linksPart), part, reading.limits);
}

function linkedPart(links: readonly Relationship[], kind: string, parts: WorkbookParts): string | null {
  const part = links.find((link) => link.kind === kind)?.part;
  return part !== undefined && parts.has(part) ? part : null;
}

/** Worksheets only: chart, dialog and macro sheets are linked as something else. */
function worksheetParts(
  sheets: readonly SheetEntry[],
  links: readonly Relationship[],
  parts: WorkbookParts,
  fileName: string,
): { entry: SheetEntry; part: string }[] {
  const linkById = new Map(links.map((link) => [link.id, link]));
  const taken = new Set<string>();
  return sheets.flatMap((entry) => {
    const link = linkById.get(entry.relationshipId);
    if (link !== undefined && link.kind !== 'worksheet') return [];
    if (link === undefined || !parts.has(link.part)) {
      throw faultRefusal(new DamagedFault('sheet without a part'), { file: fileName, sheet: entry.name });
    }
    // A sheet told many times over is how a small file makes work without end.
    const place = link.part.toLowerCase();
    if (taken.has(place)) throw new UnsafeFault('two sheets of one part');
    taken.add(place);
    return [{ entry, part: link.part }];
  });
}
