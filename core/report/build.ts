import type { FigureForm, FigureSpec } from '../figures/figure.ts';
import { figureChart } from '../figures/index.ts';
import { reportContext } from './context.ts';
import type { BlockDraft, SectionDraft } from './draft.ts';
import type { ReportContext, ReportInput } from './input.ts';
import type { LiveNumberChoice } from './live-numbers.ts';
import { liveNumbers } from './live-numbers.ts';
import { ownBlocks } from './own-text.ts';
import type { Block, FrontPage, LiveNumber, Report, Section } from './report.ts';
import { sectionDrafts } from './sections/index.ts';
import type { ReportSettings } from './settings.ts';
import { words } from './words.ts';

/** A report, and what it could hold: for the screen where it is made. */
export interface BuiltReport {
  readonly report: Report;
  /** Every section and figure there is, those left out too, in the order they stand. */
  readonly outline: readonly OutlineEntry[];
  readonly liveNumbers: readonly LiveNumberChoice[];
}

/** A section as the analyst can switch it on and off. */
export interface OutlineEntry {
  readonly id: string;
  readonly heading: string;
  readonly level: 1 | 2 | 3;
  readonly included: boolean;
  /** True for one that is always with. */
  readonly isFixed: boolean;
  readonly hasOwnText: boolean;
  readonly generated: readonly { readonly id: string; readonly text: string; readonly included: boolean }[];
  readonly figures: readonly {
    readonly id: string;
    readonly kind: 'figure' | 'table';
    readonly caption: string;
    readonly included: boolean;
    /** Null for tables, and for figures that are pictures whatever is chosen. */
    readonly form: FigureForm | null;
  }[];
}

/**
 * Builds the report of a unit and year.
 * @throws Refusal `year-missing`, `unit-not-in-year`
 */
export function buildReport(input: ReportInput): BuiltReport {
  const context = reportContext(input);
  const { settings } = context;
  const numbers = liveNumbers(context);
  const byKey = new Map(numbers.map((choice) => [choice.live, choice]));
  const drafts = ordered(sectionDrafts(context), settings);
  const numbering = new Numbering();
  return {
    report: {
      language: settings.language,
      front: frontPage(context),
      sections: drafts.flatMap((draft) => settled(draft, 1, { settings, numbers: byKey, numbering })),
    },
    outline: drafts.flatMap((draft) => outlined(draft, 1, settings)),
    liveNumbers: numbers,
  };
}

/** Sections that the settings name stand in their order; the others keep their places among them. */
function ordered(drafts: readonly SectionDraft[], settings: ReportSettings): SectionDraft[] {
  const wanted = settings.sections.map(({ id }) => id);
  const named = drafts
    .filter(({ id }) => wanted.includes(id))
    .sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
  let next = 0;
  return drafts.map((draft) => {
    const placed = wanted.includes(draft.id) ? (named[next++] ?? draft) : draft;
    return { ...placed, sections: ordered(placed.sections, settings) };
  });
}

function isIncluded({ id, isFixed }: SectionDraft, { sections }: ReportSettings): boolean {
  return isFixed === true || (sections.find((section) => section.id === id)?.included ?? true);
}

function isBlockIncluded(block: BlockDraft, settings: ReportSettings): boolean {
  switch (block.kind) {
    case 'paragraph':
    case 'list':
      return block.origin === 'own' || !settings.withoutGenerated.includes(block.id);
    case 'figure':
    case 'table':
      return settings.blocks[block.id]?.included ?? block.usual !== false;
  }
}

/** Counts headings, figures and tables through the report. */
class Numbering {
  readonly #headings: number[] = [];
  #figures = 0;
  #tables = 0;

