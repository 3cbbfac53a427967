import { Resvg } from '@resvg/resvg-js';
import { fontFamily, fontPaths } from './fonts.ts';

/**
 * The same drawing with its letters as shapes, for programs that would otherwise set them in another font where the
 * bundled one is not installed, so that texts run into each other. What it says must stand in text beside it.
 */
export function svgWithOutlines(svg: string): string {
  return new Resvg(svg, {
    font: { fontFiles: fontPaths(), loadSystemFonts: false, defaultFontFamily: fontFamily },
    logLevel: 'off',
  }).toString();
}
