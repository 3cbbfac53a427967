import type { SectionDraft } from '../draft.ts';
import { generated, generatedList, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { assumptionNotes } from '../assumption-notes.ts';
import { words } from '../words.ts';
import { trailTable } from './trail.ts';

/** The formulas, what the uncertainty rests on, who is not shown, and what has been done to the data. A report never goes without it. */
export function methodSection(context: ReportContext): SectionDraft {
  const { settings, measurements, result, unit } = context;
  const say = words[settings.language];
  const { size, reason } = measurements.minimumGroup;
  const parent = unit === null ? null : measurements.tree.resolve(unit);
  const hidden = result.units.filter(
    (own) => own.unit !== null && own.parent === parent && own.hidden.maturityPercent !== undefined,
  );
  return sectionDraft(
    'method',
    say.sections.method,
    [
      generated('method:formula', [say.methodFormula]),
      generated('method:missing', [say.methodMissing, say.hiddenNote(size)]),
      generatedList('method:assumptions', assumptionNotes(context)),
      generated('method:small-groups', [
        say.methodSmallGroups,
        reason === null ? null : say.loweredLimit(size, reason),
        hidden.length === 0 ? null : say.notShown(hidden.map(({ name }) => name)),
      ]),
      generated('method:unprotected', [say.methodUnprotected]),
      trailTable(context),
    ],
    { isFixed: true },
  );
}
