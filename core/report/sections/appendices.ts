import { definitionOf } from '../../instrument/definition.ts';
import { tableOf, textCell } from '../cells.ts';
import type { SectionDraft } from '../draft.ts';
import { figureBlock, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { words } from '../words.ts';

/** How the answers to each category's items are distributed; null where the year has no answers. */
export function appendixFigures({
  settings,
  instrument,
  figure,
  year,
  unit,
  result,
}: ReportContext): SectionDraft | null {
  if (result.source !== 'answers') return null;
  return sectionDraft(
    'appendix-figures',
    words[settings.language].sections.appendixFigures,
    instrument.categories.map((category) =>
      figureBlock(
        `appendix-figures:${category.code}`,
        figure('distribution', { years: [year], units: [unit], category: category.code }),
      ),
    ),
  );
}

/** What each item is about. */
export function appendixItems({ settings, instrument, itDepartment }: ReportContext): SectionDraft {
  const say = words[settings.language];
  const { language } = settings;
  return sectionDraft(
    'appendix-items',
    say.sections.appendixItems,
    instrument.categories.map((category) => ({
      kind: 'table',
      id: `appendix-items:${category.code}`,
      caption: category.name[language],
      note: null,
      table: tableOf(
        [
          [say.item, 'text'],
          [say.definition, 'text'],
        ],
        category.items.map((item) => [
          textCell(item.name[language]),
          textCell(definitionOf(item, itDepartment, language)),
        ]),
      ),
    })),
  );
}
