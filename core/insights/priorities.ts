import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import type { UnitId } from '../survey/units.ts';
import type { Certainty, ItemFigures, ItemVerdict, UnitFigures, YearFigures } from './figures.ts';
import { isHidden, isSure, itemPlace } from './figures.ts';
import type { InsightLimits } from './limits.ts';
import type { Reason } from './reasons.ts';
import { reasonsOf, surestOf } from './reasons.ts';
import { draftSentences } from './draft.ts';

/** How an item stands in one unit. Null is missing or hidden; `hidden` tells which. */
export interface UnitStanding {
  readonly unit: UnitId;
  readonly name: string;
  readonly percent: number | null;
  readonly mean: number | null;
  readonly n: number | null;
  readonly dontKnowPercent: number | null;
  /** Percentage points above (or, negative, below) the group whose list it is. */
  readonly abovePoints: number | null;
  /** The unit against the rest of its whole; null where that is not known. */
  readonly againstRest: ItemVerdict | null;
  readonly hidden: boolean;
}

/** An item in one year; null is missing or hidden. */
export interface YearStanding {
  readonly year: number;
  readonly percent: number | null;
  readonly mean: number | null;
  readonly n: number | null;
  readonly dontKnowPercent: number | null;
  readonly hidden: boolean;
}

/** An item that deserves attention, and all that speaks for it. */
export interface Priority {
  /** From 1. */
  readonly rank: number;
  readonly code: ItemCode;
  readonly name: string;
  readonly reasons: readonly Reason[];
  /** The surest of the reasons. */
  readonly certainty: Certainty;
  readonly figures: ItemFigures;
  /** Since the year before; null where there is none. */
  readonly change: ItemVerdict | null;
  readonly units: readonly UnitStanding[];
  /** Every year, oldest first. */
  readonly years: readonly YearStanding[];
  /** A draft in plain Swedish, for the analyst to make their own. */
  readonly draft: string;
}

/** What deserves attention, the most first, and what could not be judged. */
export interface Priorities {
  /** How the list is ordered, in plain Swedish. */
  readonly rankedBy: string;
  readonly items: readonly Priority[];
  /** Items without any figure that may be shown. */
  readonly notJudged: readonly { readonly code: ItemCode; readonly hidden: boolean }[];
}

/** What a group's list is made from: figures that have passed the small-group gate. */
export interface PrioritiesInput {
  readonly instrument: Instrument;
  readonly limits: InsightLimits;
  /** The group's items this year. */
  readonly items: readonly ItemFigures[];
  /** The year that `changes` compares with; null when there is none. */
  readonly since: number | null;
  readonly changes: readonly ItemVerdict[];
  /** The group's items in every year, this one too, oldest first. */
  readonly years: readonly YearFigures[];
  /** The units within the group this year. */
  readonly units: readonly UnitFigures[];
  /** True when the items' intervals carry the finite population correction. */
  readonly correctedIntervals: boolean;
}

/** How {@link priorities} orders its list. */
export const rankedBy =
  'Först de mätpunkter som har flest säkra skäl, därefter flest skäl, därefter lägst värde, därefter i instrumentets ordning.';

/** Ranks the items of a group for which at least one reason holds. */
export function priorities(input: PrioritiesInput): Priorities {
  const { instrument, items } = input;
  const reasons = reasonsOf(input);
  const found = items.flatMap((figures) => {
    const held = reasons(figures);
    return held.length === 0 ? [] : [{ figures, reasons: held }];
  });
  const sure = (entry: (typeof found)[number]): number =>
    entry.reasons.filter(({ certainty }) => isSure(certainty)).length;
  found.sort(
    (a, b) =>
      sure(b) - sure(a) ||
      b.reasons.length - a.reasons.length ||
      (a.figures.percent ?? Infinity) - (b.figures.percent ?? Infinity) ||
      itemPlace(a.figures.code, instrument) - itemPlace(b.figures.code, instrument),
  );
  return {
    rankedBy,
    items: found.map((entry, at) => priority(input, entry.figures, entry.reasons, at + 1)),
    notJudged: items
      .filter(({ percent, dontKnowPercent }) => percent === null && dontKnowPercent === null)
      .map((figures) => ({ code: figures.code, hidden: isHidden(figures) })),
  };
}

function priority(
  input: PrioritiesInput,
  figures: ItemFigures,
  reasons: readonly Reason[],
  rank: number,
): Priority {
  const { code } = figures;
  const standing = {
    change: input.changes.find((change) => change.code === code) ?? null,
    units: input.units.map((unit) => unitStanding(unit, figures)),
    years: input.years.map((year) => yearStanding(year, code)),
  };
  return {
    rank,
    code,
    name: input.instrument.items.find((item) => item.code === code)?.name.sv ?? code,
    reasons,
    certainty: surestOf(reasons),
    figures,
    ...standing,
    draft: draftSentences({ ...input, ...standing, figures, reasons }),
  };
}

function unitStanding({ unit, name, items, againstRest }: UnitFigures, group: ItemFigures): UnitStanding {
  const own = items.find(({ code }) => code === group.code);
  const percent = own?.percent ?? null;
  return {
    unit,
    name,
    ...shown(own),
    abovePoints: percent === null || group.percent === null ? null : percent - group.percent,
    againstRest: againstRest.find(({ code }) => code === group.code) ?? null,
  };
}

function yearStanding({ year, items }: YearFigures, code: ItemCode): YearStanding {
  return { year, ...shown(items.find((item) => item.code === code)) };
}

function shown(item: ItemFigures | undefined) {
  return {
    percent: item?.percent ?? null,
    mean: item?.mean ?? null,
    n: item?.n ?? null,
    dontKnowPercent: item?.dontKnowPercent ?? null,
    hidden: item !== undefined && isHidden(item),
  };
}
