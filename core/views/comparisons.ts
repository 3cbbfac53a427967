import type { Change, ShownValue, Texts, Who } from '../api.ts';
import { compareYears } from '../analysis/compare-years.ts';
import type { Measurements } from '../analysis/measurements.ts';
import type { Part } from '../analysis/parts.ts';
import { partsOf } from '../analysis/parts.ts';
import type { CategoryCode, DimensionCode, Instrument, ItemCode } from '../instrument/instrument.ts';
import type { GatedChange, GatedComparison, GatedItemChange } from '../privacy/derived.ts';
import { compareGated } from '../privacy/derived.ts';
import type { GatedGroupComparison } from '../privacy/gated-comparisons.ts';
import { compareGatedGroups, compareGatedParts } from '../privacy/gated-comparisons.ts';
import type { HidingReason } from '../privacy/reasons.ts';
import { Refusal } from '../problem.ts';
import { percentOfScale } from '../scoring/score.ts';
import type { UnitId } from '../survey/units.ts';
import type { Found, Sides } from './changes.ts';
import { changeOf } from './changes.ts';
import type { GroupView } from './figures-of.ts';
import { groupView, onScale, whoKey } from './figures-of.ts';
import { remembered } from './remembered.ts';

/** What became of the share of "vet ej" of an item. */
export interface ShareView {
  readonly from: number | null;
  readonly to: number | null;
  readonly difference: number | null;
  /** True when the interval of the difference leaves 0 out. */
  readonly sure: boolean;
}

/** All differences of two groups as screens show them. */
export interface ChangesView {
  /** In percent. */
  readonly maturity: Change;
  maturityIn(measure: 'mean' | 'percent'): Change;
  dimension(code: DimensionCode, measure?: 'mean' | 'percent'): Change;
  category(code: CategoryCode, measure?: 'mean' | 'percent'): Change;
  item(code: ItemCode, measure: 'mean' | 'percent'): Change;
  dontKnow(code: ItemCode): ShareView;
  /** The items' tests, for the rooms that rank them; none where a side has no answers. */
  readonly items: GatedGroupComparison['items'];
}

/**
 * What became of a unit (null for the whole) between two years; null where it has no figures in one of them.
 * @throws Refusal `year-missing`
 */
export function changesSince(
  measurements: Measurements,
  from: number,
  to: number,
  unit: UnitId | null,
  who: Who,
): ChangesView | null {
  return remembered(measurements, `changes ${from} ${to} ${unit ?? ''} ${whoKey(who)}`, () => {
    const before = groupView(measurements, from, unit, who);
    const after = groupView(measurements, to, unit, who);
    const sides: Sides = { kind: 'years' };
    if (who.kind === 'all') {
      const found = comparedYears(measurements, from, to, unit);
      return found === null ? null : changesView(found, { before, after }, sides);
    }
    if (before.selected === null || after.selected === null) return null;
    const compared = compareGated(
      { year: measurements.bestResult(from), unit: before.selected.gated },
      { year: measurements.bestResult(to), unit: after.selected.gated },
    );
    const { group: fromGroup, gated: fromGated } = before.selected;
    const { group: toGroup, gated: toGated } = after.selected;
    const uncertainty =
      fromGroup === null || toGroup === null
        ? null
        : compareGatedGroups(
            { group: fromGroup, gated: fromGated },
            { group: toGroup, gated: toGated },
            measurements.settings,
          );
    return changesView({ compared, uncertainty }, { before, after }, sides);
  });
}

/** Null where the unit has no result in one of the years; one that was reorganised is compared with its parts. */
function comparedYears(
  measurements: Measurements,
  from: number,
  to: number,
  unit: UnitId | null,
): Compared | null {
  try {
    const { uncertainty, ...compared } = compareYears(measurements, from, to, unit);
    return { compared, uncertainty };
  } catch (error) {
    if (error instanceof Refusal && error.problem.code === 'unit-not-in-year') return null;
    throw error;
  }
}

/**
 * Each unit directly under another (null for the whole) beside the rest of it, all judged as one family (S3).
 * Units that may not be told from the rest are left out.
 */
