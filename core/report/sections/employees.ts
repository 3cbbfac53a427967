import type { RankCorrelation } from '../../comparison/rank-correlation.ts';
import { differentUnitsInEnglish } from '../../employees/coverage.ts';
import type { SectionDraft } from '../draft.ts';
import { figureBlock, generated, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { ItemTelling } from '../tell-items.ts';
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
  const items = new ItemTelling(context);
  const warnings = new Set(
    references.flatMap(({ cells }) =>
      cells.flatMap(({ year: of, notComparable }) => {
        if (of !== year || notComparable === null) return [];
        return [isSwedish ? notComparable.sentence : differentUnitsInEnglish(notComparable)];
      }),
    ),
  );
  // Where too few units have both there is nothing to tell.
  const correlations = references.flatMap(({ item, correlations: own }) =>
    own.flatMap(({ year: of, result }) => {
      if (of !== year || result.rho === null) return [];
      const told = isSwedish ? result.sentence : englishCorrelation(result);
      return [`${items.name(item)}: ${told}`];
    }),
  );
  return sectionDraft('employees', say.sections.employees, [
    generated('employees:about', [say.employeesText]),
    generated('employees:comparable', unit === null ? [...warnings] : []),
    generated('employees:correlation', unit === null ? correlations : []),
    figureBlock('employees:pairs', figure('employee-pairs', { years: [year], units: [unit] })),
  ]);
}

function englishCorrelation({ rho, n, p }: RankCorrelation): string {
  return `The rank correlation is ${(rho ?? 0).toFixed(2).replace('-', '\u2212')} over ${n} units (p ${p === null || p >= 0.001 ? `= ${(p ?? 1).toFixed(3)}` : '< 0.001'}).`;
}
