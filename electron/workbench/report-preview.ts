import type { Report } from '../../core/report/report.ts';
import type { ReportSettings } from '../../core/report/settings.ts';
import { PagePictures } from '../publishing/pdf/page-pictures.ts';
import type { Place, ReportPages } from '../publishing/pdf/report-pages.ts';
import { reportPages } from '../publishing/pdf/report-pages.ts';
import type { OpenWorkspace } from './desk.ts';
import type { ReportOf } from './report-desk.ts';
import { reportOnDesk } from './report-desk.ts';

/** A report as it was set. */
interface SetReport {
  /** Stands for all that the pages are made of. */
  readonly key: string;
  readonly pages: PagePictures;
  readonly places: Pick<ReportPages, 'sections' | 'own'>;
}

/** The report that was set last in each workspace, for turning its pages and for a change that changes nothing. */
const lastSet = new WeakMap<OpenWorkspace, SetReport>();

/** What is looked for in a report. */
export type PageWish =
  | { readonly kind: 'page'; readonly page: number }
  | {
      readonly kind: 'section';
      readonly section: string;
      /** True for its own text, where it has any. */
      readonly ownText: boolean;
    };

/** A page of a report as a picture. */
export interface ShownPage {
  readonly pageCount: number;
  readonly page: number;
  readonly svg: string;
  /** The section that stands on it; null before the first. */
  readonly section: string | null;
  /** How far down the page the section that was asked for begins, 0–1; null where none was, or it is not there. */
  readonly top: number | null;
}

/**
 * A page of the report as it is printed; the last page where the report has fewer, and the first where a section
 * is not in it.
 * @throws Refusal as `buildReport`
 */
export function previewPage(
  workspace: OpenWorkspace,
  of: ReportOf,
  { settings, today }: { readonly settings: ReportSettings; readonly today: string },
  at: PageWish,
): ShownPage {
  const { report } = reportOnDesk(workspace, of, settings, today);
  const { pages, places } = setPages(workspace, report);
  const begins = placeOf(places, at);
  const page = Math.min(at.kind === 'page' ? at.page : (begins?.page ?? 1), pages.count);
  return {
    pageCount: pages.count,
    page,
    svg: pages.page(page),
    section: at.kind === 'section' && begins !== undefined ? at.section : sectionOn(places.sections, page),
    top: begins?.top ?? null,
  };
}

function setPages(workspace: OpenWorkspace, report: Report): SetReport {
  const key = JSON.stringify(report);
  const last = lastSet.get(workspace);
  if (last?.key === key) return last;
  const { svg, pageCount, ...places } = reportPages(report);
  const set = { key, pages: new PagePictures(svg, pageCount), places };
  lastSet.set(workspace, set);
  return set;
}

function placeOf({ sections, own }: SetReport['places'], at: PageWish): Place | undefined {
  if (at.kind === 'page') return undefined;
  const texts = own.filter(({ id }) => id.startsWith(`${at.section}:own:`));
  return (at.ownText ? texts.at(-1) : undefined) ?? sections.find(({ id }) => id === at.section);
}

/** The first section that begins on the page, else the one that goes on. */
function sectionOn(sections: SetReport['places']['sections'], page: number): string | null {
  const beginning = sections.find((own) => own.page === page);
  return (beginning ?? sections.filter((own) => own.page < page).at(-1))?.id ?? null;
}
