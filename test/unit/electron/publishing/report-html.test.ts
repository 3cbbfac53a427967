import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../../core/report/report.ts';
import { reportToHtml } from '../../../../electron/publishing/html/report-html.ts';
import { ThemedDrawings, withOwnIds } from '../../../../electron/publishing/html/themed-drawing.ts';
import { xmlText } from '../../../../electron/publishing/package-bytes.ts';
import { galleryFigures, gallerySvg } from '../../../gallery/figures.ts';
import { sampleReports } from '../../../sample-reports.ts';
import { hostileNames } from './samples.ts';

const reports = sampleReports();
let report: Report;
let page = '';

beforeAll(() => {
  report = reports.of(
    null,
    {
      texts: {
        summary: hostileNames.map((text) => ({ kind: 'paragraph', runs: [{ text }, { text, bold: true }] })),
      },
    },
    () => ({ organisation: hostileNames[0] }),
  );
  page = reportToHtml(report).toString('utf8');
});

/** The opening tags of a name. */
function tags(name: string): string[] {
  return page.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
}

describe('a report as a page', () => {
  it('D-60: says its language and title, and has headings in steps of one', () => {
    expect(page).toContain('<html lang="sv">');
    expect(page).toContain(`<title>Digital mognad 2022, ${xmlText(hostileNames[0])}</title>`);
    const levels = [...page.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1)).toBe(true);
    expect(levels).toContain(3);
  });

  it('D-60: has contents that lead to every chapter and section', () => {
    const contents = /<nav[\s\S]*<\/nav>/.exec(page)?.[0] ?? '';
    const leads = [...contents.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(leads).toHaveLength(report.sections.reduce((sum, { sections }) => sum + 1 + sections.length, 0));
    for (const id of leads) expect(page).toContain(` id="${id ?? ''}">`);
  });

  it('D-60: has no id twice, and nothing that is named by an id that is not there', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, own = ''] of page.matchAll(/ (?:aria-labelledby|aria-describedby)="([^"]+)"/g))
      expect(ids).toContain(own);
    for (const [, own = ''] of page.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(own);
  });

  it('D-60: has each figure as a titled and described picture, and as a table beneath', () => {
    const drawings = tags('svg');
    expect(drawings.length).toBe(page.match(/<figure>/g)?.length);
    expect(drawings.length).toBeGreaterThan(10);
    for (const tag of drawings) {
      expect(attribute(tag, 'role')).toBe('img');
      const described = attribute(tag, 'aria-describedby') ?? '';
      expect(new RegExp(`<desc id="${described}">([^<]*)<`).exec(page)?.[1]?.length).toBeGreaterThan(40);
    }
    expect(page.match(/<details><summary>Figur \d+ som tabell/g)).toHaveLength(drawings.length);
  });

  it('D-60: has a caption and headings with their scope in every table, and no cell over several', () => {
    const tables = page.split('<table>').slice(1);
    expect(tables.length).toBeGreaterThan(20);
    for (const table of tables) expect(table).toMatch(/^<caption id="[^"]+">[^<]+<\/caption>\s*<thead>/);
    for (const tag of tags('th')) expect(attribute(tag, 'scope')).toMatch(/^(?:col|row)$/);
    expect(page).not.toMatch(/colspan|rowspan/);
  });

  it('D-61: stands by itself: nothing is fetched or run, and its policy forbids both', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(page).not.toMatch(/<script|<link|<iframe|<object|\son[a-z]+="|javascript:|@import/i);
    expect(page).not.toMatch(/<[a-z][^>]* style="/);
    const fetched = [...page.matchAll(/(?:\b(?:src|href)="|url\()(?!#|data:)[^")]*/g)].map(([own]) => own);
    expect(fetched).toEqual([]);
  });

  it('D-2: shows text of any kind as it was written', () => {
    for (const name of hostileNames) {
      expect(page).toContain(`<p>${xmlText(name)}<strong>${xmlText(name)}</strong></p>`);
    }
    expect(page).not.toContain('<img');
  });

  it('D-25: is the same bytes for the same report', () => {
    expect(reportToHtml(report).toString('utf8') === page).toBe(true);
  });

  it('D-60: is English all through where the report is', () => {
    const english = reportToHtml(reports.of('Leanlink', { language: 'en' })).toString('utf8');
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('Skip to the report');
    expect(english).not.toMatch(/Innehåll|Tabell |Figur \d/);
    expect(english).not.toContain('lang="sv"');
  });
});

describe('a drawing for light and dark', () => {
  it('D-62: has every colour of the dark one, for each figure and variant of the gallery', async () => {
    for (const figure of await galleryFigures()) {
      const drawings = new ThemedDrawings();
      const [light, dark] = (['light', 'dark'] as const).map((theme) => gallerySvg({ ...figure, theme }));
      const marked = drawings.marked(light ?? '', dark ?? '');
      const rules = new Map(
        [...drawings.rules().matchAll(/\.(d\d+)\{(fill|stroke):([^}]+)\}/g)].map(
          ([, name = '', what = '', colour = '']) => [name, [what, colour] as const],
        ),
      );
      // Each tag with the colours that it has in the end.
      const painted = (svg: string): string[] =>
        (svg.match(/<[a-z][^>]*>/gi) ?? []).map((tag) => {
          const classes = (attribute(tag, 'class') ?? '').split(' ').flatMap((name) => {
            const rule = rules.get(name);
            return rule === undefined ? [] : [rule];
          });
          const colours = new Map([
            ['fill', attribute(tag, 'fill') ?? '#000'] as const,
            ['stroke', attribute(tag, 'stroke') ?? 'none'] as const,
            ...classes,
          ]);
          return tag.replace(/ (?:class|fill|stroke)="[^"]*"/g, '') + JSON.stringify([...colours]);
        });
      expect(painted(marked), figure.name).toEqual(painted(dark ?? ''));
    }
  });

  it('D-62: refuses two drawings that are not alike', () => {
    expect(() => new ThemedDrawings().marked('<path d="M0 0" fill="#fff"/>', '<rect fill="#000"/>')).toThrow(
      /another/,
    );
  });

  it('D-60: keeps its ids apart from those of another, and leaves its texts alone', () => {
    expect(withOwnIds('<a id="x" fill="url(#x)"><text>id="x" url(#x)</text></a>', 'f1')).toBe(
      '<a id="f1-x" fill="url(#f1-x)"><text>id="x" url(#x)</text></a>',
    );
  });
});
