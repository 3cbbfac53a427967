import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';
import { create } from 'fontkit';

/** The family that all figures and documents are set in. */
export const fontFamily = 'Source Sans 3';

/** The weights of it that are used. */
export const fontWeights = [400, 500, 600] as const;
export type FontWeight = (typeof fontWeights)[number];

const folders: Readonly<Record<FontWeight, string>> = {
  400: '400Regular',
  500: '500Medium',
  600: '600SemiBold',
};

/** The paths of the bundled font files, one a weight, as native code can open them. */
export function fontPaths(): string[] {
  return fontWeights.map(fontPath);
}

/** The bytes of the bundled font files, one a weight. */
export function fontBytes(): readonly Buffer[] {
  return fontWeights.map(bytesOf);
}

/** The bundled font of a weight as browsers read it: what Swedish and English are written with, and no more. */
export function webFontBytes(weight: FontWeight): Buffer {
  return readFileSync(
    createRequire(import.meta.url).resolve(
      `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`,
    ),
  );
}

/** The width of a text in pixels, set in the bundled font with its kerning. */
export function textWidth(text: string, fontSize: number, weight: FontWeight = 400): number {
  const key = `${weight} ${text}`;
  let perEm = widths.get(key);
  if (perEm === undefined) {
    const font = fontOf(weight);
    perEm = font.layout(text).advanceWidth / font.unitsPerEm;
    if (widths.size >= widthsKept) widths.clear();
    widths.set(key, perEm);
  }
  return perEm * fontSize;
}

/** Texts whose width is remembered, so that drawing a figure again measures nothing anew. */
const widthsKept = 20_000;
const widths = new Map<string, number>();
const read = new Map<FontWeight, Buffer>();
const fonts = new Map<FontWeight, Font>();

function fontOf(weight: FontWeight): Font {
  const known = fonts.get(weight);
  if (known !== undefined) return known;
  const font = create(bytesOf(weight));
  if (!('layout' in font)) throw new Error(`The font file of weight ${weight} holds several fonts.`);
  fonts.set(weight, font);
  return font;
}

function bytesOf(weight: FontWeight): Buffer {
  const known = read.get(weight);
  if (known !== undefined) return known;
  const bytes = readFileSync(fontPath(weight));
  read.set(weight, bytes);
  return bytes;
}

function fontPath(weight: FontWeight): string {
  const folder = folders[weight];
  const found = createRequire(import.meta.url).resolve(
    `@expo-google-fonts/source-sans-3/${folder}/SourceSans3_${folder}.ttf`,
  );
  // In a packed application native code cannot open what lies inside the archive; fonts are kept beside it.
  return found.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');
}
