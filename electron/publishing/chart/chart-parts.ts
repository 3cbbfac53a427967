import type { Language } from '../../../core/figures/figure.ts';
import type { NativeChart } from '../../../core/figures/native-chart.ts';
import type { DocumentAbout } from '../core-properties.ts';
import { writeWorkbook } from '../xlsx/workbook.ts';
import { chartSheet } from './chart-sheet.ts';
import type { ChartLook } from './chart-style.ts';
import { chartXml } from './chart-xml.ts';

/** The parts of a package that make up a chart. */
export interface ChartParts {
  /** The chart's XML, given the id of its relationship to the workbook. */
  readonly xmlFor: (workbookId: string) => string;
  /** The workbook that opens when the chart's data is edited. */
  readonly workbook: Buffer;
}

export const languageTags: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

/** The workbook's properties have no time of their own: the document that it stands in has. */
const workbookTime = '2000-01-01T00:00:00Z';

/** A chart with its workbook inside, the same in every format. The same chart gives the same bytes. */
export function chartParts(
  chart: NativeChart,
  title: string,
  language: Language,
  look: Omit<ChartLook, 'languageTag' | 'workbookId'>,
): ChartParts {
  const languageTag = languageTags[language];
  const cells = chartSheet(chart, language);
  const about: DocumentAbout = { title, languageTag, creator: '', now: workbookTime };
  return {
    xmlFor: (workbookId) => chartXml(chart, cells, { ...look, languageTag, workbookId }),
    workbook: writeWorkbook([cells.sheet], about),
  };
}
