import type { FigureSpec } from '../figures/figure.ts';
import type { Block, SectionId } from './report.ts';

/** A section before it is numbered, and before the analyst's choices have been applied to it. */
export interface SectionDraft {
  readonly id: SectionId;
  readonly heading: string;
  readonly numbered: boolean;
  /** True for a section that a report never goes without. */
  readonly isFixed?: true;
  readonly blocks: readonly BlockDraft[];
  readonly sections: readonly SectionDraft[];
}

type BlockOf<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

/** A block before figures and tables are numbered; `usual` false: there to be chosen, and left out until it is. */
export type BlockDraft =
  | BlockOf<'paragraph'>
  | BlockOf<'list'>
  | (Omit<BlockOf<'figure'>, 'number' | 'form'> & { readonly usual?: false })
  | (Omit<BlockOf<'table'>, 'number'> & { readonly usual?: false });

/** Names a section. Only this makes a `SectionId`. */
export function sectionId(id: string): SectionId {
  return id as SectionId;
}

/** A section with no sections of its own under it, unless they are given. */
export function sectionDraft(
  id: string,
  heading: string,
  blocks: readonly (BlockDraft | null)[],
  more: Partial<Pick<SectionDraft, 'numbered' | 'isFixed' | 'sections'>> = {},
): SectionDraft {
  return {
    id: sectionId(id),
    heading,
    numbered: true,
    sections: [],
    ...more,
    blocks: blocks.filter((block) => block !== null),
  };
}

/** A paragraph that the program writes; null where there is nothing to say. */
export function generated(id: string, sentences: readonly (string | null)[]): BlockDraft | null {
  const text = sentences.filter((sentence) => sentence !== null && sentence !== '').join(' ');
  return text === '' ? null : { kind: 'paragraph', id, origin: 'generated', runs: [{ text }] };
}

/** A list that the program writes; null where it is empty. */
export function generatedList(id: string, points: readonly string[], ordered = false): BlockDraft | null {
  if (points.length === 0) return null;
  return { kind: 'list', id, origin: 'generated', ordered, items: points.map((text) => [{ text }]) };
}

/** A figure under its own title. */
export function figureBlock(id: string, spec: FigureSpec, usual = true): BlockDraft {
  return { kind: 'figure', id, caption: spec.title, spec, ...(!usual && { usual }) };
}
