import type { RefreshOutcome } from '../../../core/api.ts';
import { Refusal } from '../../../core/problem.ts';
import type { Report, Section } from '../../../core/report/report.ts';
import { packParts } from '../package-bytes.ts';
import { hashOf, marksIn, withWords } from './marks.ts';
import type { ReportOrigin } from './origin.ts';
import { writeOrigin } from './origin.ts';
import type { OwnStyles, Region } from './regions.ts';
import { ownStylesIn, paragraphWords, regionsIn, wordsOf } from './regions.ts';
import { counted, sequencesIn, textsIn } from './sequences.ts';
import { Transplant } from './transplant.ts';
import { forgetUnused, usedIn } from './used-parts.ts';
import type { WordFile } from './word-file.ts';
import { namespaces } from './word-file.ts';
import type { Edit, XmlElement } from './xml-tree.ts';
import {
  attributeEdit,
  childElements,
  childOf,
  descendants,
  edited,
  editedPart,
  parseXml,
} from './xml-tree.ts';

/** A figure or table of the old or the new report. */
export interface RefreshedBlock {
  readonly kind: 'figure' | 'table';
  /** As its caption has it. */
  readonly name: string;
  readonly outcome: RefreshOutcome;
}

/** A report as it was just made, as a file and as what it was written from. */
export interface NewReport {
  readonly file: WordFile;
  readonly report: Report;
  readonly origin: ReportOrigin;
}

export interface Refreshed {
  readonly bytes: Buffer;
  /** Those of the new report in its order, then what the new report no longer has. */
  readonly blocks: readonly RefreshedBlock[];
}

/**
 * Refuses a file that no report from here can be.
 * @throws Refusal `word-file-without-marks`
 */
export function refuseUnmarked(file: WordFile, fileName: string): void {
  if (marksIn(file.tree(file.main)).length > 0) return;
  throw new Refusal({
    code: 'word-file-without-marks',
    message: `${fileName} har inga märken efter figurer och tabeller från en rapport härifrån.`,
    file: fileName,
    nextStep: 'Välj en Word-fil som är skriven av Rapport härifrån, eller skriv en ny.',
  });
}

/**
 * Puts the figures and tables of a report that was just made in the place of those that an older file has between
 * the same marks. Everything else in the file stays, byte for byte.
 */
export function refreshReport(standing: WordFile, { file: fresh, report, origin }: NewReport): Refreshed {
  const old = standing.copy();
  const text = old.text(old.main);
  const root = parseXml(text);
  const styles = ownStylesIn(old);
  const { regions, single } = regionsIn(root, styles);
  const freshRegions = new Map(
    regionsIn(fresh.tree(fresh.main), ownStylesIn(fresh)).regions.map((region) => [region.hash, region]),
  );
  const before = usedIn(old);
  const transplant = new Transplant(fresh, old);
  const renewal = new Renewal(text, transplant);
  const outcomes = new Map<string, RefreshOutcome>();
  for (const hash of single) outcomes.set(hash, 'marks-broken');
  for (const region of regions) {
    const source = freshRegions.get(region.hash);
    const outcome = source === undefined ? 'not-in-report' : renewal.renew(region, source);
    // Where one stands twice, that one of them was renewed is what matters.
    if (outcomes.get(region.hash)?.startsWith('renewed') !== true) outcomes.set(region.hash, outcome);
  }
  transplant.finish();
  const renewed = edited(text, renewal.edits);
  old.put(old.main, withNumbers(renewed, styles, renewal.rewritten));
  forgetUnused(old, before);
  writeOrigin(old, origin);
  return { bytes: packParts(old.parts()), blocks: blocksOf(report, outcomes, regions, freshRegions) };
}

/** Gathers the edits that renew regions. */
class Renewal {
  readonly edits: Edit[] = [];
  /** Regions, by hash, whose captions are the program's. */
  readonly rewritten = new Set<string>();
  readonly #text: string;
  readonly #transplant: Transplant;
  /** Marks that get another name, where they stand in what is rewritten. */
  readonly #renamed = new Map<XmlElement, string>();

  constructor(text: string, transplant: Transplant) {
    this.#text = text;
    this.#transplant = transplant;
  }

