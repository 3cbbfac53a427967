import { Resvg } from '@resvg/resvg-js';
import type { PngScale } from './figure-export.ts';
import { fontFamily, fontPaths } from './fonts.ts';

/** A figure's SVG as a picture, `scale` times its size, with the bundled fonts and no others. */
export function svgToPng(svg: string, scale: PngScale, background = '#FFFFFF'): Buffer {
  // Fonts are read anew for each picture: one whose letters are shapes goes without.
  const hasText = svg.includes('<text');
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    background,
    font: { fontFiles: hasText ? fontPaths() : [], loadSystemFonts: false, defaultFontFamily: fontFamily },
    logLevel: 'off',
  });
  return resvg.render().asPng();
}