export function againstRest(
  measurements: Measurements,
  year: number,
  within: UnitId | null,
): ReadonlyMap<UnitId, ChangesView> {
  return remembered(measurements, `rest ${year} ${within ?? ''}`, () => {
    const parts = partsOf(measurements, year, 'unit', within);
    const whole = measurements.groupIn(year, within === null ? null : [within]);
    if (whole === null) return new Map<UnitId, ChangesView>();
    const result = measurements.bestResult(year);
    const compared = compareGatedParts(whole, parts, measurements.settings);
    return new Map(
      parts.flatMap((part, at): [UnitId, ChangesView][] => {
        const uncertainty = compared[at] ?? null;
        if (part.unit === null) return [];
        const plain = compareGated({ year: result, unit: part.rest }, { year: result, unit: part.gated });
        const after = groupView(measurements, year, part.unit, { kind: 'all' });
        const sides: Sides = { kind: 'groups', from: others, to: partName(part) };
        return [[part.unit, changesView({ compared: plain, uncertainty }, { before: null, after }, sides)]];
      }),
    );
  });
}

const others: Texts = { sv: 'övriga', en: 'the others' };

function partName({ name }: Part): Texts {
  return { sv: name, en: name };
}

interface Compared {
  readonly compared: GatedComparison;
  readonly uncertainty: GatedGroupComparison | null;
}

interface Groups {
  /** Null where the other side is a rest, of which only the difference is told. */
  readonly before: GroupView | null;
  readonly after: GroupView;
}

const maturityLabel: Texts = { sv: 'Den digitala mognaden', en: 'Digital maturity' };
const meanLabel: Texts = { sv: 'Medelvärdet', en: 'The mean' };

function changesView({ compared, uncertainty }: Compared, groups: Groups, sides: Sides): ChangesView {
  const { instrument } = groups.after;
  const { display } = instrument;
  const tested = {
    dimensions: byCode(uncertainty?.dimensions ?? []),
    categories: byCode(uncertainty?.categories ?? []),
    items: byCode(uncertainty?.items ?? []),
  };
  const plain = {
    dimensions: byCode(compared.dimensions),
    categories: byCode(compared.categories),
    items: byCode(compared.items),
  };
  const composite = (
    difference: TestedComposite | undefined,
    change: GatedChange | undefined,
    label: Texts,
    measure: 'mean' | 'percent',
  ): Change => {
    const found = compositeFound(difference, change);
    return changeOf(measure === 'percent' ? found : foundOnScale(found, instrument), {
      label,
      unit: measure,
      sides,
      display,
    });
  };
  return {
    maturity: composite(uncertainty?.maturity, compared.maturity, maturityLabel, 'percent'),
    maturityIn: (measure) => composite(uncertainty?.maturity, compared.maturity, maturityLabel, measure),
    dimension: (code, measure = 'percent') =>
      composite(tested.dimensions.get(code), plain.dimensions.get(code), nameOf(instrument, code), measure),
    category: (code, measure = 'percent') =>
      composite(tested.categories.get(code), plain.categories.get(code), nameOf(instrument, code), measure),
    item: (code, measure) => {
      const found = itemFound(code, tested.items.get(code), plain.items.get(code), groups);
      return changeOf(measure === 'mean' ? found : foundInPercent(found, instrument), {
        label: measure === 'mean' ? meanLabel : nameOf(instrument, code),
        unit: measure,
        sides,
        display,
      });
    },
    dontKnow: (code) => shareView(tested.items.get(code), plain.items.get(code)),
    items: uncertainty?.items ?? [],
  };
}

type TestedComposite = GatedGroupComparison['maturity'];
type TestedItem = GatedGroupComparison['items'][number];

const nothingFound: Found = {
  from: { value: null, hidden: null },
  to: { value: null, hidden: null },
  difference: null,
  ciLow: null,
  ciHigh: null,
  verdict: null,
  firm: false,
  sentence: null,
};

