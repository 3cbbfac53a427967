import { namespaces } from './word-file.ts';
import type { XmlElement } from './xml-tree.ts';
import { attribute, descendants, isInside } from './xml-tree.ts';

/** Numbers that Word counts through a document, as in captions: what it calls sequences. */

/** A field that shows the next number of a sequence. */
export interface SequenceField {
  /** The sequence's name in lower case, such as "figur". */
  readonly name: string;
  readonly instruction: string;
  /** Where the field stands in the text, its tags and all. */
  readonly start: number;
  readonly end: number;
  /** The texts that show the number it last came to. */
  readonly shown: readonly XmlElement[];
}

const pattern = /^\s*SEQ\s+"?([^\s"\\]+)/i;

/** Every field of a sequence in an element, in reading order. Those that are deleted with changes tracked are left out. */
export function sequencesIn(root: XmlElement): SequenceField[] {
  const found: SequenceField[] = [];
  const open: { start: number; instruction: string; isResult: boolean; shown: XmlElement[] }[] = [];
  const add = (instruction: string, start: number, end: number, shown: readonly XmlElement[]): void => {
    const name = pattern.exec(instruction)?.[1];
    if (name !== undefined) found.push({ name: name.toLowerCase(), instruction, start, end, shown });
  };
  for (const element of descendants(root)) {
    if (element.uri !== namespaces.word || isTakenAway(element)) continue;
    const innermost = open.at(-1);
    switch (element.local) {
      case 'fldSimple':
        add(attribute(element, 'instr') ?? '', element.start, element.end, textsIn(element));
        break;
      case 'fldChar': {
        const run = element.parent ?? element;
        const kind = attribute(element, 'fldCharType');
        if (kind === 'begin') open.push({ start: run.start, instruction: '', isResult: false, shown: [] });
        else if (kind === 'separate' && innermost !== undefined) innermost.isResult = true;
        else if (kind === 'end' && innermost !== undefined) {
          open.pop();
          add(innermost.instruction, innermost.start, run.end, innermost.shown);
        }
        break;
      }
      case 'instrText':
        if (innermost !== undefined) innermost.instruction += plainText(element);
        break;
      case 't':
        for (const field of open) if (field.isResult) field.shown.push(element);
        break;
    }
  }
  return found;
}

/** What each field comes to; null where it starts anew by headings, which only Word can count. */
export function counted(fields: readonly SequenceField[]): (number | null)[] {
  const last = new Map<string, number>();
  const isByHeading = new Set(
    fields.filter(({ instruction }) => /\\s\b/i.test(instruction)).map(({ name }) => name),
  );
  return fields.map(({ name, instruction }) => {
    const before = last.get(name) ?? 0;
    const setTo = /\\r\s*(\d+)/i.exec(instruction)?.[1];
    const number = setTo !== undefined ? Number(setTo) : /\\c\b/i.test(instruction) ? before : before + 1;
    last.set(name, number);
    return isByHeading.has(name) ? null : number;
  });
}

/** True for what Word shows as deleted, or as moved elsewhere, until somebody accepts the change. */
export function isTakenAway(element: XmlElement): boolean {
  const isSuch = ({ local, uri }: XmlElement): boolean =>
    uri === namespaces.word && (local === 'del' || local === 'moveFrom');
  return isSuch(element) || isInside(element, isSuch);
}

/** Texts of runs, those in pictures left out. */
export function textsIn(root: XmlElement): XmlElement[] {
  return [...descendants(root)].filter(
    (element) =>
      element.local === 't' &&
      element.uri === namespaces.word &&
      !isTakenAway(element) &&
      !isInside(element, ({ local }) => local === 'drawing' || local === 'pict'),
  );
}

/** The text that stands directly in an element. */
export function plainText({ nodes }: XmlElement): string {
  return nodes.filter((node) => typeof node === 'string').join('');
}
