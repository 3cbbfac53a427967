import * as z from 'zod';
import type { Language } from '../../../core/figures/figure.ts';
import type { Block, Report, Run, Section } from '../../../core/report/report.ts';
import { documentTable } from '../figure-sheets.ts';
import { drawnLogo } from '../logo.ts';
import { reportFigure, reportWidth } from '../report-figure.ts';
import { reportWords } from '../report-words.ts';
import { tablePieces } from '../table-pieces.ts';
import { reportSource } from './report-source.ts';
import type { PdfStandard } from './typst.ts';
import { typesetPages, typesetPdf, typesetTold } from './typst.ts';

/** A report as pages: a PDF of them, and pictures of the same for the screen. */

/** Where something begins. */
export interface Place {
  /** Of a section, or of a block of own text. */
  readonly id: string;
  /** Counted from 1. */
  readonly page: number;
  /** How far down the page, 0–1. */
  readonly top: number;
}

/** The pages of a report beneath one another as one SVG, and where its parts begin. */
export interface ReportPages {
  readonly svg: string;
  readonly pageCount: number;
  /** In reading order. */
  readonly sections: readonly Place[];
  readonly own: readonly Place[];
}

/** The report as a PDF. The same report gives the same bytes. */
export function reportToPdf(report: Report, standard: PdfStandard): Buffer {
  return typesetPdf(reportSource, inputsOf(report), standard);
}

const place = z.strictObject({ id: z.string(), page: z.int(), top: z.number() });
const places = z.tuple([z.strictObject({ sections: z.array(place), own: z.array(place) })]);

const placesMark = '<places>';

/** The same pages as {@link reportToPdf} writes, as pictures. */
export function reportPages(report: Report): ReportPages {
  const { svg, pageCount, told } = typesetPages(reportSource, inputsOf(report), placesMark);
  const [found] = places.parse(told);
  return { svg, pageCount, ...found };
}

/** The page that each section begins on when the report is printed, by the section's id. */
export function pagesOfSections(report: Report): ReadonlyMap<string, number> {
  const [found] = places.parse(typesetTold(reportSource, inputsOf(report), placesMark));
  return new Map(found.sections.map(({ id, page }) => [id, page]));
}

const regions = { sv: 'SE', en: 'GB' } as const;

function inputsOf({ language, front, sections }: Report): Record<string, string> {
  const say = reportWords[language];
  const { title, subtitle, organisation, caseNumber, date, administrator, status, logo } = front;
  const drawing = logo === null ? null : drawnLogo(logo);
  const data = {
    language,
    region: regions[language],
    title,
    subtitle,
    organisation,
    logo: drawing === null ? null : { ...drawing, altText: logo?.altText ?? '' },
    // The archive's standard wants a date of the document.
    date: date.split('-').map(Number),
    contents: say.contents,
    // So that a program can tell what the report was made of, as its reader can by the captions.
    keywords: fingerprintsIn(sections),
    headerLeft: [title, subtitle].filter((part) => part !== null).join(' · '),
    headerRight: [organisation, caseNumber, say.status[status]].filter((part) => part !== null).join(' · '),
    front: [
      [say.caseNumber, caseNumber],
      [say.date, date],
      [say.administrator, administrator],
      [say.statusLabel, say.status[status]],
    ].filter(([, value]) => value !== null),
    // The summary has a page to itself.
    sections: allOf(sections).map(({ id, level, number, heading, blocks }, at) => ({
      id,
      startsPage: number === '1' && at > 0,
      level,
      heading: number === null ? heading : `${number} ${heading}`,
      blocks: blocks.map((block) => blockData(block, language)),
    })),
  };
  return { report: JSON.stringify(data) };
}

function fingerprintsIn(sections: readonly Section[]): string[] {
  const found = allOf(sections).flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'figure' ? [block.spec.caption.fingerprint] : [])),
  );
  return [...new Set(found.filter((digits) => digits !== null))].map((digits) => `kontrolltal ${digits}`);
}

function allOf(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...allOf(section.sections)]);
}

function blockData(block: Block, language: Language): unknown {
  const say = reportWords[language];
  switch (block.kind) {
    case 'paragraph':
      return { kind: block.kind, mark: markOf(block), runs: block.runs.map(runData) };
    case 'list': {
      const { kind, ordered, items } = block;
      return { kind, ordered, mark: markOf(block), items: items.map((runs) => runs.map(runData)) };
    }
    case 'figure': {
      const { svg, altText, baseLine, sourceLine } = reportFigure(block.spec);
      const caption = `${say.figure} ${block.number}. ${block.caption}`;
      return { kind: block.kind, caption, svg, altText, baseLine, sourceLine };
    }
    case 'table':
      return {
        kind: block.kind,
        caption: `${say.table} ${block.number}. ${block.caption}`,
        note: block.note,
        pieces: tablePieces(documentTable(block.table), reportWidth),
      };
  }
}

function markOf({ id, origin }: { readonly id: string; readonly origin: string }): string | null {
  return origin === 'own' ? id : null;
}

function runData({ text, bold, italic }: Run): unknown {
  return { text, bold: bold === true, italic: italic === true };
}
