import type { UnitResult, YearResult } from '../scoring/results.ts';
import type { UnitId } from '../survey/units.ts';
import type { Cell } from './cells.ts';
import { cellPasses } from './cells.ts';
import type { GroupHiding } from './gate.ts';
import type { MinimumGroup } from './minimum-group.ts';
import type { ItemHiding } from './plan.ts';
import type { HidingReason } from './reasons.ts';
import type { Sibling } from './siblings.ts';
import { chooseHidden } from './siblings.ts';

/**
 * What is hidden of an aggregated table, by the numbers of answers it gives: items with fewer than k (rule P1),
 * a mean at an end of the scale, which all gave (rule P5), siblings for their sake (P3) and what is under a
 * hidden item (P4). Both parts of an item are hidden together. Where the table gives no n nothing is known to
 * be small, and the line passes as the published figure it is.
 */
export function hidingOfAggregates(
  { units, instrument }: YearResult,
  minimumGroup: MinimumGroup,
): (unit: UnitResult) => GroupHiding {
  const table = tableTree(units);
  const { min, max } = instrument.scale;
  const byUnit = new Map<UnitId | null, ItemHiding[]>(units.map(({ unit }) => [unit, []]));
  instrument.items.forEach((_, place) => {
    const cellOf = (unit: UnitResult): Cell => {
      const { n = null, mean = null } = unit.items[place] ?? {};
      const atEnd = mean !== null && (mean <= min || mean >= max);
      // As counts of two values: all at one of them, or divided so that only their number matters.
      return atEnd ? [n ?? 0, 0] : [(n ?? 0) / 2, (n ?? 0) / 2];
    };
    // Nothing can be subtracted from a line that does not say both of how many and how much.
    const canSubtract = (unit: UnitResult): boolean =>
      typeof unit.items[place]?.n === 'number' && typeof unit.items[place].mean === 'number';
    const reasons = hideItem(table, { cellOf, canSubtract }, minimumGroup.size);
    for (const unit of units) {
      const reason = reasons.get(unit) ?? null;
      byUnit.get(unit.unit)?.push({ mean: reason, dontKnow: reason });
    }
  });
  return (unit) => ({ hidden: null, gate: null, items: byUnit.get(unit.unit) ?? [] });
}

/** Lines of a table under the nearest line above them that the table has. */
interface TableTree {
  readonly lines: readonly UnitResult[];
  readonly childrenOf: ReadonlyMap<UnitResult, readonly UnitResult[]>;
}

function tableTree(lines: readonly UnitResult[]): TableTree {
  const byUnit = new Map(lines.map((line) => [line.unit, line]));
  const childrenOf = new Map<UnitResult, UnitResult[]>(lines.map((line) => [line, []]));
  for (const line of lines) {
    if (line.whole) continue;
    const parent = byUnit.get(line.parent) ?? byUnit.get(null);
    if (parent !== undefined) childrenOf.get(parent)?.push(line);
  }
  return { lines, childrenOf };
}

function hideItem(
  { lines, childrenOf }: TableTree,
  {
    cellOf,
    canSubtract,
  }: {
    readonly cellOf: (line: UnitResult) => Cell;
    readonly canSubtract: (line: UnitResult) => boolean;
  },
  minimum: number,
): ReadonlyMap<UnitResult, HidingReason> {
  const passes = (cell: Cell): boolean => cellPasses(cell, 'answers', minimum);
  const reasons = new Map<UnitResult, HidingReason>();
  for (const line of lines) if (!passes(cellOf(line))) reasons.set(line, 'protects-answers');
  // Lines stand in tree order, so a parent is settled before its children.
  for (const line of lines) {
    const children = childrenOf.get(line) ?? [];
    if (reasons.has(line)) {
      for (const child of children) reasons.set(child, 'under-hidden');
      continue;
    }
    if (!canSubtract(line)) continue;
    const siblings = children.map((child): Sibling => {
      const cell = cellOf(child);
      return {
        cell,
        mustHide: reasons.has(child),
        cost: { groups: 1, answers: sizeOf(cell) },
      };
    });
    const chosen = chooseHidden(siblings, directOf(cellOf(line), siblings), passes);
    children.forEach((child, place) => {
      if (chosen.has(place) && !reasons.has(child)) reasons.set(child, 'protects-answers');
    });
  }
  return reasons;
}

/** What the line counts beyond its children: answers of units that the table leaves out. */
function directOf(parent: Cell, siblings: readonly Sibling[]): Cell {
  const below = siblings.reduce((sum, { cell }) => sum + sizeOf(cell), 0);
  const rest = Math.max(0, sizeOf(parent) - below);
  return [rest / 2, rest / 2];
}

function sizeOf(cell: Cell): number {
  return (cell[0] ?? 0) + (cell[1] ?? 0);
}
