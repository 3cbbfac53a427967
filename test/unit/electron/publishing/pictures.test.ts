import { expect, test } from 'vitest';
import { textWidth } from '../../../../electron/publishing/fonts.ts';
import { pngScales } from '../../../../electron/publishing/figure-export.ts';
import { svgToPng } from '../../../../electron/publishing/png.ts';
import { hostileFigure, pngSize } from './samples.ts';

test('D-8: a picture is drawn at one to four times its size, the same bytes each time', () => {
  for (const scale of pngScales) {
    const png = svgToPng(hostileFigure.svg, scale);
    expect(pngSize(png)).toEqual({ width: 320 * scale, height: 120 * scale });
    expect(svgToPng(hostileFigure.svg, scale).equals(png)).toBe(true);
  }
});

test('D-8: letters are drawn in the bundled font', () => {
  const without = hostileFigure.svg.replace(/<text.*<\/text>/, '');
  expect(svgToPng(hostileFigure.svg, 1).equals(svgToPng(without, 1))).toBe(false);
});

test('D-8: a text is as wide as the bundled font makes it', () => {
  expect(textWidth('', 14)).toBe(0);
  expect(textWidth('Rykte', 28)).toBeCloseTo(2 * textWidth('Rykte', 14), 9);
  expect(textWidth('Rykte', 14, 600)).toBeGreaterThan(textWidth('Rykte', 14, 400));
  // The glyph is 497 of 1000 units wide.
  expect(textWidth('0', 1000)).toBeCloseTo(497, 0);
});
