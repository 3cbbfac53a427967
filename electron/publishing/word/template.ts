import type { DocumentAbout } from '../core-properties.ts';
import { coreProperties } from '../core-properties.ts';
import { packParts } from '../package-bytes.ts';
import type { ReportOrigin } from './origin.ts';
import { writeOrigin } from './origin.ts';
import type { Style } from './style-names.ts';
import { sameStyle, stylesOf } from './style-names.ts';
import { addRelationship, setContentType, Transplant } from './transplant.ts';
import { forgetUnused, usedIn } from './used-parts.ts';
import type { WordFile } from './word-file.ts';
import { documentType, namespaces, partAt, relationshipsPart } from './word-file.ts';
import type { Edit, XmlElement } from './xml-tree.ts';
import {
  attribute,
  attributeEdit,
  childElements,
  childOf,
  descendants,
  edited,
  parseXml,
} from './xml-tree.ts';

/**
 * A report in the organisation's own template: its styles, theme, fonts, lists, headers, footers and the pages of its
 * last section. What stands in the template as text gives way to the report; styles that it lacks are added.
 */
export function inTemplate(
  fresh: WordFile,
  template: WordFile,
  about: DocumentAbout,
  origin: ReportOrigin,
): Buffer {
  const before = usedIn(template);
  fitStyles(fresh, template);
  const transplant = new Transplant(fresh, template);
  const content = childElements(bodyOf(fresh));
  const text = template.text(template.main);
  const body = childOf(parseXml(text), 'body');
  if (body === null) throw new Error('A document has a body.');
  const section = lastSection(body);
  const put = content
    // The template's pages, where it has any.
    .filter(({ local }) => local !== 'sectPr' || section === null)
    .map((element) => transplant.carried(element));
  const end = section?.start ?? body.contentEnd;
  template.put(template.main, edited(text, [{ start: body.contentStart, end, text: put.join('') }]));
  transplant.finish();
  setContentType(template, template.main, documentType);
  speak(template, about.languageTag);
  loosen(template);
  writeCoreProperties(template, about);
  writeOrigin(template, origin);
  forgetUnused(template, before);
  return packParts(template.parts());
}

/** Between the margins of a file's last section, in twentieths of a point; null where it does not say. */
export function textWidthOf(file: WordFile): number | null {
  const section = lastSection(bodyOf(file));
  const size = section === null ? null : childOf(section, 'pgSz');
  const margins = section === null ? null : childOf(section, 'pgMar');
  if (section === null || size === null || margins === null) return null;
  const number = (element: XmlElement, name: string): number => Number(attribute(element, name) ?? 0);
  const across =
    number(size, 'w') - number(margins, 'left') - number(margins, 'right') - number(margins, 'gutter');
  const columns = childOf(section, 'cols');
  const count = columns === null ? 1 : Math.max(1, number(columns, 'num'));
  const width = Math.floor(across / count);
  return Number.isFinite(width) && width >= narrowest ? width : null;
}

/** Five centimetres: less is no page for a report. */
const narrowest = 2835;

function bodyOf(file: WordFile): XmlElement {
  const body = childOf(file.tree(file.main), 'body');
  if (body === null) throw new Error('A document has a body.');
  return body;
}

function lastSection(body: XmlElement): XmlElement | null {
  return childElements(body).findLast(({ local }) => local === 'sectPr') ?? null;
}

/**
 * Fits the report to what the template's styles do by themselves: where its headings count, they would count beside
 * the report's own numbers, and where its bulleted list has a bullet, that is the one to show.
 */
function fitStyles(fresh: WordFile, template: WordFile): void {
  const own = stylesOf(fresh);
  const theirs = stylesOf(template);
  const counts = new Map<string, boolean>(
    own.map((style) => [style.id, hasList(sameStyle(style, theirs), theirs)]),
  );
  const text = fresh.text(fresh.main);
  const edits: Edit[] = [];
  for (const properties of descendants(parseXml(text))) {
    if (properties.local !== 'pPr' || properties.uri !== namespaces.word) continue;
    const style = childOf(properties, 'pStyle');
    const id = style === null ? null : attribute(style, 'val');
    if (style === null || id === null || counts.get(id) !== true) continue;
    const list = childOf(properties, 'numPr');
    if (id.startsWith('Heading') && list === null)
      edits.push({ start: style.end, end: style.end, text: '<w:numPr><w:numId w:val="0"/></w:numPr>' });
    if (id === 'ListBullet' && list !== null) edits.push({ start: list.start, end: list.end, text: '' });
  }
  fresh.put(fresh.main, edited(text, edits));
}

/** True for a style that makes its paragraphs a list, itself or by what it is based on. */
function hasList(style: Style | null, styles: readonly Style[]): boolean {
  const seen = new Set<Style>();
  let own = style;
  while (own !== null && !seen.has(own)) {
    seen.add(own);
    const properties = childOf(own.element, 'pPr');
    if (properties !== null && childOf(properties, 'numPr') !== null) return true;
    const basedOn = childOf(own.element, 'basedOn');
    const id = basedOn === null ? null : attribute(basedOn, 'val');
    own = styles.find((other) => other.id === id) ?? null;
  }
  return false;
}

/** The language of the report, where the template names one for all text. */
function speak(file: WordFile, languageTag: string): void {
  const part = file.related('styles');
  if (part === null) return;
  const text = file.text(part);
  const defaults = childOf(parseXml(text), 'docDefaults');
  const languages =
    defaults === null ? [] : [...descendants(defaults)].filter(({ local }) => local === 'lang');
  const edits = languages.flatMap((element) => {
    const own = element.attributes.find(({ local }) => local === 'val');
    return own === undefined ? [] : [attributeEdit(text, element, own.name, languageTag)];
  });
  file.put(part, edited(text, edits));
}

/** What would tie a report to the place its template lay in, or keep it from being edited. */
const ties: ReadonlySet<string> = new Set([
  'attachedTemplate',
  'documentProtection',
  'writeProtection',
  'mailMerge',
]);

function loosen(file: WordFile): void {
  const part = file.related('settings');
  if (part === null) return;
  const text = file.text(part);
  const found = childElements(parseXml(text)).filter(({ local }) => ties.has(local));
  if (found.length === 0) return;
  file.put(
    part,
    edited(
      text,
      found.map(({ start, end }) => ({ start, end, text: '' })),
    ),
  );
  const used = new Set(
    [...descendants(file.tree(part))].flatMap(({ attributes }) => attributes.map(({ value }) => value)),
  );
  const list = relationshipsPart(part);
  if (!file.has(list)) return;
  const listed = file.text(list);
  const unused = childElements(parseXml(listed)).filter(
    (element) => !used.has(attribute(element, 'Id', '') ?? ''),
  );
  file.put(
    list,
    edited(
      listed,
      unused.map(({ start, end }) => ({ start, end, text: '' })),
    ),
  );
}

function writeCoreProperties(file: WordFile, about: DocumentAbout): void {
  const own = file.relationships('').find(({ type }) => type.endsWith('/metadata/core-properties'));
  const part = own === undefined ? 'docProps/core.xml' : partAt('', own.target);
  file.put(part, coreProperties(about));
  if (own !== undefined) return;
  setContentType(file, part, 'application/vnd.openxmlformats-package.core-properties+xml');
  addRelationship(file, '', {
    type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    target: part,
    isExternal: false,
  });
}
