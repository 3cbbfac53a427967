import { Resvg } from '@resvg/resvg-js';
import { fontFamily, fontPaths } from './fonts.ts';

/** How many pixels of the picture stand for one of the figure. */
export const pngScales = [1, 2, 3, 4] as const;
export type PngScale = (typeof pngScales)[number];

/** A figure's SVG as a picture, `scale` times its size, with the bundled fonts and no others. */
export function svgToPng(svg: string, scale: PngScale, background = '#FFFFFF'): Buffer {
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    background,
    font: { fontFiles: fontPaths(), loadSystemFonts: false, defaultFontFamily: fontFamily },
    logLevel: 'off',
  });
  return resvg.render().asPng();
}
