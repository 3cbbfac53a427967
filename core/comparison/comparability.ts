import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import type { CompositeWeights, ItemWeights } from './composite-weights.ts';
import { compositeWeights } from './composite-weights.ts';
import type { MeasuredGroup } from './measure.ts';
import type { NotComparable } from './verdicts.ts';

/**
 * Why the composites of two groups do not compare, or null when they do: the reasons of `compare`, and two
 * more that only instruments can tell. The items that part the sides are named.
 */
export function incomparableComposites(from: MeasuredGroup, to: MeasuredGroup): NotComparable | null {
  const usedFrom = usedItems(from);
  const usedTo = usedItems(to);
  if (usedFrom.size === 0 || usedTo.size === 0) return { reason: 'no-result', items: [] };
  const before = from.group.instrument;
  const after = to.group.instrument;
  if (!isSameScale(before, after)) return { reason: 'different-scale', items: [] };
  const turned = turnedItems(before, after);
  if (turned.length > 0) return { reason: 'reversed-differs', items: turned };
  const parting = [
    ...[...usedTo].filter((code) => !usedFrom.has(code)),
    ...[...usedFrom].filter((code) => !usedTo.has(code)),
  ];
  if (parting.length > 0) return { reason: 'different-items', items: parting };
  return isSameComposition(from, to) ? null : { reason: 'different-composition', items: [] };
}

/** Why an item of two groups does not compare, or null when it does. Few answers are no such reason. */
export function incomparableItem(
  code: ItemCode,
  before: Instrument,
  after: Instrument,
): NotComparable | null {
  const from = before.items.find((item) => item.code === code);
  const to = after.items.find((item) => item.code === code);
  if (from === undefined || to === undefined) return { reason: 'different-items', items: [code] };
  if (!isSameScale(before, after)) return { reason: 'different-scale', items: [] };
  return from.reversed === to.reversed ? null : { reason: 'reversed-differs', items: [code] };
}

function usedItems({ items }: MeasuredGroup): Set<ItemCode> {
  return new Set(items.filter(({ answers }) => answers > 0).map(({ code }) => code));
}

function isSameScale(before: Instrument, after: Instrument): boolean {
  return before.scale.min === after.scale.min && before.scale.max === after.scale.max;
}

/** Items asked in opposite directions on the two sides. */
function turnedItems(before: Instrument, after: Instrument): ItemCode[] {
  const reversed = new Map(before.items.map((item) => [item.code, item.reversed]));
  return after.items
    .filter((item) => reversed.has(item.code) && reversed.get(item.code) !== item.reversed)
    .map(({ code }) => code);
}

/** Two sums of the same numbers in another order may differ by this. */
const weightTolerance = 1e-12;

/** True when both sides add the same items up in the same way. */
function isSameComposition(from: MeasuredGroup, to: MeasuredGroup): boolean {
  const before = from.group.instrument;
  const after = to.group.instrument;
  if (before === after) return true;
  const weightsFrom = weightsByName(from);
  const weightsTo = weightsByName(to);
  const names = new Set([...weightsFrom.keys(), ...weightsTo.keys()]);
  return [...names].every((name) =>
    isSameWeights(before, weightsFrom.get(name) ?? null, after, weightsTo.get(name) ?? null),
  );
}

function weightsByName({ group, items }: MeasuredGroup): Map<string, ItemWeights | null> {
  const weights: CompositeWeights = compositeWeights(
    group.instrument,
    ({ index }) => (items[index]?.answers ?? 0) > 0,
  );
  return new Map([
    ['maturity', weights.maturity],
    ...weights.dimensions.map(({ code, weights: own }) => [`dimension ${code}`, own] as const),
    ...weights.categories.map(({ code, weights: own }) => [`category ${code}`, own] as const),
  ]);
}

function isSameWeights(
  before: Instrument,
  from: ItemWeights | null,
  after: Instrument,
  to: ItemWeights | null,
): boolean {
  if (from === null || to === null) return from === to;
  const byCode = new Map(before.items.map(({ code, index }) => [code, from[index] ?? 0]));
  return after.items.every(
    ({ code, index }) => Math.abs((byCode.get(code) ?? 0) - (to[index] ?? 0)) <= weightTolerance,
  );
}
