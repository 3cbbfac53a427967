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
  return packParts(parts);
}
