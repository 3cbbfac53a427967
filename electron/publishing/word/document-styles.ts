import type { IStylesOptions } from 'docx';
import { LineRuleType } from 'docx';

/** What is said under a table: by this style a refresh tells the program's words from those that a hand put in. */
export const noteStyle = 'TableNote';

/** A font that every Word has. Letters inside figures are shapes, and need none. */
export const wordFont = 'Calibri';

const accent = '0B5673';
const text = '1B232B';
const quiet = '4A5763';

const normal = { basedOn: 'Normal', next: 'Normal', quickFormat: true } as const;

/**
 * How text is set in every Word document, in the language that Word checks spelling in and screen readers speak.
 * Sizes are half points, distances twentieths of a point.
 */
export function wordStyles(languageTag: string): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: wordFont,
          size: 22,
          color: text,
          language: { value: languageTag, eastAsia: languageTag, bidirectional: languageTag },
        },
        paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: 60, bold: true, color: accent },
      },
      heading1: {
        run: { size: 30, bold: true, color: accent },
        paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
      },
      heading2: {
        run: { size: 26, bold: true, color: accent },
        paragraph: { spacing: { before: 200, after: 60 }, keepNext: true },
      },
      heading3: {
        run: { size: 23, bold: true, color: text },
        paragraph: { spacing: { before: 160, after: 40 }, keepNext: true },
      },
      caption: {
        run: { size: 20, italics: false, color: quiet },
        paragraph: { spacing: { before: 60, after: 120 } },
      },
    },
    paragraphStyles: [
      { ...normal, id: 'Subtitle', name: 'Subtitle', run: { size: 34 } },
      { ...normal, id: 'TOCHeading', name: 'TOC Heading', run: { size: 30, bold: true } },
      { ...normal, id: 'ListBullet', name: 'List Bullet', next: 'ListBullet' },
      { ...normal, id: 'ListNumber', name: 'List Number', next: 'ListNumber' },
      { ...normal, id: noteStyle, name: 'Tabellnot', run: { size: 18 } },
    ],
  };
}
