import type { SectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { appendixFigures, appendixItems } from './appendices.ts';
import { conclusionsSection } from './conclusions.ts';
import { dimensionSections } from './dimensions.ts';
import { employeesSection } from './employees.ts';
import { followUpSection } from './follow-up.ts';
import { gateSection } from './gate.ts';
import { methodSection } from './method.ts';
import { modelSection } from './model.ts';
import { responseRatesSection } from './response-rates.ts';
import { resultSection } from './result.ts';
import { summarySection } from './summary.ts';

/** Every section that the report can have, in the order that the program proposes. */
export function sectionDrafts(context: ReportContext): SectionDraft[] {
  return [
    summarySection(context),
    modelSection(context),
    followUpSection(context),
    resultSection(context),
    responseRatesSection(context),
    gateSection(context),
    ...dimensionSections(context),
    conclusionsSection(context),
    employeesSection(context),
    appendixFigures(context),
    appendixItems(context),
    methodSection(context),
  ].filter((section) => section !== null);
}
