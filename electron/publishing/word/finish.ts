import path from 'node:path';
import type { Document } from 'docx';
import { Packer } from 'docx';
import type { DocumentAbout } from '../core-properties.ts';
import { coreProperties } from '../core-properties.ts';
import { packParts, unpackParts } from '../package-bytes.ts';

/**
 * A document as the bytes of a .docx file, with its properties. The same document at the same `now` gives the same
 * bytes: the library writes the clock's time into the properties and into each part.
 */
export async function wordBytes(document: Document, about: DocumentAbout): Promise<Buffer> {
  const parts = unpackParts(await Packer.toBuffer(document));
  parts['docProps/core.xml'] = coreProperties(about);
  const settings = parts['word/settings.xml'];
  if (typeof settings !== 'string') throw new Error('The document has no settings.');
  // What the theme's fonts are chosen by, which is American where nothing is said.
  parts['word/settings.xml'] = settings.replace(
    '</w:settings>',
    `<w:themeFontLang w:val="${about.languageTag}"/></w:settings>`,
  );
  const body = parts['word/document.xml'];
  if (typeof body === 'string') parts['word/document.xml'] = withCountedMarks(body);
  return packParts(withCountedLinks(parts));
}

/** The library draws the ids of charts and their workbooks by lot: here they are made of the parts' names. */
function withCountedLinks(parts: Record<string, string | Uint8Array>): Record<string, string | Uint8Array> {
  const named = { ...parts };
  for (const [name, links] of Object.entries(parts)) {
    if (!name.endsWith('.rels') || typeof links !== 'string') continue;
    const owner = name.replace('_rels/', '').replace(/\.rels$/, '');
    let [own, text] = [links, parts[owner]];
    for (const [, id = '', target = ''] of links.matchAll(lotLink)) {
      const counted = `rId-${path.posix.basename(target).replace(/\W/g, '-')}`;
      own = own.replaceAll(`"${id}"`, `"${counted}"`);
      if (typeof text === 'string') text = text.replaceAll(`"${id}"`, `"${counted}"`);
    }
    named[name] = own;
    if (text !== undefined) named[owner] = text;
  }
  return named;
}

const lotLink = /<Relationship Id="([^"]*)" Type="[^"]*\/relationships\/(?:chart|package)" Target="([^"]*)"/g;

/** The library counts marks through all documents of a run: here they are counted from 1 in each. */
function withCountedMarks(document: string): string {
  const numbers = new Map<string, number>();
  return document.replace(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) =>
    tag.replace(/w:id="(\d+)"/, (_, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      return `w:id="${number}"`;
    }),
  );
}
