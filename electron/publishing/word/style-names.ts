import type { WordFile } from './word-file.ts';
import type { XmlElement } from './xml-tree.ts';
import { attribute, childElements, childOf } from './xml-tree.ts';

/** A style of a document. */
export interface Style {
  readonly id: string;
  /** "paragraph", "character", "table", "numbering". */
  readonly type: string;
  /** In lower case: Word's own styles have one name in every language, while their ids differ. */
  readonly name: string;
  readonly element: XmlElement;
}

/** Names that own styles have where somebody made them beside Word's own. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  title: ['rubrik', 'titel'],
  subtitle: ['underrubrik'],
  'heading 1': ['rubrik 1'],
  'heading 2': ['rubrik 2'],
  'heading 3': ['rubrik 3'],
  caption: ['beskrivning', 'bildtext'],
  'list bullet': ['punktlista'],
  'list number': ['numrerad lista'],
  'toc heading': ['innehållsförteckningsrubrik'],
};

/** The styles of a document; none where it has no such part. */
export function stylesOf(file: WordFile): Style[] {
  const part = file.related('styles');
  if (part === null) return [];
  return childElements(file.tree(part)).flatMap((element) => {
    if (element.local !== 'style') return [];
    const name = childOf(element, 'name');
    return {
      id: attribute(element, 'styleId') ?? '',
      type: attribute(element, 'type') ?? 'paragraph',
      name: (name === null ? '' : (attribute(name, 'val') ?? '')).toLowerCase(),
      element,
    };
  });
}

/** The style among others that stands for the same: by name, by what it may also be called, else by its id. */
export function sameStyle(style: Style, others: readonly Style[]): Style | null {
  const ofType = others.filter(({ type }) => type === style.type);
  return stylesNamed(style.name, ofType)[0] ?? ofType.find(({ id }) => id === style.id) ?? null;
}

/** Styles that stand for what has a name, those of that very name first. Some programs write two of one name. */
export function stylesNamed(name: string, styles: readonly Style[]): Style[] {
  return [name, ...(alsoCalled[name] ?? [])].flatMap((called) =>
    styles.filter((style) => style.name === called),
  );
}
