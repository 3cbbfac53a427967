import type { Cell } from '../privacy/cells.ts';
import type { MinimumGroup } from '../privacy/minimum-group.ts';
import type { Sibling } from '../privacy/siblings.ts';
import { chooseHidden } from '../privacy/siblings.ts';
import type { EmployeeStructure, EmployeeTable } from './table.ts';
import { unique } from './table.ts';

/**
 * The table as it may be shown (rules P1–P3, P6): an index that fewer than the minimum group answered is hidden,
 * and so is, per item and year, what subtraction from the whole would give, and an area that rests on a hidden
 * item. Numbers of answers are never hidden.
 */
export function gateEmployeeTable<Table extends EmployeeTable>(
  table: Table,
  structure: EmployeeStructure,
  { size }: MinimumGroup,
): Table {
  const hidden = new Set<string>();
  const items = unique(table.indices.map(({ item }) => item));
  const years = unique(table.indices.map(({ year }) => year));
  for (const item of items) {
    for (const year of years) {
      for (const unit of hiddenUnits(table, structure, item, year, size)) hidden.add(keyOf(unit, year, item));
    }
  }
  for (const { item, items: parts } of structure.areas) {
    for (const { unit, year } of table.indices) {
      if (parts.some((part) => hidden.has(keyOf(unit, year, part)))) hidden.add(keyOf(unit, year, item));
    }
  }
  return {
    ...table,
    indices: table.indices.map((line) =>
      hidden.has(keyOf(line.unit, line.year, line.item)) ? { ...line, index: null, hidden: true } : line,
    ),
  };
}

function keyOf(unit: string, year: number, item: string): string {
  return JSON.stringify([unit, year, item]);
}

function hiddenUnits(
  { answered, indices }: EmployeeTable,
  { whole }: EmployeeStructure,
  item: string,
  year: number,
  minimum: number,
): string[] {
  const lines = indices.filter((line) => line.year === year && line.item === item && line.index !== null);
  // The answers to this very question where they are known, else how many answered the survey.
  const countOf = (unit: string): number | null =>
    lines.find((line) => line.unit === unit)?.answers ??
    answered.find((line) => line.year === year && line.unit === unit)?.answered ??
    null;
  const passes = (cell: Cell): boolean => (cell[0] ?? 0) === 0 || (cell[0] ?? 0) >= minimum;
  const small = lines.flatMap(({ unit }) => ((countOf(unit) ?? minimum) < minimum ? [unit] : []));
  // Without the whole there is nothing to subtract from, and where the whole is hidden all is.
  if (whole === null || !lines.some(({ unit }) => unit === whole)) return small;
  if (small.includes(whole)) return lines.map(({ unit }) => unit);
  const parts = lines.filter(({ unit }) => unit !== whole);
  const siblings = parts.map(({ unit }): Sibling => {
    const answers = countOf(unit) ?? minimum;
    return { cell: [answers], mustHide: small.includes(unit), cost: { groups: 1, answers } };
  });
  const told = siblings.reduce((sum, { cell }) => sum + (cell[0] ?? 0), 0);
  const others = Math.max(0, (countOf(whole) ?? told) - told);
  const chosen = chooseHidden(siblings, [others], passes);
  return parts.flatMap(({ unit }, place) => (chosen.has(place) ? [unit] : []));
}
