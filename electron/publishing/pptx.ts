import type { DocumentAbout } from './core-properties.ts';
import type { DocumentFigure } from './document-figure.ts';
import { Deck } from './pptx/deck.ts';

/** One figure as a PowerPoint file: a slide with its chart, its source, and its table in the notes. */
export function figureToPptx(figure: DocumentFigure, about: DocumentAbout): Promise<Buffer> {
  const deck = new Deck(about, figure.language);
  deck.figure(figure);
  return deck.bytes();
}
