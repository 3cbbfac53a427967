import type { DocumentFigure } from '../../../../electron/publishing/document-figure.ts';

/** What a careless or wicked person may have called a unit. Each must stand as it is, and do nothing. */
export const hostileNames = [
  '<img src=x onerror=alert(1)>',
  '#import "@preview/x": *',
  "=cmd|' /C calc'!A0",
  '</w:t></w:r><w:r><w:t>&amp;',
  '$sum$ _a_ *b* @ref',
] as const;

export const about = {
  title: 'Digital mognad',
  languageTag: 'sv-SE',
  creator: 'Exempelkommunen & <bolag>',
  now: '2024-03-01T10:00:00Z',
} as const;

/** A small drawing with all hostile names in it, and a hidden and a missing value. */
export const hostileFigure: DocumentFigure = {
  language: 'sv',
  title: `Resultat för ${hostileNames[0]}`,
  baseLine: `Skala 1–6 · ${hostileNames[1]}`,
  sourceLine: `Källa: ${hostileNames[3]}`,
  altText: `Alternativ text: ${hostileNames.join(' ; ')}`,
  svg:
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120" viewBox="0 0 320 120">' +
    '<rect width="320" height="120" fill="#FFFFFF"/><rect x="10" y="40" width="200" height="20" fill="#0B5673"/>' +
    '<text x="10" y="30" font-family="Source Sans 3" font-size="16" font-weight="600" fill="#1B232B">Åtgärd −0,2</text></svg>',
  width: 320,
  height: 120,
  chart: null,
  table: {
    columns: [
      { heading: 'Enhet', isNumeric: false },
      { heading: 'Medel 2022', isNumeric: true },
    ],
    rows: [...hostileNames.map((name) => [name, '3,2']), ['Liten enhet', '..'], ['Ny enhet', '-']],
  },
};

/** Dimensions of a PNG, from its header. */
export function pngSize(png: Buffer): { readonly width: number; readonly height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
