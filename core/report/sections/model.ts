import type { SectionDraft } from '../draft.ts';
import { figureBlock, generated, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { words } from '../words.ts';

/** What is measured and how it adds up, with where the units stand. */
export function modelSection(context: ReportContext): SectionDraft {
  const { settings, instrument, figure, years, unit, measurements, year } = context;
  const say = words[settings.language];
  const hasQuadrants = instrument.quadrants !== null;
  const parent = unit === null ? null : measurements.tree.resolve(unit);
  const children = measurements
    .bestResult(year)
    .units.filter((own) => own.unit !== null && own.parent === parent)
    .map((own) => own.unit);
  return sectionDraft('model', say.sections.model, [
    generated('model:measured', [
      say.modelText({ items: instrument.items.length, categories: instrument.categories.length }),
      say.modelAim,
    ]),
    generated('model:percent', [say.percentText]),
    generated('model:quadrant', [hasQuadrants ? say.quadrantText : null]),
    figureBlock('model:figure', figure('model', { years, units: [unit] })),
    hasQuadrants
      ? figureBlock(
          'model:quadrant-figure',
          figure('quadrant', { years, units: [unit, ...children], intervals: false }),
        )
      : null,
  ]);
}
