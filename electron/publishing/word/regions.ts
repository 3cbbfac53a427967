import { noteStyle } from './document-styles.ts';
import type { Mark } from './marks.ts';
import { marksIn } from './marks.ts';
import { isTakenAway, plainText, sequencesIn, textsIn } from './sequences.ts';
import { stylesNamed, stylesOf } from './style-names.ts';
import type { WordFile } from './word-file.ts';
import { namespaces } from './word-file.ts';
import type { XmlElement } from './xml-tree.ts';
import { attribute, childElements, childOf, descendants, isInside } from './xml-tree.ts';

/** What stands between the marks of a figure or table, and which of it the program wrote. */
export interface Region {
  readonly hash: string;
  readonly before: Mark;
  readonly after: Mark;
  /** Runs that show the figure. */
  readonly drawings: readonly XmlElement[];
  readonly tables: readonly XmlElement[];
  readonly captions: readonly XmlElement[];
  readonly notes: readonly XmlElement[];
}

/** The styles that tell the program's own words from those that a hand put in beside them. */
export interface OwnStyles {
  readonly captions: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
}

/** How a document calls the styles of captions and of what is said under tables. */
export function ownStylesIn(file: WordFile): OwnStyles {
  const styles = stylesOf(file);
  const called = (name: string, id: string): ReadonlySet<string> =>
    new Set([id, ...stylesNamed(name, styles).map((style) => style.id)]);
  return { captions: called('caption', 'Caption'), notes: called('tabellnot', noteStyle) };
}

/** Elements that paragraphs and tables stand in. */
const containers: ReadonlySet<string> = new Set(['body', 'tc', 'sdtContent', 'txbxContent', 'customXml']);

/**
 * The marked regions of a document in reading order, and the hashes of marks that have lost their other half, or whose
 * halves stand where nothing can lie between. Headings are among these: they have one mark.
 */
export function regionsIn(
  root: XmlElement,
  styles: OwnStyles,
): { readonly regions: readonly Region[]; readonly single: readonly string[] } {
  const marks = marksIn(root);
  const regions: Region[] = [];
  const paired = new Set<Mark>();
  for (const [at, before] of marks.entries()) {
    const after = marks.slice(at + 1).find(({ hash }) => hash === before.hash);
    if (before.side !== 'before' || after?.side !== 'after') continue;
    const blocks = blocksBetween(before.element, after.element);
    if (blocks === null) continue;
    paired.add(before).add(after);
    regions.push({ hash: before.hash, before, after, ...contentOf(blocks, styles) });
  }
  return { regions, single: marks.filter((mark) => !paired.has(mark)).map(({ hash }) => hash) };
}

/** The words that the program wrote in a region, as text that survives being set anew: numbers that Word counts are not in it. */
export function wordsOf({ captions, notes }: Pick<Region, 'captions' | 'notes'>): string {
  return [...captions, ...notes].map((paragraph) => paragraphWords(paragraph)).join('\n');
}

/** The text of a paragraph without the numbers that Word counts. */
export function paragraphWords(paragraph: XmlElement): string {
  const numbers = new Set(sequencesIn(paragraph).flatMap(({ shown }) => shown));
  return textsIn(paragraph)
    .filter((text) => !numbers.has(text))
    .map(plainText)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The paragraphs and tables from one element to another, those included that the two stand in; null where they are in different places. */
function blocksBetween(first: XmlElement, last: XmlElement): XmlElement[] | null {
  const around = new Set<XmlElement>();
  for (let own: XmlElement | null = first; own !== null; own = own.parent) around.add(own);
  let common: XmlElement | null = last;
  while (common !== null && !around.has(common)) common = common.parent;
  while (common !== null && !isContainer(common)) {
    // In two cells of one table.
    if (common.local === 'tbl') return null;
    common = common.parent;
  }
  if (common === null) return null;
  const children = childElements(common);
  const from = children.findIndex((child) => child.start <= first.start && first.end <= child.end);
  const to = children.findIndex((child) => child.start <= last.start && last.end <= child.end);
  return from === -1 || to === -1 ? null : children.slice(from, to + 1);
}

function isContainer({ local, uri }: XmlElement): boolean {
  return uri === namespaces.word && containers.has(local);
}

function contentOf(
  blocks: readonly XmlElement[],
  styles: OwnStyles,
): Pick<Region, 'drawings' | 'tables' | 'captions' | 'notes'> {
  const all = blocks.flatMap(unwrapped);
  const paragraphs = all.filter(({ local, uri }) => local === 'p' && uri === namespaces.word);
  return {
    drawings: paragraphs.flatMap(drawingRuns),
    tables: all.filter(({ local, uri }) => local === 'tbl' && uri === namespaces.word),
    captions: paragraphs.filter(
      (paragraph) => styles.captions.has(styleOf(paragraph)) && sequencesIn(paragraph).length > 0,
    ),
    notes: paragraphs.filter((paragraph) => styles.notes.has(styleOf(paragraph))),
  };
}

/** Blocks that a content control or the like wraps. */
function unwrapped(block: XmlElement): XmlElement[] {
  if (block.local === 'sdt') {
    const content = childOf(block, 'sdtContent');
    return content === null ? [] : childElements(content).flatMap(unwrapped);
  }
  return block.local === 'customXml' ? childElements(block).flatMap(unwrapped) : [block];
}

function styleOf(paragraph: XmlElement): string {
  const properties = childOf(paragraph, 'pPr');
  const style = properties === null ? null : childOf(properties, 'pStyle');
  return style === null ? '' : (attribute(style, 'val') ?? '');
}

/** The runs of a paragraph that hold a picture or a chart. */
function drawingRuns(paragraph: XmlElement): XmlElement[] {
  return [...descendants(paragraph)].filter(
    (run) =>
      run.local === 'r' &&
      run.uri === namespaces.word &&
      !isTakenAway(run) &&
      [...descendants(run)].some(
        ({ local, uri }) => uri === namespaces.word && (local === 'drawing' || local === 'pict'),
      ) &&
      !isInside(run, ({ local }) => local === 'txbxContent' || local === 'drawing'),
  );
}
