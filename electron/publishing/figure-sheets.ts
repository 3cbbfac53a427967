import type { FigureCell, FigureSpec, FigureTable } from '../../core/figures/figure.ts';
import { captionText } from '../../core/figures/frame-texts.ts';
import type { DocumentTable } from './document-figure.ts';
import type { Sheet, SheetCell } from './sheet.ts';

const sheetWords = {
  sv: {
    table: 'Tabell',
    about: 'Om figuren',
    what: 'Uppgift',
    content: 'Innehåll',
    title: 'Titel',
    base: 'Underlag',
    caption: 'Källa',
    altText: 'Beskrivning',
    explanation: 'Så räknas det',
  },
  en: {
    table: 'Table',
    about: 'About the figure',
    what: 'What',
    content: 'Content',
    title: 'Title',
    base: 'Base',
    caption: 'Source',
    altText: 'Description',
    explanation: 'How it is computed',
  },
} as const;

/** A figure's table as the first sheet of a workbook. */
export function tableSheet({ language }: FigureSpec, { columns, rows }: FigureTable): Sheet {
  return {
    name: sheetWords[language].table,
    columns: columns.map(({ heading }) => heading),
    rows: rows.map((row) => row.map((cell, at) => sheetCell(cell, columns[at]?.kind ?? 'text'))),
  };
}

/** What the figure says of itself, as a sheet beside its table. */
export function aboutSheet(spec: FigureSpec, altText: string, explanation: readonly string[]): Sheet {
  const words = sheetWords[spec.language];
  return {
    name: words.about,
    columns: [words.what, words.content],
    rows: [
      [words.title, spec.title],
      [words.base, spec.base],
      [words.caption, captionText(spec)],
      [words.altText, altText],
      ...explanation.map((paragraph) => [words.explanation, paragraph]),
    ],
  };
}

/** A figure's table as it stands in a document. */
export function documentTable({ columns, rows }: FigureTable): DocumentTable {
  return {
    columns: columns.map(({ heading, kind }) => ({ heading, isNumeric: kind !== 'text' })),
    rows: rows.map((row) => row.map(({ shown }) => shown)),
  };
}

/** A number keeps its full value and is shown with the decimals that the figure gives it. */
function sheetCell({ shown, value }: FigureCell, kind: FigureTable['columns'][number]['kind']): SheetCell {
  if (value === null || kind === 'text') return shown;
  const decimals = /[.,](\d+)/.exec(shown)?.[1]?.length ?? 0;
  return { value, shownAs: kind, decimals };
}
