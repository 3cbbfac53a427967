import { SaxesParser } from 'saxes';

/**
 * XML that somebody else wrote, as a tree that knows where in the text each element stands: what is changed is cut
 * out and put in by place, so that every byte around it stays as it was.
 */

/** An element, from `start` to `end` in the text; its content from `contentStart` to `contentEnd`. */
export interface XmlElement {
  readonly uri: string;
  readonly local: string;
  /** As written, with its prefix. */
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  /** Prefixes that the element itself declares, and what they stand for. */
  readonly declared: Readonly<Record<string, string>>;
  readonly parent: XmlElement | null;
  /** Elements and, between them, text with its escapes resolved. */
  readonly nodes: readonly (XmlElement | string)[];
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
}

export interface XmlAttribute {
  readonly uri: string;
  readonly local: string;
  /** As written, with its prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly value: string;
}

/** The text from `start` to `end` gives way to `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Text that is no XML, or such as no Office file holds. */
export class XmlFault extends Error {}

/** Deeper than this no Office program nests. */
const deepest = 400;

type Growing = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { nodes: (XmlElement | string)[] };

/** Reads XML as a tree. @throws XmlFault */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const roots: XmlElement[] = [];
  const open: Growing[] = [];
  parser.on('error', (error) => {
    throw new XmlFault(error.message);
  });
  parser.on('doctype', () => {
    throw new XmlFault('a document type');
  });
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) throw new XmlFault('nested too deep');
    const parent = open.at(-1) ?? null;
    const element: Growing = {
      uri: tag.uri,
      local: tag.local,
      name: tag.name,
      attributes: Object.values(tag.attributes).map(({ uri, local, name, prefix, value }) => ({
        uri,
        local,
        name,
        prefix,
        value,
      })),
      declared: tag.ns,
      parent,
      nodes: [],
      start: startOfTag(text, parser.position),
      contentStart: parser.position,
      contentEnd: parser.position,
      end: parser.position,
    };
    if (parent === null) roots.push(element);
    else parent.nodes.push(element);
    open.push(element);
  });
  parser.on('closetag', (tag) => {
    const element = open.pop();
    if (element === undefined || tag.isSelfClosing) return;
    element.end = parser.position;
    element.contentEnd = text.lastIndexOf('</', parser.position - 1);
  });
  const onText = (content: string): void => {
    open.at(-1)?.nodes.push(content);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.write(text).close();
  const [root] = roots;
  if (root === undefined) throw new XmlFault('no element');
  return root;
}

/** Where the tag begins that ends at `end`: a value in quotes may hold ">" but never "<". */
function startOfTag(text: string, end: number): number {
  return text.lastIndexOf('<', end - 1);
}

export function childElements(element: XmlElement): XmlElement[] {
  return element.nodes.filter((node) => typeof node !== 'string');
}

/** The first child of a name, in the namespace of its parent. */
export function childOf(element: XmlElement, local: string): XmlElement | null {
  return childElements(element).find((child) => child.local === local && child.uri === element.uri) ?? null;
}

/** Every element inside another, in the order of the text. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  for (const child of childElements(element)) {
    yield child;
    yield* descendants(child);
  }
}

/** True where one of the elements around has the name. */
export function isInside(element: XmlElement, isSuch: (around: XmlElement) => boolean): boolean {
  for (let around = element.parent; around !== null; around = around.parent) if (isSuch(around)) return true;
  return false;
}

/** The value of an attribute, by its name without prefix; null where it is not there. */
export function attribute(element: XmlElement, local: string, uri = element.uri): string | null {
  return element.attributes.find((own) => own.local === local && own.uri === uri)?.value ?? null;
}

/** What a prefix stands for at an element. */
export function namespaceAt(element: XmlElement | null, prefix: string): string | undefined {
  for (let around = element; around !== null; around = around.parent) {
    const uri = around.declared[prefix];
    if (uri !== undefined) return uri;
  }
  return undefined;
}

const attributePattern = /([^\s=/<>]+)\s*=\s*("[^"]*"|'[^']*')/g;

/** Gives an attribute, by its name as written, another value. `value` must be without signs that XML escapes. */
export function attributeEdit(text: string, element: XmlElement, name: string, value: string): Edit {
  const from = element.start + 1 + element.name.length;
  // One attribute after the other, so that nothing inside a value is taken for one.
  for (const match of text.slice(from, element.contentStart).matchAll(attributePattern)) {
    const [whole, own = '', quoted = ''] = match;
    if (own !== name) continue;
    const end = from + match.index + whole.length;
    return { start: end - quoted.length + 1, end: end - 1, text: value };
  }
  throw new Error(`The element ${element.name} has no attribute ${name}.`);
}

/** The text with edits made, which may stand in any order but not over one another. */
export function edited(text: string, edits: readonly Edit[]): string {
  let done = 0;
  const pieces: string[] = [];
  const inOrder = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const { start, end, text: put } of inOrder) {
    if (start < done) throw new Error('Two edits of a text overlap.');
    pieces.push(text.slice(done, start), put);
    done = end;
  }
  return pieces.join('') + text.slice(done);
}

/** An element's text, or that between two places in it, with edits made that are given by place in the whole text. */
export function editedPart(
  text: string,
  { start, end }: Pick<XmlElement, 'start' | 'end'>,
  edits: readonly Edit[],
): string {
  return edited(
    text.slice(start, end),
    edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
}
