import type { FigureForm, FigureSpec, FigureTable, Language } from '../figures/figure.ts';

/**
 * A report as a tree, with every number in it settled: what Word, PDF, PowerPoint, HTML and the preview are
 * written from. Nothing in it knows of a format, and everything in it has passed the small-group gate.
 */
export interface Report {
  readonly language: Language;
  readonly front: FrontPage;
  /** In reading order; those that were left out are not here. */
  readonly sections: readonly Section[];
}

export const reportStatuses = ['draft', 'final'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** What the front page says, and the document's properties. */
export interface FrontPage {
  readonly title: string;
  /** Such as the förvaltning that the report is about; null for the whole. */
  readonly subtitle: string | null;
  readonly organisation: string;
  /** The registry number of the case (diarienummer); null where it has none yet. */
  readonly caseNumber: string | null;
  /** ISO date. */
  readonly date: string;
  /** Who answers for the report (handläggare). */
  readonly administrator: string | null;
  readonly status: ReportStatus;
  /** A picture of the organisation's own; null for none. */
  readonly logo: Logo | null;
}

export const logoFormats = ['png', 'jpeg', 'svg'] as const;

export interface Logo {
  readonly format: (typeof logoFormats)[number];
  readonly base64: string;
  /** What it shows, for those who do not see it. */
  readonly altText: string;
}

/** A heading and what stands under it. */
export interface Section {
  /** Stable between reports of any year and unit, such as "category:balansering": marks in files are made of it. */
  readonly id: SectionId;
  /** "6.3"; null where the heading has no number, as in the summary. */
  readonly number: string | null;
  /** 1 for a chapter. */
  readonly level: 1 | 2 | 3;
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

declare const sectionBrand: unique symbol;
export type SectionId = string & { readonly [sectionBrand]: true };

/** Who wrote a text: the program, which follows the figures, or the analyst, whose text nothing changes. */
export const textOrigins = ['generated', 'own'] as const;
export type TextOrigin = (typeof textOrigins)[number];

/** Something that stands in a section. Ids are stable as those of sections, and unique in a report. */
export type Block =
  | {
      readonly kind: 'paragraph';
      readonly id: string;
      readonly origin: TextOrigin;
      readonly runs: readonly Run[];
    }
  | {
      readonly kind: 'list';
      readonly id: string;
      readonly origin: TextOrigin;
      readonly ordered: boolean;
      readonly items: readonly (readonly Run[])[];
    }
  | {
      readonly kind: 'figure';
      readonly id: string;
      /** Counted through the report from 1. */
      readonly number: number;
      readonly caption: string;
      readonly spec: FigureSpec;
      /** What it becomes in formats that can hold charts. */
      readonly form: FigureForm;
    }
  | {
      readonly kind: 'table';
      readonly id: string;
      /** Counted through the report from 1. */
      readonly number: number;
      readonly caption: string;
      /** What must be said of it, such as hidden cells and the source. */
      readonly note: string | null;
      readonly table: FigureTable;
    };

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  /** The live number that the text was written out from. */
  readonly live?: LiveNumber;
}

/** A number chosen from the list that the report offers, such as "item:nyttorealisering:mean:2022". */
declare const liveBrand: unique symbol;
export type LiveNumber = string & { readonly [liveBrand]: true };