  heading(level: number): string {
    this.#headings.length = Math.min(this.#headings.length, level);
    while (this.#headings.length < level) this.#headings.push(0);
    this.#headings[level - 1] = (this.#headings[level - 1] ?? 0) + 1;
    return this.#headings.join('.');
  }

  figure(): number {
    return ++this.#figures;
  }

  table(): number {
    return ++this.#tables;
  }
}

interface Settling {
  readonly settings: ReportSettings;
  readonly numbers: ReadonlyMap<LiveNumber, LiveNumberChoice>;
  readonly numbering: Numbering;
}

function settled(draft: SectionDraft, level: 1 | 2 | 3, settling: Settling): Section[] {
  const { settings, numbers, numbering } = settling;
  if (!isIncluded(draft, settings)) return [];
  const number = draft.numbered ? numbering.heading(level) : null;
  const own = ownBlocks(draft.id, settings.texts[draft.id] ?? [], numbers);
  const blocks = withOwnText(draft.blocks, own)
    .filter((block) => isBlockIncluded(block, settings))
    .map((block) => numbered(block, numbering, settings));
  return [
    {
      id: draft.id,
      number,
      level,
      heading: draft.heading,
      blocks,
      sections: draft.sections.flatMap((section) => settled(section, deeper(level), settling)),
    },
  ];
}

/** Own text stands after the paragraphs that the program writes and before the figures and tables. */
function withOwnText(blocks: readonly BlockDraft[], own: readonly BlockDraft[]): BlockDraft[] {
  const place = blocks.findIndex(({ kind }) => kind === 'figure' || kind === 'table');
  const at = place === -1 ? blocks.length : place;
  return [...blocks.slice(0, at), ...own, ...blocks.slice(at)];
}

function numbered(block: BlockDraft, numbering: Numbering, settings: ReportSettings): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'list':
      return block;
    case 'figure': {
      const { kind, id, caption, spec } = block;
      return { kind, id, caption, spec, form: formOf(block, settings), number: numbering.figure() };
    }
    case 'table': {
      const { kind, id, caption, note, table } = block;
      return { kind, id, caption, note, table, number: numbering.table() };
    }
  }
}

/**
 * What is chosen for a figure; else a chart that can be edited, but a quadrant is a picture: names in a chart of
 * office programs lie on each other and on the trails.
 */
function formOf(
  { id, spec }: { readonly id: string; readonly spec: FigureSpec },
  { blocks }: ReportSettings,
): FigureForm {
  return blocks[id]?.form ?? (spec.kind === 'quadrant' ? 'picture' : 'native');
}

function deeper(level: 1 | 2 | 3): 1 | 2 | 3 {
  return level === 1 ? 2 : 3;
}

function outlined(draft: SectionDraft, level: 1 | 2 | 3, settings: ReportSettings): OutlineEntry[] {
  const { id, heading, blocks, sections, isFixed = false } = draft;
  return [
    {
      id,
      heading,
      level,
      included: isIncluded(draft, settings),
      isFixed,
      hasOwnText: (settings.texts[id] ?? []).length > 0,
      generated: blocks.flatMap((block) => {
        if (block.kind !== 'paragraph' && block.kind !== 'list') return [];
        const runs = block.kind === 'paragraph' ? [block.runs] : block.items;
        const text = runs.map((line) => line.map((run) => run.text).join('')).join('\n');
        return [{ id: block.id, text, included: isBlockIncluded(block, settings) }];
      }),
      figures: blocks.flatMap((block) =>
        block.kind === 'figure' || block.kind === 'table'
          ? [
              {
                id: block.id,
                kind: block.kind,
                caption: block.caption,
                included: isBlockIncluded(block, settings),
                form:
                  block.kind === 'figure' && figureChart(block.spec) !== null
                    ? formOf(block, settings)
                    : null,
              },
            ]
          : [],
      ),
    },
    ...sections.flatMap((section) => outlined(section, deeper(level), settings)),
  ];
}

function frontPage({
  settings,
  organisation,
  administrator,
  logo,
  today,
  unit,
  own,
  year,
}: ReportContext): FrontPage {
  const { front, language } = settings;
  return {
    title: front.title ?? words[language].title(year),
    subtitle: unit === null ? null : own.name,
    organisation,
    caseNumber: front.caseNumber,
    date: front.date ?? today,
    administrator: front.administrator ?? administrator,
    status: front.status,
    logo,
  };
}