function compositeFound(tested: TestedComposite | undefined, plain: GatedChange | undefined): Found {
  if (plain === undefined && tested === undefined) return nothingFound;
  const hidden = { ...plain?.hidden, ...tested?.hidden };
  const isHidden = hidden.from !== undefined || hidden.to !== undefined || hidden.difference !== undefined;
  const side = (value: number | null | undefined, reason: HidingReason | undefined): ShownValue => ({
    value: reason === undefined ? (value ?? null) : null,
    hidden: reason ?? null,
  });
  const from = side(tested?.from ?? plain?.from, hidden.from);
  const to = side(tested?.to ?? plain?.to, hidden.to);
  if (isHidden) return { ...nothingFound, from, to, sentence: tested?.sentence ?? null };
  return {
    from,
    to,
    difference: tested === undefined ? (plain?.difference ?? null) : tested.difference,
    ciLow: tested?.ciLow ?? null,
    ciHigh: tested?.ciHigh ?? null,
    verdict: tested?.verdict ?? null,
    firm: tested?.firm ?? false,
    sentence: tested?.sentence ?? null,
  };
}

function itemFound(
  code: ItemCode,
  tested: TestedItem | undefined,
  plain: GatedItemChange | undefined,
  { before, after }: Groups,
): Found {
  const hiddenAfter = after.item(code).mean.hidden;
  const isHidden = tested?.hidden.difference !== undefined || plain?.hidden.difference !== undefined;
  const hiddenBefore = isHidden
    ? (before?.item(code).mean.hidden ?? (hiddenAfter === null ? 'rests-on-hidden' : null))
    : null;
  const from: ShownValue = {
    value: hiddenBefore === null ? (tested?.from.mean ?? plain?.from.mean ?? null) : null,
    hidden: hiddenBefore,
  };
  const to: ShownValue = {
    value: hiddenAfter !== null ? null : (tested?.to.mean ?? plain?.to.mean ?? null),
    hidden: hiddenAfter,
  };
  if (isHidden) return { ...nothingFound, from, to, sentence: tested?.sentence ?? null };
  return {
    from,
    to,
    difference: tested === undefined ? (plain?.difference ?? null) : tested.difference,
    ciLow: tested?.ciLow ?? null,
    ciHigh: tested?.ciHigh ?? null,
    verdict: tested?.verdict ?? null,
    firm: tested?.firm ?? false,
    sentence: tested?.sentence ?? null,
  };
}

/** Means on the scale as percents of it. The comparison's sentence speaks of the means, and goes. */
function foundInPercent(found: Found, instrument: Instrument): Found {
  const { min, max } = instrument.scale;
  return converted(
    found,
    (value) => percentOfScale(value, instrument),
    (difference) => (difference * 100) / (max - min),
  );
}

/** Percents as values on the scale. */
function foundOnScale(found: Found, instrument: Instrument): Found {
  const { min, max } = instrument.scale;
  return converted(
    found,
    (value) => onScale(value, instrument),
    (difference) => (difference * (max - min)) / 100,
  );
}

function converted(
  found: Found,
  value: (value: number) => number,
  difference: (difference: number) => number,
): Found {
  const of = (number: number | null, turn: (number: number) => number): number | null =>
    number === null ? null : turn(number);
  return {
    ...found,
    from: { ...found.from, value: of(found.from.value, value) },
    to: { ...found.to, value: of(found.to.value, value) },
    difference: of(found.difference, difference),
    ciLow: of(found.ciLow, difference),
    ciHigh: of(found.ciHigh, difference),
    sentence: null,
  };
}

function shareView(tested: TestedItem | undefined, plain: GatedItemChange | undefined): ShareView {
  if (tested === undefined) {
    return {
      from: plain?.from.dontKnowPercent ?? null,
      to: plain?.to.dontKnowPercent ?? null,
      difference: plain?.dontKnowDifference ?? null,
      sure: false,
    };
  }
  const { from, to, difference, ciLow, ciHigh } = tested.dontKnow;
  const sure = ciLow !== null && ciHigh !== null && (ciLow > 0 || ciHigh < 0);
  return { from, to, difference, sure };
}

function nameOf(instrument: Instrument, code: string): Texts {
  const all = [...instrument.dimensions, ...instrument.categories, ...instrument.items];
  return all.find((part) => part.code === code)?.name ?? { sv: code, en: code };
}

function byCode<Entry extends { readonly code: string }>(
  entries: readonly Entry[],
): ReadonlyMap<Entry['code'], Entry> {
  return new Map(entries.map((entry) => [entry.code, entry]));
}
