import { createHash } from 'node:crypto';
import { figureTable } from '../../../core/figures/index.ts';
import type { FigureTable } from '../../../core/figures/figure.ts';
import type { Block, FrontPage, Report, Run, Section } from '../../../core/report/report.ts';
import { documentFigure } from '../export-figure.ts';
import { documentTable } from '../figure-sheets.ts';
import { textWidth } from '../fonts.ts';
import { placedLogo } from '../logo.ts';
import { xmlText } from '../package-bytes.ts';
import { reportWords } from '../report-words.ts';
import { figureSvg } from '../svg.ts';
import { reportStyle } from './report-style.ts';
import { ThemedDrawings, withOwnIds } from './themed-drawing.ts';

/** Between the sides of the page's text, in px. */
const textWidthPixels = 760;

/**
 * A whole report as one page for a browser, which fetches nothing and runs nothing: its policy forbids both. The same
 * report gives the same bytes.
 */
export function reportToHtml(report: Report): Buffer {
  const { language, front, sections } = report;
  const say = reportWords[language];
  const writer = new PageWriter(language);
  const main = sections.map((section) => writer.section(section)).join('\n');
  const style = reportStyle(writer.darkRules());
  const title = [front.title, front.subtitle, front.organisation].filter((part) => part !== null).join(', ');
  return Buffer.from(
    [
      '<!DOCTYPE html>',
      `<html lang="${language}">`,
      '<head>',
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${xmlText(title)}</title>`,
      `<meta name="author" content="${xmlText(front.organisation)}">`,
      `<style>${style}</style>`,
      '</head>',
      '<body>',
      `<a class="skip" href="#report">${say.skip}</a>`,
      frontPage(front, language),
      `<nav aria-labelledby="contents">`,
      `<h2 id="contents">${say.contents}</h2>`,
      contentsOf(sections),
      '</nav>',
      '<main id="report">',
      main,
      '</main>',
      '</body>',
      '</html>',
      '',
    ].join('\n'),
  );
}

/** Only this style, and pictures and fonts that the file itself holds. */
function policyFor(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;
}

function frontPage(front: FrontPage, language: Report['language']): string {
  const say = reportWords[language];
  const { title, subtitle, organisation, caseNumber, date, administrator, status, logo } = front;
  const facts: readonly (readonly [string, string | null])[] = [
    [say.caseNumber, caseNumber],
    [say.date, date],
    [say.administrator, administrator],
    [say.statusLabel, say.status[status]],
  ];
  const placed = logo === null ? null : placedLogo(logo);
  return [
    '<header>',
    ...(logo === null || placed === null
      ? []
      : [
          `<img class="logo" src="data:image/${logo.format === 'svg' ? 'svg+xml' : logo.format};base64,${logo.base64}" width="${placed.width}" height="${placed.height}" alt="${xmlText(logo.altText)}">`,
        ]),
    `<h1>${xmlText(title)}</h1>`,
    ...(subtitle === null ? [] : [`<p class="subtitle">${xmlText(subtitle)}</p>`]),
    `<p class="organisation">${xmlText(organisation)}</p>`,
    '<dl>',
    ...facts.flatMap(([name, value]) =>
      value === null ? [] : [`<dt>${name}</dt><dd>${xmlText(value)}</dd>`],
    ),
    '</dl>',
    '</header>',
  ].join('\n');
}

/** Chapters and their sections. */
function contentsOf(sections: readonly Section[]): string {
  const entries = sections.map((section) => {
    const under = section.level === 1 && section.sections.length > 0 ? contentsOf(section.sections) : '';
    return `<li><a href="#${anchorOf(section.id)}">${headingText(section)}</a>${under}</li>`;
  });
  return `<ol>${entries.join('')}</ol>`;
}

function headingText({ number, heading }: Section): string {
  return xmlText(number === null ? heading : `${number} ${heading}`);
}

/** An id as part of the page: ids are made of a few signs only, and are told apart from those of the page itself. */
function anchorOf(id: string): string {
  return `s-${id.replace(/[^A-Za-z0-9]+/g, '-')}`;
}

/** Writes sections and blocks, and gathers what their figures need in the dark. */
class PageWriter {
  readonly #language: Report['language'];
  readonly #drawings = new ThemedDrawings();

  constructor(language: Report['language']) {
    this.#language = language;
  }

  darkRules(): string {
    return this.#drawings.rules();
  }

  section(section: Section): string {
    const { id, level, blocks, sections } = section;
    const anchor = anchorOf(id);
    return [
      `<section aria-labelledby="${anchor}">`,
      `<h${level + 1} id="${anchor}">${headingText(section)}</h${level + 1}>`,
      ...blocks.map((block) => this.#block(block)),
      ...sections.map((own) => this.section(own)),
      '</section>',
    ].join('\n');
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'paragraph':
        return `<p>${runsText(block.runs)}</p>`;
      case 'list': {
        const tag = block.ordered ? 'ol' : 'ul';
        return `<${tag}>${block.items.map((runs) => `<li>${runsText(runs)}</li>`).join('')}</${tag}>`;
      }
      case 'figure':
        return this.#figure(block);
      case 'table': {
        const { number, caption, note, table } = block;
        const { table: word } = reportWords[this.#language];
        return [
          tableText(table, `${word} ${number}. ${caption}`, `table-${number}`),
          ...(note === null ? [] : [`<p class="note">${xmlText(note)}</p>`]),
        ].join('\n');
      }
    }
  }

  #figure({ number, caption, spec }: Extract<Block, { readonly kind: 'figure' }>): string {
    const say = reportWords[this.#language];
    const { svg, width, height, baseLine, sourceLine } = documentFigure(spec, textWidthPixels);
    const dark = figureSvg(spec, { width, height, theme: 'dark', textWidth, frame: false });
    const id = `figure-${number}`;
    const name = `${say.figure} ${number}`;
    return [
      '<figure>',
      `<figcaption id="${id}-caption">${name}. ${xmlText(caption)}</figcaption>`,
      `<p class="base">${xmlText(baseLine)}</p>`,
      // Where the window is narrower than the drawing it is moved by the arrow keys, so it can be gone to.
      `<div class="drawing" role="group" tabindex="0" aria-labelledby="${id}-caption">${withOwnIds(this.#drawings.marked(svg, dark), id)}</div>`,
      `<p class="source">${xmlText(sourceLine)}</p>`,
      `<details><summary>${name} ${say.asTable}</summary>`,
      tableText(figureTable(spec), `${name}. ${caption}`, `${id}-table`),
      '</details>',
      '</figure>',
    ].join('\n');
  }
}

function tableText(table: FigureTable, caption: string, id: string): string {
  const { columns, rows } = documentTable(table);
  const numeric = (at: number): string => (columns[at]?.isNumeric === true ? ' class="n"' : '');
  const headings = columns.map(({ heading }, at) => `<th scope="col"${numeric(at)}>${xmlText(heading)}</th>`);
  const cells = (row: readonly string[]): string[] =>
    row.map((shown, at) =>
      at === 0 ? `<th scope="row">${xmlText(shown)}</th>` : `<td${numeric(at)}>${xmlText(shown)}</td>`,
    );
  // As with drawings.
  return [
    `<div class="table" role="group" tabindex="0" aria-labelledby="${id}">`,
    `<table><caption id="${id}">${xmlText(caption)}</caption>`,
    `<thead><tr>${headings.join('')}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr>${cells(row).join('')}</tr>`).join('\n')}</tbody>`,
    '</table></div>',
  ].join('\n');
}

function runsText(runs: readonly Run[]): string {
  return runs
    .map(({ text, bold, italic }) => {
      const shown = italic === true ? `<em>${xmlText(text)}</em>` : xmlText(text);
      return bold === true ? `<strong>${shown}</strong>` : shown;
    })
    .join('');
}
