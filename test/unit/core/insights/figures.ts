import type { ItemCode } from '../../../../core/instrument/instrument.ts';
import type { ItemFigures, ItemVerdict, UnitFigures } from '../../../../core/insights/figures.ts';
import { unitId } from '../../../units.ts';

/** An item's code, for tests that name items themselves. */
export function code(text: string): ItemCode {
  return text as ItemCode;
}

/** Figures of an item on the scale 1–6, with what a test wants other. */
export function item(name: string, mean: number | null, other: Partial<ItemFigures> = {}): ItemFigures {
  return {
    code: code(name),
    mean,
    n: mean === null ? null : 40,
    percent: mean === null ? null : ((mean - 1) / 5) * 100,
    dontKnowPercent: mean === null ? null : 10,
    ...other,
  };
}

/** A change of an item, within the uncertainty unless a test says otherwise. */
export function change(
  name: string,
  from: number,
  to: number,
  other: Partial<ItemVerdict> = {},
): ItemVerdict {
  return {
    code: code(name),
    from: { mean: from, n: 40 },
    to: { mean: to, n: 40 },
    difference: to - from,
    ciLow: to - from - 0.5,
    ciHigh: to - from + 0.5,
    pAdjusted: 0.5,
    firm: false,
    verdict: 'within-uncertainty',
    dontKnow: { from: 10, to: 10, difference: 0, ciLow: -8, ciHigh: 8 },
    ...other,
  };
}

/** A unit with the given items. */
export function unitFigures(
  id: number,
  name: string,
  items: readonly ItemFigures[],
  againstRest: readonly ItemVerdict[] = [],
): UnitFigures {
  return { unit: unitId(id), name, items, againstRest };
}
