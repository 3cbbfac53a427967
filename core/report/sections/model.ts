import type { SectionDraft } from '../draft.ts';
import { figureBlock, generated, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { words } from '../words.ts';

/** What is measured and how it adds up, with where the units stand. */
export function modelSection(context: ReportContext): SectionDraft {
  const { settings, instrument, own, figure, years, unit, measurements, year } = context;
  const say = words[settings.language];
  const hasQuadrants = instrument.quadrants !== null;
  const parent = unit === null ? null : measurements.tree.resolve(unit);
  const children = measurements
    .bestResult(year)
    .units.filter((child) => child.unit !== null && child.parent === parent);
  // Without a place for any of them the figure would say nothing.
  const isPlaced = [own, ...children].some(({ dimensions }) =>
    dimensions.every(({ percent }) => percent !== null),
  );
  return sectionDraft('model', say.sections.model, [
    generated('model:measured', [
      say.modelText({
        items: instrument.items.length,
        categories: instrument.categories.length,
        lowest: instrument.scale.min,
        highest: instrument.scale.max,
      }),
      say.modelAim,
    ]),
    generated('model:percent', [say.percentText]),
    generated('model:quadrant', [hasQuadrants ? say.quadrantText : null]),
    hasQuadrants && isPlaced
      ? figureBlock(
          'model:quadrant-figure',
          figure('quadrant', {
            years,
            units: [unit, ...children.map((child) => child.unit)],
            intervals: false,
          }),
        )
      : null,
    figureBlock('model:figure', figure('model', { years, units: [unit] })),
  ]);
}
