import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import type { Tally } from '../survey/tally.ts';
import { addTally, emptyTally, sumTallies } from '../survey/tally.ts';
import type { TallyCell, Unit, UnitId, UnitTree } from '../survey/units.ts';
import type { ItemScore, Score } from './score.ts';
import { composeScore, gateYesPercent, percentOfScale, score } from './score.ts';

/** Where a year's figures come from. Only `answers` is computed from respondents. */
export const resultSources = ['answers', 'aggregated', 'published'] as const;
export type ResultSource = (typeof resultSources)[number];

/** The figures of one unit, or of the whole, in one year. */
export interface UnitResult extends Score {
  /** Null for the whole. */
  readonly unit: UnitId | null;
  readonly name: string;
  readonly whole: boolean;
  /** 0 for the whole, 1 for a förvaltning, 2 for an enhet under it. */
  readonly level: number;
  readonly parent: UnitId | null;
  readonly respondents: number | null;
  readonly invited: number | null;
  readonly responseRatePercent: number | null;
  readonly gateYesPercent: number | null;
}

/** All units' figures of one year from one source; the whole stands first. */
export interface YearResult {
  readonly year: number;
  readonly source: ResultSource;
  readonly instrument: Instrument;
  readonly units: readonly UnitResult[];
}

/** Numbers of invited, by unit; `whole` when the total is known by itself. */
export interface Invited {
  readonly whole: number | null;
  readonly byUnit: ReadonlyMap<UnitId, number>;
}

export const nobodyInvited: Invited = { whole: null, byUnit: new Map() };

/** Everything that a year's figures are computed from. */
export interface AnswersInput {
  readonly year: number;
  readonly instrument: Instrument;
  readonly wholeName: string;
  readonly tree: UnitTree;
  readonly cells: readonly TallyCell[];
  readonly invited: Invited;
}

/**
 * Figures computed from respondents: every unit that has any that year, or any invited, and the whole. The
 * whole and every parent pool respondents; they are no means of units.
 */
export function resultFromAnswers(input: AnswersInput): YearResult {
  const { year, instrument, tree } = input;
  const invitedOf = invitedByUnit(input);
  const tallies = tallyByUnit(input);
  const resultOf = (unit: Unit | null): UnitResult =>
    scored(
      instrument,
      tallies.get(unit?.id ?? null) ?? emptyTally(instrument),
      invitedOf(unit?.id ?? null),
      placeOf(unit, tree, input.wholeName),
    );
  const present = tree.units.filter(({ id }) => invitedOf(id) !== null || tallies.has(id));
  return { year, source: 'answers', instrument, units: [null, ...present].map(resultOf) };
}

/** The respondents of every unit that has some, and of the whole (null): each cell is added once, and then its unit's sum. */
function tallyByUnit({ tree, cells, instrument }: AnswersInput): ReadonlyMap<UnitId | null, Tally> {
  const tallies = new Map<UnitId | null, Tally>();
  const addTo = (unit: UnitId | null, more: Tally): void => {
    const sum = tallies.get(unit);
    if (sum === undefined) tallies.set(unit, addTally(emptyTally(instrument), more));
    else addTally(sum, more);
  };
  const inTree = new Set(tree.units.map(({ id }) => id));
  for (const { unit, tally } of cells) {
    if (tally.respondents === 0) continue;
    const resolved = unit === null ? null : tree.resolve(unit);
    addTo(resolved !== null && inTree.has(resolved) ? resolved : null, tally);
  }
  for (const { id } of tree.units.toReversed()) {
    const own = tallies.get(id);
    if (own !== undefined) addTo(tree.parentOf(id), own);
  }
  return tallies;
}

/** Respondents with the number of invited they came from; null where that is not known. */
export interface TalliedUnits {
  readonly tally: Tally;
  readonly invited: number | null;
}

/** The respondents of several units taken together, or of the whole (null). */
export function tallyOfUnits(input: AnswersInput, units: readonly UnitId[] | null): TalliedUnits {
  const invitedOf = invitedByUnit(input);
  const ids = units ?? [null];
  const tallies = ids.flatMap((id) => cellsWithin(input, id).map((cell) => cell.tally));
  const invited = ids.map(invitedOf);
  const known = invited.filter((count) => count !== null);
  return {
    tally: sumTallies(input.instrument, tallies),
    invited: known.length < invited.length ? null : known.reduce((total, count) => total + count, 0),
  };
}

/** Figures of several units taken together, such as the parts that later became one unit. */
export function resultOfUnitsTogether(
  input: AnswersInput,
  units: readonly UnitId[],
  name: string,
): UnitResult {
  return resultOfRespondents(input.instrument, tallyOfUnits(input, units), name);
}

/** Figures of any respondents taken together, such as a role, or a whole without one of its units. */
export function resultOfRespondents(
  instrument: Instrument,
  { tally, invited }: TalliedUnits,
  name: string,
): UnitResult {
  return scored(instrument, tally, invited, { unit: null, name, whole: false, level: 1, parent: null });
}

function cellsWithin({ tree, cells }: AnswersInput, id: UnitId | null): TallyCell[] {
  return cells.filter((cell) => cell.tally.respondents > 0 && tree.isWithin(cell.unit, id));
}

