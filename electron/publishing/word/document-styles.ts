import type { IStylesOptions } from 'docx';
import { LineRuleType } from 'docx';

/** A font that every Word has. Letters inside figures are shapes, and need none. */
export const wordFont = 'Calibri';

const accent = '0B5673';
const text = '1B232B';
const quiet = '4A5763';

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
  };
}
