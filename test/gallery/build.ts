import fs from 'node:fs';
import path from 'node:path';
import { svgToPng } from '../../electron/publishing/png.ts';
import { gallerySvg, galleryFigures } from './figures.ts';

/**
 * Rewrites the committed pictures of the gallery, and builds a page to look through beside pictures of the same as
 * PNG, in a folder that is not committed.
 */

const folder = import.meta.dirname;
const pages = path.join(folder, '../../out/gallery');

fs.mkdirSync(pages, { recursive: true });
const figures = await galleryFigures();
const wanted = new Set(figures.map(({ name }) => `${name}.svg`));
for (const file of fs.readdirSync(folder)) {
  if (file.endsWith('.svg') && !wanted.has(file)) fs.rmSync(path.join(folder, file));
}
const parts = figures.map((figure) => {
  const svg = gallerySvg(figure);
  fs.writeFileSync(path.join(folder, `${figure.name}.svg`), svg);
  fs.writeFileSync(path.join(pages, `${figure.name}.png`), svgToPng(svg, 1));
  return `<section class="${figure.theme}"><h2>${figure.name}</h2>\n${svg}</section>`;
});
const font = ['400', '500', '600'].map((weight) => {
  const source = path.relative(
    pages,
    path.join(
      folder,
      `../../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`,
    ),
  );
  return `@font-face{font-family:'Source Sans 3';font-weight:${weight};src:url('${source}')}`;
});
fs.writeFileSync(
  path.join(pages, 'index.html'),
  `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Figurer</title>
<style>${font.join('')}body{font:14px 'Source Sans 3';margin:24px}section{margin:24px 0}.dark{background:#161B20}.dark h2{color:#E8ECEF}svg{max-width:100%}</style>
${parts.join('\n')}</html>\n`,
);
process.stdout.write(`${figures.length} figurer i ${path.join(pages, 'index.html')}\n`);
