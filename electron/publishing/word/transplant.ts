import path from 'node:path';
import { xmlText } from '../package-bytes.ts';
import type { Style } from './style-names.ts';
import { sameStyle, stylesOf } from './style-names.ts';
import type { WordFile } from './word-file.ts';
import { namespaces, partAt, relationshipsPart } from './word-file.ts';
import type { Edit, XmlElement } from './xml-tree.ts';
import {
  attribute,
  attributeEdit,
  childElements,
  childOf,
  descendants,
  edited,
  editedPart,
  namespaceAt,
  parseXml,
} from './xml-tree.ts';

/**
 * Carries pieces of one Word document into another, with all that they refer to: pictures, charts and their
 * workbooks, styles by what they stand for, lists. Everything is given numbers and names that are free there.
 */
export class Transplant {
  readonly #from: WordFile;
  readonly #into: WordFile;
  readonly #text: string;
  readonly #intoRoot: XmlElement;
  readonly #styles: StyleCarrier;
  readonly #lists: ListCarrier;
  readonly #relationships = new Map<string, string>();
  readonly #parts = new Map<string, string>();
  readonly #bookmarks = new Map<string, string>();
  #lastDrawing: number;
  #lastBookmark: number;

  /** `tree` is that of the main part of `from`, which pieces are elements of. */
  constructor(from: WordFile, into: WordFile) {
    this.#from = from;
    this.#into = into;
    this.#text = from.text(from.main);
    this.#intoRoot = into.tree(into.main);
    this.#styles = new StyleCarrier(from, into);
    this.#lists = new ListCarrier(from, into, this.#styles);
    const ids = (local: string): number[] =>
      [...descendants(this.#intoRoot)].flatMap((element) =>
        element.local === local
          ? [Number(attribute(element, 'id', '') ?? attribute(element, 'id') ?? 0)]
          : [],
      );
    this.#lastDrawing = Math.max(0, ...ids('docPr').filter(Number.isFinite));
    this.#lastBookmark = Math.max(0, ...ids('bookmarkStart').filter(Number.isFinite));
  }

  /** An element as it is to stand in the other document. */
  carried(element: XmlElement): string {
    const edits: Edit[] = [];
    const set = (own: XmlElement, name: string, value: string): void => {
      edits.push(attributeEdit(this.#text, own, name, value));
    };
    for (const own of [element, ...descendants(element)]) {
      for (const { uri, name, value } of own.attributes) {
        if (uri === namespaces.relationships) set(own, name, this.#relationship(value));
      }
      const id = own.attributes.find(({ local }) => local === 'id');
      if (own.uri === namespaces.drawing && own.local === 'docPr' && id !== undefined)
        set(own, id.name, String(++this.#lastDrawing));
      if (own.uri !== namespaces.word) continue;
      const val = own.attributes.find(({ local }) => local === 'val');
      if (/^bookmark(?:Start|End)$/.test(own.local) && id !== undefined)
        set(own, id.name, this.#bookmark(id.value));
      if (val === undefined) continue;
      if (/^(?:p|r|tbl)Style$/.test(own.local)) set(own, val.name, this.#styles.carried(val.value));
      if (own.local === 'numId') set(own, val.name, this.#lists.carried(val.value));
    }
    const declarations = this.#declarations(element);
    if (declarations !== '') {
      const afterName = element.start + 1 + element.name.length;
      edits.push({ start: afterName, end: afterName, text: declarations });
    }
    return editedPart(this.#text, element, edits);
  }

  /** Writes what the carried pieces need beside the document's text. */
  finish(): void {
    this.#styles.finish();
    this.#lists.finish();
  }

  /** Declares what the element's prefixes stand for where the other document does not do so. */
  #declarations(element: XmlElement): string {
    const prefixes = new Set<string>();
    for (const own of [element, ...descendants(element)]) {
      const colon = own.name.indexOf(':');
      prefixes.add(colon === -1 ? '' : own.name.slice(0, colon));
      for (const { prefix, local, value } of own.attributes) {
        if (prefix !== '' && prefix !== 'xmlns' && prefix !== 'xml') prefixes.add(prefix);
        // "Requires" names prefixes in its value.
        if (local === 'Requires') for (const named of value.split(/\s+/)) prefixes.add(named);
      }
    }
    return [...prefixes]
      .sort()
      .flatMap((prefix) => {
        const uri = namespaceAt(element.parent, prefix);
        const isKnown =
          uri === undefined ||
          uri === this.#intoRoot.declared[prefix] ||
          element.declared[prefix] !== undefined;
        return isKnown ? [] : [` xmlns${prefix === '' ? '' : `:${prefix}`}="${xmlText(uri)}"`];
      })
      .join('');
  }

  #bookmark(id: string): string {
    const known = this.#bookmarks.get(id);
    if (known !== undefined) return known;
    const fresh = String(++this.#lastBookmark);
    this.#bookmarks.set(id, fresh);
    return fresh;
  }

  #relationship(id: string): string {
    const known = this.#relationships.get(id);
    if (known !== undefined) return known;
    const own = this.#from.relationships(this.#from.main).find((relationship) => relationship.id === id);
    if (own === undefined) throw new Error(`The document has no relationship ${id}.`);
    const target = own.isExternal ? own.target : this.#part(partAt(this.#from.main, own.target));
    const fresh = addRelationship(this.#into, this.#into.main, { ...own, target });
    this.#relationships.set(id, fresh);
    return fresh;
  }

  /** Copies a part and all that it refers to; gives its new name. */
  #part(name: string): string {
    const known = this.#parts.get(name);
    if (known !== undefined) return known;
    const fresh = freeName(this.#into, name);
    this.#parts.set(name, fresh);
    this.#into.put(fresh, this.#from.bytes(name));
    setContentType(this.#into, fresh, this.#from.contentType(name));
    const relationships = this.#from.relationships(name);
    if (relationships.length > 0) {
      const lines = relationships.map(({ id, type, target, isExternal }) =>
        relationshipXml(id, type, isExternal ? target : toTarget(fresh, this.#part(partAt(name, target))), {
          isExternal,
        }),
      );
      this.#into.put(
        relationshipsPart(fresh),
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
          `<Relationships xmlns="${namespaces.packageRelationships}">${lines.join('')}</Relationships>`,
      );
    }
    return fresh;
  }
}

/** Carries styles that the other document lacks; those that it has are its own. */
class StyleCarrier {
  readonly #into: WordFile;
  readonly #text: string;
  readonly #own: readonly Style[];
  readonly #others: readonly Style[];
  readonly #taken: Set<string>;
  readonly #ids = new Map<string, string>();
  readonly #added: string[] = [];

  constructor(from: WordFile, into: WordFile) {
    this.#into = into;
    const part = from.related('styles');
    this.#text = part === null ? '' : from.text(part);
    this.#own = stylesOf(from);
    this.#others = stylesOf(into);
    this.#taken = new Set(this.#others.map(({ id }) => id));
  }

  /** The id that a style of the one document has in the other. */
  carried(id: string): string {
    const known = this.#ids.get(id);
    if (known !== undefined) return known;
    const style = this.#own.find((own) => own.id === id);
    if (style === undefined) return id;
    const same = sameStyle(style, this.#others);
    if (same !== null) {
      this.#ids.set(id, same.id);
      return same.id;
    }
    const fresh = this.#free(id);
    this.#ids.set(id, fresh);
    this.#added.push(this.#definition(style, fresh));
    return fresh;
  }

  /** The style of the other document that stands for one of this; null where it has none. */
  theirs(id: string): Style | null {
    const style = this.#own.find((own) => own.id === id);
    return style === undefined ? null : sameStyle(style, this.#others);
  }

  finish(): void {
    const part = this.#into.related('styles');
    if (part === null || this.#added.length === 0) return;
    this.#into.put(part, appended(this.#into.text(part), this.#added.join('')));
  }

  #definition({ element }: Style, id: string): string {
    const edits = [attributeEdit(this.#text, element, 'w:styleId', id)];
    for (const child of childElements(element)) {
      const val = attribute(child, 'val');
      if (val !== null && ['basedOn', 'next', 'link'].includes(child.local))
        edits.push(attributeEdit(this.#text, child, 'w:val', this.carried(val)));
    }
    const declared = element.start + 1 + element.name.length;
    edits.push({ start: declared, end: declared, text: ` xmlns:w="${namespaces.word}"` });
    return editedPart(this.#text, element, edits);
  }

  #free(id: string): string {
    let fresh = id;
    for (let number = 1; this.#taken.has(fresh); number += 1) fresh = `${id}Dimios${number}`;
    this.#taken.add(fresh);
    return fresh;
  }
}

/** Carries lists: each is defined anew in the other document, so that it counts for itself. */
class ListCarrier {
  readonly #from: WordFile;
  readonly #into: WordFile;
  readonly #styles: StyleCarrier;
  readonly #ids = new Map<string, string>();
  readonly #abstracts = new Map<string, string>();
  readonly #addedAbstracts: string[] = [];
  readonly #addedLists: string[] = [];
  #lastList: number;
  #lastAbstract: number;

  constructor(from: WordFile, into: WordFile, styles: StyleCarrier) {
    this.#from = from;
    this.#into = into;
    this.#styles = styles;
    const part = into.related('numbering');
    const there = part === null ? [] : childElements(into.tree(part));
    const largest = (local: string, id: string): number =>
      there.reduce(
        (most, element) =>
          element.local === local ? Math.max(most, Number(attribute(element, id) ?? 0)) : most,
        0,
      );
    this.#lastList = largest('num', 'numId');
    this.#lastAbstract = largest('abstractNum', 'abstractNumId');
  }

  carried(id: string): string {
    const known = this.#ids.get(id);
    if (known !== undefined) return known;
    const part = this.#from.related('numbering');
    if (id === '0' || part === null) return id;
    const text = this.#from.text(part);
    const root = parseXml(text);
    const list = childElements(root).find(
      (element) => element.local === 'num' && attribute(element, 'numId') === id,
    );
    const reference = list === undefined ? null : childOf(list, 'abstractNumId');
    if (list === undefined || reference === null) return id;
    const abstract = this.#abstract(text, root, attribute(reference, 'val') ?? '');
    const fresh = String(++this.#lastList);
    this.#ids.set(id, fresh);
    const inner = text.slice(reference.end, list.contentEnd);
    this.#addedLists.push(
      `<w:num xmlns:w="${namespaces.word}" w:numId="${fresh}"><w:abstractNumId w:val="${abstract}"/>${inner}</w:num>`,
    );
    return fresh;
  }

  finish(): void {
    if (this.#addedLists.length === 0) return;
    const part = this.#into.related('numbering') ?? this.#newPart();
    const text = this.#into.text(part);
    const root = parseXml(text);
    // Definitions stand before the lists that use them.
    const first = childElements(root).find(
      ({ local }) => local !== 'abstractNum' && local !== 'numPicBullet',
    );
    if (first === undefined) {
      this.#into.put(part, appended(text, [...this.#addedAbstracts, ...this.#addedLists].join('')));
      return;
    }
    const lastList =
      childElements(root)
        .filter(({ local }) => local === 'num')
        .at(-1) ?? first;
    this.#into.put(
      part,
      edited(text, [
        { start: first.start, end: first.start, text: this.#addedAbstracts.join('') },
        {
          start: lastList.local === 'num' ? lastList.end : first.start,
          end: lastList.local === 'num' ? lastList.end : first.start,
          text: this.#addedLists.join(''),
        },
      ]),
    );
  }

  #abstract(text: string, root: XmlElement, id: string): string {
    const known = this.#abstracts.get(id);
    if (known !== undefined) return known;
    const element = childElements(root).find(
      (own) => own.local === 'abstractNum' && attribute(own, 'abstractNumId') === id,
    );
    if (element === undefined) throw new Error(`The document has no list definition ${id}.`);
    const fresh = String(++this.#lastAbstract);
    this.#abstracts.set(id, fresh);
    const edits: Edit[] = [];
    for (const own of descendants(element)) {
      if (!['pStyle', 'numStyleLink', 'styleLink'].includes(own.local)) continue;
      edits.push(attributeEdit(text, own, 'w:val', this.#styles.carried(attribute(own, 'val') ?? '')));
    }
    const inner = editedPart(text, { start: element.contentStart, end: element.contentEnd }, edits);
    this.#addedAbstracts.push(
      `<w:abstractNum xmlns:w="${namespaces.word}" w:abstractNumId="${fresh}">${inner}</w:abstractNum>`,
    );
    return fresh;
  }

  #newPart(): string {
    const { main } = this.#into;
    const part = freeName(this.#into, `${main.slice(0, main.lastIndexOf('/') + 1)}numbering.xml`);
    this.#into.put(
      part,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering xmlns:w="${namespaces.word}"></w:numbering>`,
    );
    setContentType(
      this.#into,
      part,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml',
    );
    addRelationship(this.#into, main, {
      type: `${namespaces.relationships}/numbering`,
      target: part,
      isExternal: false,
    });
    return part;
  }
}

/** Lets a part refer to another, by an id that is free; `target` is the other's name, or its address outside the file. */
export function addRelationship(
  file: WordFile,
  part: string,
  {
    type,
    target,
    isExternal,
  }: { readonly type: string; readonly target: string; readonly isExternal: boolean },
): string {
  const name = relationshipsPart(part);
  const taken = new Set(file.relationships(part).map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number += 1;
  const id = `rId${number}`;
  const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${namespaces.packageRelationships}"/>`;
  const line = relationshipXml(id, type, isExternal ? target : toTarget(part, target), { isExternal });
  file.put(name, appended(file.has(name) ? file.text(name) : empty, line));
  return id;
}

/** Says what a part holds, where its ending does not say so already; with null what was said of it is taken away. */
export function setContentType(file: WordFile, part: string, type: string | null): void {
  const list = '[Content_Types].xml';
  const text = file.text(list);
  const said = childElements(parseXml(text)).find(
    (element) => element.local === 'Override' && attribute(element, 'PartName', '') === `/${part}`,
  );
  if (said !== undefined) {
    const edit =
      type === null
        ? { start: said.start, end: said.end, text: '' }
        : attributeEdit(text, said, 'ContentType', type);
    file.put(list, edited(text, [edit]));
    return;
  }
  if (type === null || file.contentType(part) === type) return;
  file.put(
    list,
    appended(
      text,
      `<Override xmlns="${namespaces.contentTypes}" PartName="/${xmlText(part)}" ContentType="${xmlText(type)}"/>`,
    ),
  );
}

/** A text of XML with more at the end of its outermost element. */
export function appended(text: string, xml: string): string {
  const root = parseXml(text);
  const isEmptyTag = root.contentStart === root.end;
  return edited(text, [
    isEmptyTag
      ? { start: root.end - 2, end: root.end, text: `>${xml}</${root.name}>` }
      : { start: root.contentEnd, end: root.contentEnd, text: xml },
  ]);
}

function relationshipXml(
  id: string,
  type: string,
  target: string,
  { isExternal }: { readonly isExternal: boolean },
): string {
  return (
    `<Relationship xmlns="${namespaces.packageRelationships}" Id="${xmlText(id)}" Type="${xmlText(type)}" ` +
    `Target="${xmlText(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`
  );
}

/** A part's name as another part's relationship writes it. */
function toTarget(from: string, name: string): string {
  return path.posix.relative(path.posix.dirname(`/${from}`), `/${name}`);
}

/** A name of the same kind that no part has. */
function freeName(file: WordFile, name: string): string {
  const match = /^(.*?)\d*(\.[^./]+)$/.exec(name);
  const [, stem = name, ending = ''] = match ?? [];
  let fresh = name;
  for (let number = 1; file.has(fresh); number += 1) fresh = `${stem}${number}${ending}`;
  return fresh;
}
