import type { Block, Report, Run, Section } from '../../../core/report/report.ts';
import type { DocumentAbout } from '../core-properties.ts';
import { documentFigure } from '../export-figure.ts';
import { reportWords } from '../report-words.ts';
import type { DeckPoint } from './deck.ts';
import { Deck, pictureRoom } from './deck.ts';
import { sentencesOf } from './sentences.ts';

/** Pixels at 96 to the inch that a picture is drawn at, so that its letters are read when it fills a slide. */
const pictureWidth = 760;
/** Points of a list are told by their first sentences; the report has them whole. */
const mostSentences = 2;
/** Longer messages than these do not stand over a figure. */
const longestMessage = 190;

/**
 * A report as a deck for presenting its results: its summary, a slide for each figure that can be read on one, and the
 * conclusions that are drawn. Text, tables and appendices are left to the report itself.
 */
export function reportToPptx(report: Report, about: DocumentAbout): Promise<Buffer> {
  const { front, language, sections } = report;
  const say = reportWords[language];
  const deck = new Deck(about, language);
  deck.front(
    front.title,
    [front.subtitle, front.organisation, front.date, say.status[front.status]].filter(
      (line) => line !== null,
    ),
  );
  for (const section of sections) {
    if (section.id.startsWith('appendix')) continue;
    if (section.id === 'summary' || section.id === 'conclusions') {
      // Proposals stand in the summary already.
      if (section.id === 'conclusions' && section.sections.length === 0) continue;
      const points = pointsOf(section);
      if (points.length > 0) deck.points(section.heading, points);
    } else figures(section, deck);
  }
  return deck.bytes();
}

function figures({ blocks, sections }: Section, deck: Deck): void {
  let message = messageOf(blocks);
  for (const block of blocks) {
    if (block.kind !== 'figure') continue;
    if (block.spec.kind === 'quadrant') {
      // Names in an office program's chart of points lie on each other; a picture places them, and has any shape.
      deck.figureInWords(documentFigure(block.spec, pictureRoom.width, 'picture', pictureRoom.height));
      continue;
    }
    // A picture that would be too small on a slide is better a chart, where its kind has one.
    const figure = [block.form, 'native' as const]
      .map((form) => documentFigure(block.spec, pictureWidth, form))
      .find((candidate) => Deck.isReadable(candidate));
    if (figure !== undefined) deck.figure(figure, message);
    // It is said once, of the first figure.
    message = null;
  }
  for (const section of sections) figures(section, deck);
}

/** The first sentences that the report says of a figure, as many as there is room for over it. */
function messageOf(blocks: readonly Block[]): string | null {
  const [first] = blocks;
  if (first?.kind !== 'paragraph') return null;
  let message = '';
  for (const sentence of sentencesOf(textOf(first.runs))) {
    const longer = message === '' ? sentence : `${message} ${sentence}`;
    if (longer.length > longestMessage) break;
    message = longer;
  }
  return message === '' ? null : message;
}

/** Sentences and points of a section as points; those of its parts under their headings. */
function pointsOf({ blocks, sections }: Section): DeckPoint[] {
  return [
    ...blocks.flatMap(blockPoints),
    ...sections.flatMap((section): DeckPoint[] => [
      { text: section.heading, level: 1 },
      ...pointsOf(section).map(({ text }): DeckPoint => ({ text, level: 2 })),
    ]),
  ];
}

function blockPoints(block: Block): DeckPoint[] {
  switch (block.kind) {
    case 'paragraph':
      return sentencesOf(textOf(block.runs)).map((text) => ({ text, level: 1 }));
    case 'list':
      return block.items.map((runs) => ({
        text: sentencesOf(textOf(runs)).slice(0, mostSentences).join(' '),
        level: 1,
      }));
    case 'figure':
    case 'table':
      return [];
  }
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