  renew(old: Region, fresh: Region): RefreshOutcome {
    const isFigure = fresh.tables.length === 0;
    if ((isFigure ? old.drawings : old.tables).length === 0) return 'taken-out';
    const keepsWords = withWords(old.after.name, wordsOf(old)) !== old.after.name;
    if (!keepsWords) this.#renamed.set(old.after.element, fresh.after.name);
    if (isFigure) this.#drawings(old, fresh);
    else this.#tables(old, fresh, keepsWords);
    if (keepsWords) return 'renewed-words-kept';
    for (const [at, paragraph] of old.captions.entries()) this.#paragraph(paragraph, fresh.captions[at]);
    for (const [at, paragraph] of old.notes.entries()) this.#paragraph(paragraph, fresh.notes[at]);
    this.rewritten.add(old.hash);
    const { element } = old.after;
    const isRewritten = [...old.captions, ...old.notes, ...old.tables].some(
      (own) => own.start < element.start && element.end <= own.end,
    );
    if (!isRewritten) this.edits.push(attributeEdit(this.#text, element, nameOf(element), fresh.after.name));
    return 'renewed';
  }

  /** The runs alone, so that how their paragraph is set, and what a hand wrote beside them, stays. */
  #drawings(old: Region, fresh: Region): void {
    for (const [at, run] of old.drawings.entries()) {
      const source = at === 0 ? fresh.drawings[0] : undefined;
      this.#replace(run, source === undefined ? '' : this.#transplant.carried(source));
    }
  }

  #tables(old: Region, fresh: Region, keepsWords: boolean): void {
    const last = old.tables.length - 1;
    for (const [at, table] of old.tables.entries()) {
      const source = fresh.tables[at];
      const rest = at === last ? fresh.tables.slice(old.tables.length) : [];
      const more = rest.flatMap((own, index) => [fresh.captions[old.tables.length + index], own]);
      const note = !keepsWords && at === last && old.notes.length === 0 ? fresh.notes : [];
      const put = [source, ...more, ...note].filter((element) => element !== undefined);
      const kept = marksInside(table).map((own) => this.#kept(own));
      const carried = put.map((element) => this.#transplant.carried(element));
      this.#replace(table, withInFirstParagraph(carried.join(''), kept.join('')));
    }
  }

  /**
   * What a paragraph says, and no more of it: how it is set stays. Bookmarks and comments stand where they stood by
   * the number, so that what refers to it elsewhere goes on doing so.
   */
  #paragraph(old: XmlElement, fresh: XmlElement | undefined): void {
    const [field] = sequencesIn(old);
    const words = textsIn(old);
    const standing = { first: '', afterNumber: '', last: '' };
    for (const own of marksInside(old)) {
      const xml = this.#kept(own);
      if (field === undefined || own.end <= field.start) standing.first += xml;
      else if (words.some(({ start, end }) => start >= field.end && end <= own.start)) standing.last += xml;
      else standing.afterNumber += xml;
    }
    const children = fresh === undefined ? [] : childElements(fresh).filter(({ local }) => local !== 'pPr');
    const number = children.findIndex(({ local }) => local === 'fldSimple');
    const put = children.map((child) => this.#transplant.carried(child));
    put.splice(number + 1, 0, standing.afterNumber);
    if (fresh === undefined && marksInside(old).length === 0) {
      this.#replace(old, '');
      return;
    }
    const start = childOf(old, 'pPr')?.end ?? old.contentStart;
    this.#replace({ start, end: old.contentEnd }, standing.first + put.join('') + standing.last);
  }

  /** An element that stays in what is rewritten. */
  #kept(element: XmlElement): string {
    const name = this.#renamed.get(element);
    const edits = name === undefined ? [] : [attributeEdit(this.#text, element, nameOf(element), name)];
    return editedPart(this.#text, element, edits);
  }

  #replace({ start, end }: Pick<XmlElement, 'start' | 'end'>, text: string): void {
    this.edits.push({ start, end, text });
  }
}

/** What a hand may have hung on words that give way: bookmarks, comments, footnotes. */
function marksInside(element: XmlElement): XmlElement[] {
  const ranges = /^(?:bookmark|commentRange|permission|perm)(?:Start|End)$/;
  const references: ReadonlySet<string> = new Set([
    'commentReference',
    'footnoteReference',
    'endnoteReference',
  ]);
  return [...descendants(element)].filter(
    (own) =>
      own.uri === namespaces.word &&
      (ranges.test(own.local) ||
        (own.local === 'r' && childElements(own).some(({ local }) => references.has(local)))),
  );
}

function withInFirstParagraph(xml: string, kept: string): string {
  if (kept === '') return xml;
  const at = xml.indexOf('</w:p>');
  return at === -1 ? xml : xml.slice(0, at) + kept + xml.slice(at);
}

function nameOf(element: XmlElement): string {
  const own = element.attributes.find(({ local }) => local === 'name');
  if (own === undefined) throw new Error('A mark has a name.');
  return own.name;
}

/** The document with the numbers of renewed captions as they come in it, whatever stands before them by now. */
function withNumbers(text: string, styles: OwnStyles, rewritten: ReadonlySet<string>): string {
  const root = parseXml(text);
  const fields = sequencesIn(root);
  const numbers = new Map(counted(fields).map((number, at) => [fields[at]?.start, number]));
  const edits: Edit[] = [];
  for (const region of regionsIn(root, styles).regions) {
    if (!rewritten.has(region.hash)) continue;
    for (const { start, shown } of region.captions.flatMap(sequencesIn)) {
      const number = numbers.get(start) ?? null;
      const [first, ...others] = shown;
      if (number === null || first === undefined) continue;
      edits.push({ start: first.contentStart, end: first.contentEnd, text: String(number) });
      for (const own of others) edits.push({ start: own.contentStart, end: own.contentEnd, text: '' });
    }
  }
  return edited(text, edits);
}

function blocksOf(
  report: Report,
  outcomes: ReadonlyMap<string, RefreshOutcome>,
  regions: readonly Region[],
  freshRegions: ReadonlyMap<string, Region>,
): RefreshedBlock[] {
  const known = allBlocks(report.sections);
  const old = regions.filter(
    ({ hash }, at) => !freshRegions.has(hash) && regions.findIndex((other) => other.hash === hash) === at,
  );
  return [
    ...known.map(({ kind, id, caption: name }) => ({
      kind,
      name,
      outcome: outcomes.get(hashOf(id)) ?? ('not-in-file' as const),
    })),
    ...old.map((region) => ({
      kind: region.tables.length > 0 ? ('table' as const) : ('figure' as const),
      name: region.captions[0] === undefined ? '' : nameInCaption(paragraphWords(region.captions[0])),
      outcome: 'not-in-report' as const,
    })),
  ];
}

function allBlocks(sections: readonly Section[]) {
  const all = (own: readonly Section[]): Section[] =>
    own.flatMap((section) => [section, ...all(section.sections)]);
  return all(sections).flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'figure' || block.kind === 'table' ? [block] : [])),
  );
}

/** "Figur . Mognad per år. Alla svarande …" without its word, and no longer than its first sentence. */
function nameInCaption(words: string): string {
  return words.replace(/^\S+ ?\. /, '').replace(/\. .*$/, '');
}
