import type { SectionDraft } from '../draft.ts';
import { figureBlock, generated, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { words } from '../words.ts';

/** Both surveys side by side; null without an employee survey, links, or for a unit that is not in it. */
export function employeesSection(context: ReportContext): SectionDraft | null {
  const { settings, references, year, figure, unit } = context;
  const isHere = references.some(({ cells }) =>
    cells.some((cell) => cell.year === year && (unit === null || cell.unit === unit)),
  );
  if (!isHere) return null;
  const say = words[settings.language];
  const isSwedish = settings.language === 'sv';
  const warnings = new Set(
    references.flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell.year === year ? (cell.notComparable?.sentence ?? []) : [])),
    ),
  );
  const correlations = references.flatMap(({ itemName, correlations: own }) =>
    own.flatMap((entry) => (entry.year === year ? [`${itemName}: ${entry.result.sentence}`] : [])),
  );
  return sectionDraft('employees', say.sections.employees, [
    generated('employees:comparable', isSwedish && unit === null ? [...warnings] : []),
    generated('employees:correlation', isSwedish && unit === null ? correlations : []),
    figureBlock('employees:pairs', figure('employee-pairs', { years: [year], units: [unit] })),
  ]);
}
