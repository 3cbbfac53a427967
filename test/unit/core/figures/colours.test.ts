import { describe, expect, it } from 'vitest';
import type { Fill } from '../../../../core/figures/theme.ts';
import { themeNames, themes } from '../../../../core/figures/theme.ts';
import { ciede2000, contrast, difference, lightnessApart, sights } from '../../../colour.ts';

const leastDifference = 8;
const leastLightness = 11;
const leastTextContrast = 4.5;
const leastMarkContrast = 3;

function pairs<Value>(values: readonly Value[]): (readonly [Value, Value])[] {
  return values.flatMap((a, at) => values.slice(at + 1).map((b) => [a, b] as const));
}

describe('the measure of colour difference', () => {
  // Sharma, Wu and Dalal (2005), table 1: pairs 1, 7, 17 and 25.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  ] as const)('gives what is published for %j and %j', (one, other, published) => {
    expect(ciede2000(one, other)).toBeCloseTo(published, 4);
  });
});

describe.each(themeNames)('the colours of the %s theme', (name) => {
  const theme = themes[name];

  it.each([
    ['years', theme.years],
    ['units', theme.units],
  ] as const)('G-10: tell any two %s apart for every way of seeing, and in grey print', (_, fills) => {
    for (const [one, other] of pairs(fills)) {
      for (const sight of sights) {
        expect(difference(one.fill, other.fill, sight), `${one.fill} ${other.fill} ${sight}`).toBeGreaterThan(
          leastDifference,
        );
      }
      expect(lightnessApart(one.fill, other.fill), `${one.fill} ${other.fill}`).toBeGreaterThan(
        leastLightness,
      );
    }
  });

  it('G-10: let text be read on every fill that carries it', () => {
    const fills: readonly Fill[] = [...theme.years, ...theme.scale, ...theme.ramp, ...theme.bands];
    for (const { fill, onFill } of fills) {
      expect(contrast(fill, onFill), `${onFill} on ${fill}`).toBeGreaterThanOrEqual(leastTextContrast);
    }
  });

  it('G-10: let every text be read on surface, canvas and chosen row', () => {
    for (const ink of [theme.text, theme.text2, theme.muted, theme.accent, theme.fallen]) {
      for (const ground of [theme.surface, theme.canvas, theme.selected, theme.band]) {
        expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(leastTextContrast);
      }
    }
    expect(contrast(theme.warningText, theme.warningGround)).toBeGreaterThanOrEqual(leastTextContrast);
    expect(contrast(theme.onButton, theme.button)).toBeGreaterThanOrEqual(leastTextContrast);
    expect(contrast(theme.controlBorder, theme.surface)).toBeGreaterThanOrEqual(leastMarkContrast);
  });

  it('G-10: let every bar and point be seen on the surface by its fill or its outline', () => {
    for (const { fill, outline } of [
      ...theme.years,
      ...theme.units,
      theme.dontKnow.newest,
      theme.dontKnow.earlier,
    ]) {
      const best = Math.max(
        contrast(fill, theme.surface),
        outline === null ? 0 : contrast(outline, theme.surface),
      );
      expect(best, `${fill} ${outline ?? ''}`).toBeGreaterThanOrEqual(leastMarkContrast);
    }
  });
});