function scored(
  instrument: Instrument,
  tally: Tally,
  invited: number | null,
  place: ReturnType<typeof placeOf>,
): UnitResult {
  return {
    ...place,
    ...rates(tally.respondents, invited),
    gateYesPercent: gateYesPercent(tally),
    ...score(tally, instrument),
  };
}

function placeOf(unit: Unit | null, tree: UnitTree, wholeName: string) {
  return {
    unit: unit?.id ?? null,
    name: unit?.name ?? wholeName,
    whole: unit === null,
    level: unit === null ? 0 : tree.levelOf(unit.id),
    parent: unit === null ? null : tree.parentOf(unit.id),
  };
}

function rates(respondents: number, invited: number | null) {
  return {
    respondents,
    invited,
    responseRatePercent: invited === null || invited === 0 ? null : (respondents / invited) * 100,
  };
}

/**
 * The number of invited of a unit: as given, else the sum of its parts when every part with respondents has
 * one. A sum over only some parts would make a response rate that means nothing.
 */
function invitedByUnit({ tree, cells, invited }: AnswersInput): (id: UnitId | null) => number | null {
  const given = new Map<UnitId, number>();
  for (const [id, count] of invited.byUnit)
    given.set(tree.resolve(id), (given.get(tree.resolve(id)) ?? 0) + count);
  /** Units that someone answered from without being in a unit below. */
  const direct = new Set(cells.map(({ unit }) => (unit === null ? null : tree.resolve(unit))));
  const answering = new Set<UnitId | null>(direct);
  for (const { id } of tree.units.toReversed()) if (answering.has(id)) answering.add(tree.parentOf(id));

  const invitedOf = (id: UnitId | null): number | null => {
    const own = id === null ? invited.whole : given.get(id);
    if (own !== undefined && own !== null) return own;
    if (direct.has(id)) return null;
    const parts = tree
      .childrenOf(id)
      .map((child) => ({ invited: invitedOf(child.id), answers: answering.has(child.id) }));
    if (parts.some((part) => part.invited === null && part.answers)) return null;
    const known = parts.flatMap((part) => part.invited ?? []);
    return known.length === 0 ? null : known.reduce((total, count) => total + count, 0);
  };
  return invitedOf;
}

/** One line of an aggregated table: an item's figures without the answers behind them. */
export interface AggregatedItem {
  readonly unit: UnitId | null;
  readonly item: ItemCode;
  readonly mean: number | null;
  readonly n: number | null;
  readonly dontKnowPercent: number | null;
}

/** What a list of response rates says of a unit, or of the whole (null). */
export interface ResponseRate {
  readonly unit: UnitId | null;
  readonly invited: number;
  readonly answered: number | null;
}

/** Figures from aggregated tables: means are taken as given, the rest adds up as usual. */
export function resultFromAggregates(input: {
  readonly year: number;
  readonly instrument: Instrument;
  readonly wholeName: string;
  readonly tree: UnitTree;
  readonly items: readonly AggregatedItem[];
  /** Numbers of invited and answered, where a list of them is known. */
  readonly responseRates: readonly ResponseRate[];
}): YearResult {
  const { year, instrument, tree } = input;
  const resolved = input.items.map((line) => ({
    ...line,
    unit: line.unit === null ? null : tree.resolve(line.unit),
  }));
  const resultOf = (unit: Unit | null): UnitResult => {
    const lines = resolved.filter((line) => line.unit === (unit?.id ?? null));
    const items = instrument.items.map((item): ItemScore => {
      const line = lines.find(({ item: code }) => code === item.code);
      const given = line?.mean ?? null;
      const { min, max } = instrument.scale;
      const mean = given !== null && item.reversed ? min + max - given : given;
      return {
        code: item.code,
        counts: null,
        n: line?.n ?? null,
        dontKnow: null,
        blank: null,
        refused: null,
        mean,
        sd: null,
        percent: mean === null ? null : percentOfScale(mean, instrument),
        dontKnowPercent: line?.dontKnowPercent ?? null,
      };
    });
    const rate = input.responseRates.find(
      (line) =>
        line.invited > 0 && (line.unit === null ? null : tree.resolve(line.unit)) === (unit?.id ?? null),
    );
    return {
      ...placeOf(unit, tree, input.wholeName),
      respondents: rate?.answered ?? null,
      invited: rate?.invited ?? null,
      responseRatePercent:
        rate === undefined || rate.answered === null ? null : (rate.answered / rate.invited) * 100,
      gateYesPercent: null,
      ...composeScore(items, instrument),
    };
  };
  const present = new Set(resolved.map((line) => line.unit));
  const units = tree.units.filter(({ id }) => present.has(id));
  return { year, source: 'aggregated', instrument, units: [null, ...units].map(resultOf) };
}

/** A maturity that was published without anything behind it. */
export function resultFromPublished(input: {
  readonly year: number;
  readonly instrument: Instrument;
  readonly wholeName: string;
  readonly percent: number;
}): YearResult {
  const nothing = composeScore([], input.instrument);
  return {
    year: input.year,
    source: 'published',
    instrument: input.instrument,
    units: [
      {
        unit: null,
        name: input.wholeName,
        whole: true,
        level: 0,
        parent: null,
        respondents: null,
        invited: null,
        responseRatePercent: null,
        gateYesPercent: null,
        ...nothing,
        maturityPercent: input.percent,
      },
    ],
  };
}
