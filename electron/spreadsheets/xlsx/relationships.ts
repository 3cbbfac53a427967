import { DamagedFault } from '../faults.ts';
import type { WorkbookLimits } from '../limits.ts';
import { nameCode, XmlCursor } from '../xml/cursor.ts';

const RELATIONSHIP = nameCode('Relationship');
const ID = nameCode('Id');
const TYPE = nameCode('Type');
const TARGET = nameCode('Target');
const TARGET_MODE = nameCode('TargetMode');

/** A link from one part of the workbook to another. */
export interface Relationship {
  readonly id: string;
  /** Last part of the type's address, such as "worksheet": the same in transitional and strict files. */
  readonly kind: string;
  /** Name of the part from the root of the zip file. */
  readonly part: string;
}

/** Where the relations of a part stand: "xl/workbook.xml" → "xl/_rels/workbook.xml.rels". */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Reads the relations of `part` ("" for the file itself); links that lead out of the file are left out. */
export async function readRelationships(
  chunks: AsyncIterable<Buffer>,
  part: string,
  limits: WorkbookLimits,
): Promise<readonly Relationship[]> {
  const relationships: Relationship[] = [];
  const cursor = new XmlCursor(limits);
  for await (const chunk of chunks) {
    cursor.append(chunk);
    while (cursor.next()) {
      if (cursor.kind !== 'open' && cursor.kind !== 'empty') continue;
      if (cursor.name !== RELATIONSHIP) continue;
      const relationship = readRelationship(cursor, part);
      if (relationship !== null) relationships.push(relationship);
    }
  }
  cursor.finish();
  return relationships;
}

function readRelationship(cursor: XmlCursor, part: string): Relationship | null {
  let id = '';
  let type = '';
  let target = '';
  let isExternal = false;
  while (cursor.nextAttribute()) {
    if (cursor.attributeName === ID) id = cursor.valueText();
    else if (cursor.attributeName === TYPE) type = cursor.valueText();
    else if (cursor.attributeName === TARGET) target = cursor.valueText();
    else if (cursor.attributeName === TARGET_MODE) isExternal = cursor.valueText() === 'External';
  }
  if (isExternal) return null;
  return { id, kind: type.slice(type.lastIndexOf('/') + 1), part: resolved(part, target) };
}

/** A target that starts with a slash counts from the root, any other from the folder of the part. */
function resolved(part: string, target: string): string {
  const folder = target.startsWith('/') ? '' : part.slice(0, part.lastIndexOf('/') + 1);
  const segments: string[] = [];
  for (const segment of `${folder}${target.replaceAll('\\', '/')}`.split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) throw new DamagedFault(`target ${target} leads out of the file`);
    } else if (segment !== '' && segment !== '.') {
      segments.push(segment);
    }
  }
  return segments.join('/');
}
