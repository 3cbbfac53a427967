import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GalleryFigure } from '../gallery/figures.ts';
import { galleryFigures, gallerySvg } from '../gallery/figures.ts';
import { contrast } from '../colour.ts';
import type { TextBox } from '../svg-texts.ts';
import { textBoxes } from '../svg-texts.ts';

const folder = path.join(import.meta.dirname, '../gallery');
/** Letters are rounder than their boxes, and anti-aliasing is no overlap. */
const tolerancePx = 0.75;

let figures: readonly (GalleryFigure & { readonly svg: string })[] = [];

beforeAll(async () => {
  figures = (await galleryFigures()).map((figure) => ({ ...figure, svg: gallerySvg(figure) }));
});

function overlap(a: TextBox, b: TextBox): boolean {
  return (
    a.left + tolerancePx < b.right &&
    b.left + tolerancePx < a.right &&
    a.top + tolerancePx < b.bottom &&
    b.top + tolerancePx < a.bottom
  );
}

describe('the gallery', () => {
  it('G-11: is what is committed, to the byte (npm run gallery rewrites it; look before you commit)', () => {
    const committed = fs.readdirSync(folder).filter((file) => file.endsWith('.svg'));
    expect(committed.sort()).toEqual(figures.map(({ name }) => `${name}.svg`).sort());
    const changed = figures.filter(
      ({ name, svg }) => fs.readFileSync(path.join(folder, `${name}.svg`), 'utf8') !== svg,
    );
    expect(changed.map(({ name }) => name)).toEqual([]);
  });

  it('G-11: is drawn the same when it is drawn again', () => {
    for (const figure of figures) expect(gallerySvg(figure) === figure.svg, figure.name).toBe(true);
  });

  it('G-12: has no text over another', () => {
    const found = figures.flatMap(({ name, svg }) => {
      const boxes = textBoxes(svg);
      return boxes.flatMap((one, at) =>
        boxes
          .slice(at + 1)
          .flatMap((other) => (overlap(one, other) ? [`${name}: ${one.text} | ${other.text}`] : [])),
      );
    });
    expect(found).toEqual([]);
  });

  it('G-12: has no text that leaves its picture', () => {
    const found = figures.flatMap(({ name, svg }) => {
      const [, width = '0', height = '0'] = /<svg width="([\d.]+)" height="([\d.]+)"/u.exec(svg) ?? [];
      return textBoxes(svg)
        .filter(
          ({ left, top, right, bottom }) =>
            left < 0 || top < 0 || right > Number(width) + 0.01 || bottom > Number(height) + 0.01,
        )
        .map(({ text }) => `${name}: ${text}`);
    });
    expect(found).toEqual([]);
  });

  it('G-10: has no text that is hard to read on what it stands on', () => {
    const found = figures.flatMap(({ name, svg }) =>
      textBoxes(svg).flatMap(({ text, fill, ground }) =>
        ground !== null && contrast(fill, ground) >= 4.5
          ? []
          : [`${name}: ${text} ${fill} on ${ground ?? 'nothing'}`],
      ),
    );
    expect(found).toEqual([]);
  });

  it('G-13: gives every picture a name, a description and a language, and nothing that runs or is fetched', () => {
    for (const { name, svg, spec } of figures) {
      expect(svg, name).toMatch(/<svg [^>]*role="img" lang="(?:sv|en)"/u);
      expect(svg, name).toContain(`<title id="${spec.id}-title">`);
      expect(svg, name).toMatch(/<desc id="[^"]+-desc">[^<]{20,}<\/desc>/u);
      expect(svg, name).not.toMatch(/<script|<style|<image|href=|url\(|zr0|ecmeta/u);
    }
  });
});
