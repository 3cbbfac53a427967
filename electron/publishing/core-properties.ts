import { xmlText } from './package-bytes.ts';

/** What a document says of itself. */
export interface DocumentAbout {
  readonly title: string;
  /** "sv-SE", "en-GB". */
  readonly languageTag: string;
  /** The organisation. */
  readonly creator: string;
  /** ISO time. */
  readonly now: string;
}

const packaging = 'http://schemas.openxmlformats.org/package/2006';

/** The properties of a document: what screen readers and archives ask for. */
export function coreProperties({ title, languageTag, creator, now }: DocumentAbout): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<cp:coreProperties xmlns:cp="${packaging}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(creator)}</dc:creator>` +
    `<cp:lastModifiedBy>${xmlText(creator)}</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${xmlText(now)}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${xmlText(now)}</dcterms:modified>` +
    `<dc:language>${xmlText(languageTag)}</dc:language></cp:coreProperties>`
  );
}
