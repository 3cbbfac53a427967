import type { Language } from '../../../core/figures/figure.ts';
import type { ChartParts } from '../chart/chart-parts.ts';
import type { DocumentAbout } from '../core-properties.ts';
import { coreProperties } from '../core-properties.ts';
import type { PackageParts } from '../package-bytes.ts';
import { packParts, unpackParts } from '../package-bytes.ts';

/** What the library says in English where its own texts show, when somebody edits the deck. */
const ownWords: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  sv: [
    ['Click to edit Master text styles', 'Klicka här för att ändra texten'],
    ['Second level', 'Nivå två'],
    ['Third level', 'Nivå tre'],
    ['Fourth level', 'Nivå fyra'],
    ['Fifth level', 'Nivå fem'],
    ['Slide Image Placeholder', 'Bild'],
    ['Slide Number Placeholder', 'Bildnummer'],
    ['Notes Placeholder', 'Anteckningar'],
    ['Header Placeholder', 'Sidhuvud'],
    ['Footer Placeholder', 'Sidfot'],
    ['Date Placeholder', 'Datum'],
    ['name="Slide ', 'name="Bild '],
    ['name="Chart ', 'name="Diagram '],
    ['name="Image ', 'name="Bild '],
    ['name="Text ', 'name="Text '],
    ['name="Shape ', 'name="Form '],
  ],
  en: [],
};

/**
 * A deck of the library as the bytes of a file: with our charts in the places of its own, in the deck's language,
 * valid by the published schemas, and the same each time. The library writes the clock's time, and counts charts
 * through all decks of a run.
 */
export function deckBytes(
  made: Uint8Array,
  about: DocumentAbout,
  language: Language,
  charts: readonly ChartParts[],
): Buffer {
  const parts = withCountedCharts(unpackParts(made), charts);
  parts['docProps/core.xml'] = coreProperties(about);
  parts['docProps/app.xml'] = appProperties;
  const names = new Set(Object.keys(parts));
  const mended = Object.entries(parts).map(([name, content]): [string, string | Uint8Array] => [
    name,
    typeof content !== 'string' || name.startsWith('ppt/charts/chart') ? content : mend(name, content),
  ]);
  return packParts(Object.fromEntries(mended));

  function mend(name: string, content: string): string {
    if (name === '[Content_Types].xml') {
      // It names masters that are not there, one for each slide.
      return content.replace(/<Override PartName="\/([^"]*)"[^>]*\/>/g, (tag, part: string) =>
        names.has(part) ? tag : '',
      );
    }
    const told = ownWords[language].reduce((text, [from, to]) => text.replaceAll(from, to), content);
    const spoken = told
      .replace(/ altLang="en-US"/g, '')
      .replaceAll('"en-US"', `"${about.languageTag}"`)
      // The size that marks before points have anyway, in a form that the schema does not know.
      .replaceAll('<a:buSzPct val="100000"/>', '');
    if (name !== 'ppt/presentation.xml') return spoken;
    // The schema wants the notes' master before the slides.
    return spoken.replace(
      /(<p:sldIdLst>[\s\S]*?<\/p:sldIdLst>)(<p:notesMasterIdLst>[\s\S]*?<\/p:notesMasterIdLst>)/,
      '$2$1',
    );
  }
}

const appProperties =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office PowerPoint</Application></Properties>';

const chartName = /ppt\/charts\/chart(\d+)\.xml$/;
const workbookOf = (number: number): string => `ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`;

/** Charts numbered from 1 in the order of the slides, with our parts in their places. */
function withCountedCharts(
  parts: PackageParts,
  charts: readonly ChartParts[],
): Record<string, string | Uint8Array> {
  const numbers = Object.keys(parts)
    .flatMap((name) => chartName.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
  if (numbers.length !== charts.length) throw new Error('A chart has not found its place in the deck.');
  const counted = new Map(numbers.map((number, at) => [number, at + 1]));
  const renamed = (text: string): string =>
    text.replace(
      /(chart|Microsoft_Excel_Worksheet)(\d+)(\.xml|\.xlsx)/g,
      (whole, stem: string, number, ending: string) => {
        const own = counted.get(Number(number));
        return own === undefined ? whole : `${stem}${own}${ending}`;
      },
    );
  const named = Object.fromEntries(
    Object.entries(parts).map(([name, content]): [string, string | Uint8Array] => [
      renamed(name),
      typeof content === 'string' && /\.rels$|^\[Content_Types\]/.test(name) ? renamed(content) : content,
    ]),
  );
  charts.forEach(({ xmlFor, workbook }, at) => {
    named[`ppt/charts/chart${at + 1}.xml`] = xmlFor('rId1');
    named[workbookOf(at + 1)] = workbook;
  });
  return named;
}
