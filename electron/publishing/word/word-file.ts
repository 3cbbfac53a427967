import { strFromU8, strToU8, unzipSync } from 'fflate';
import { Refusal } from '../../../core/problem.ts';
import type { XmlElement } from './xml-tree.ts';
import { attribute, childElements, parseXml, XmlFault } from './xml-tree.ts';

/** What is told apart of Word files. */
export const namespaces = {
  word: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  packageRelationships: 'http://schemas.openxmlformats.org/package/2006/relationships',
  contentTypes: 'http://schemas.openxmlformats.org/package/2006/content-types',
  drawing: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
} as const;

const strictWord = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
export const documentType =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
export const templateType =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml';

/** More than this no report takes up, packed out. */
const largestBytes = 400 * 1024 * 1024;
const mostParts = 10_000;

/** A part's relationship to another. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** As written, from the folder of its part. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** A Word file taken apart. Parts that nobody changes stay the bytes they were. */
export class WordFile {
  readonly #parts: Map<string, Uint8Array>;
  /** Of the document's text. */
  readonly main: string;

  constructor(parts: ReadonlyMap<string, Uint8Array>) {
    this.#parts = new Map(parts);
    const [main] = this.relationships('').filter(({ type }) => type.endsWith('/officeDocument'));
    if (main === undefined) throw new XmlFault('no main part');
    this.main = partAt('', main.target);
    if (!this.has(this.main)) throw new XmlFault('no main part');
  }

  /** The same file once more, to be changed apart. */
  copy(): WordFile {
    return new WordFile(this.#parts);
  }

  has(name: string): boolean {
    return this.#parts.has(name);
  }

  get names(): readonly string[] {
    return [...this.#parts.keys()];
  }

  bytes(name: string): Uint8Array {
    const bytes = this.#parts.get(name);
    if (bytes === undefined) throw new XmlFault(`no part ${name}`);
    return bytes;
  }

  text(name: string): string {
    return strFromU8(this.bytes(name));
  }

  tree(name: string): XmlElement {
    return parseXml(this.text(name));
  }

  put(name: string, content: string | Uint8Array): void {
    this.#parts.set(name, typeof content === 'string' ? strToU8(content) : content);
  }

  remove(name: string): void {
    this.#parts.delete(name);
  }

  /** The part of a kind that the document refers to, such as "styles"; null where there is none. */
  related(kind: string): string | null {
    const found = this.relationships(this.main).find(({ type }) => type.endsWith(`/${kind}`));
    const name = found === undefined ? null : partAt(this.main, found.target);
    return name !== null && this.has(name) ? name : null;
  }

  /** What a part refers to; of the whole file for "". */
  relationships(part: string): Relationship[] {
    const name = relationshipsPart(part);
    if (!this.has(name)) return [];
    return childElements(this.tree(name)).map((element) => ({
      id: attribute(element, 'Id', '') ?? '',
      type: attribute(element, 'Type', '') ?? '',
      target: attribute(element, 'Target', '') ?? '',
      isExternal: attribute(element, 'TargetMode', '') === 'External',
    }));
  }

  /** Every part that the file's relationships lead to. */
  reached(): ReadonlySet<string> {
    const seen = new Set<string>();
    const waiting = [''];
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
      for (const { target, isExternal } of this.relationships(part)) {
        const name = isExternal ? '' : partAt(part, target);
        if (name === '' || seen.has(name) || !this.has(name)) continue;
        seen.add(name);
        waiting.push(name);
      }
    }
    return seen;
  }

  /** What kind of content a part holds. */
  contentType(name: string): string | null {
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    let usual: string | null = null;
    for (const element of childElements(this.tree('[Content_Types].xml'))) {
      const type = attribute(element, 'ContentType', '');
      if (element.local === 'Override' && attribute(element, 'PartName', '') === `/${name}`) return type;
      const own = attribute(element, 'Extension', '')?.toLowerCase();
      if (element.local === 'Default' && own === extension) usual = type;
    }
    return usual;
  }

  /** The parts as they are packed: the list of their kinds first, as readers that stream expect. */
  parts(): Record<string, Uint8Array> {
    return Object.fromEntries(this.#parts);
  }
}

/** Where the relationships of a part lie. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The name of the part that a target written in another part means. */
export function partAt(from: string, target: string): string {
  const folder = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folder.pop();
    else if (step !== '' && step !== '.') folder.push(step);
  }
  return folder.join('/');
}

/**
 * A Word file that somebody hands in, `.docx` or `.dotx`.
 * @throws Refusal `word-file-foreign`, `word-file-old`, `word-file-macros`, `word-file-strict`, `word-file-damaged`, `word-file-too-large`
 */
export function openWordFile(bytes: Uint8Array, fileName: string): WordFile {
  const refuse = (code: string, what: string, nextStep: string): Refusal =>
    new Refusal({ code, message: `${fileName} ${what}.`, file: fileName, nextStep });
  const saveAgain = 'Öppna filen i Word och spara den på nytt som Word-dokument (.docx).';
  const foreign = () =>
    refuse('word-file-foreign', 'är ingen Word-fil', 'Välj en fil som slutar på .docx eller .dotx.');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw refuse(
      'word-file-old',
      'är skyddad med lösenord eller sparad i Words äldre format (.doc)',
      'Öppna filen i Word, ta bort lösenordet och spara den som Word-dokument (.docx).',
    );
  }
  if (!startsWith(bytes, [0x50, 0x4b])) throw foreign();
  const damaged = () => refuse('word-file-damaged', 'är skadad och går inte att läsa', saveAgain);
  try {
    const parts = unpacked(bytes);
    if (parts === null) {
      throw refuse('word-file-too-large', 'är för stor', 'Ta bort stora bilder ur filen och försök igen.');
    }
    if (!parts.has('[Content_Types].xml') || !parts.has('_rels/.rels')) throw foreign();
    const file = new WordFile(parts);
    const type = file.contentType(file.main) ?? '';
    if (type.includes('macroEnabled') || file.names.some((name) => name.endsWith('vbaProject.bin'))) {
      throw refuse('word-file-macros', 'innehåller makron', saveAgain);
    }
    if (type !== documentType && type !== templateType) throw foreign();
    const { uri } = file.tree(file.main);
    if (uri === strictWord) {
      throw refuse(
        'word-file-strict',
        'är sparad som Strict Open XML',
        'Öppna filen i Word och spara den som vanligt Word-dokument (.docx).',
      );
    }
    if (uri !== namespaces.word) throw damaged();
    return file;
  } catch (error) {
    // The packing's and the XML's own errors say nothing to an analyst.
    throw error instanceof Refusal ? error : damaged();
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** The parts of a packed file; null where they are more than a report can be. */
function unpacked(bytes: Uint8Array): Map<string, Uint8Array> | null {
  let declared = 0;
  let count = 0;
  const isTooMuch = (): boolean => declared > largestBytes || count > mostParts;
  const parts = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      declared += originalSize;
      count += 1;
      return !isTooMuch();
    },
  });
  if (isTooMuch()) return null;
  return new Map(Object.entries(parts).filter(([name]) => !name.endsWith('/')));
}
