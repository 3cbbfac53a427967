import type { Measurements } from '../../core/analysis/measurements.ts';
import { partsOf } from '../../core/analysis/parts.ts';
import type { FigureChoice, FigureKind } from '../../core/figures/figure.ts';
import { unitKey } from '../../core/privacy/groups.ts';
import type { UnitId } from '../../core/survey/units.ts';
import type { ShownGroup } from './releases.ts';

/** Kinds that show all units directly under the whole where none is chosen. */
const ofAllUnits: readonly FigureKind[] = ['quadrant', 'matrix', 'employee-pairs', 'employee-scatter'];

/**
 * The units that a kind of figure shows when nobody has chosen any: the whole, and for some all units directly
 * under it.
 */
export function usualUnits(kind: FigureKind, { tree }: Measurements): (UnitId | null)[] {
  return ofAllUnits.includes(kind) ? [null, ...tree.childrenOf(null).map(({ id }) => id)] : [null];
}

/**
 * The groups whose answers a figure tells of, for the release log (rule P10). Response rates tell of none: how
 * many answered is public.
 */
export function groupsInFigure(
  kind: FigureKind,
  { years, units, who, show }: FigureChoice,
  measurements: Measurements,
): ShownGroup[] {
  if (kind === 'response-rates') return [];
  const [newest] = years;
  const isChange = kind === 'change' || (kind === 'matrix' && show === 'change');
  const before = isChange && newest !== undefined ? (years[1] ?? measurements.yearBefore(newest)) : null;
  const shown = [...new Set([...years, ...(before === null ? [] : [before])])];
  return shown.flatMap((year) => {
    if (!measurements.hasAnswers(year)) return [];
    return units.flatMap((unit): ShownGroup[] => {
      const whole = { year, group: unitKey(unit === null ? null : measurements.tree.resolve(unit)) };
      switch (who.kind) {
        case 'all':
          return [whole];
        case 'without':
          // What is left when a part is taken away tells of the part.
          return [whole, { year, group: unitKey(measurements.tree.resolve(who.unit)) }];
        case 'gate':
        case 'role': {
          const cut = who.kind === 'gate' ? who.answer : who.role;
          const part = partsOf(measurements, year, who.kind, unit).find(({ key }) =>
            key.endsWith(`/${who.kind}:${cut}`),
          );
          return part === undefined ? [] : [{ year, group: part.key }];
        }
      }
    });
  });
}
