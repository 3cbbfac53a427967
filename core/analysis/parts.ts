import type { Group } from '../comparison/group.ts';
import { restOf } from '../comparison/group.ts';
import { restName } from '../comparison/unit-comparison.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { gateRestResult } from '../privacy/derived.ts';
import { gateGroupResult } from '../privacy/gate.ts';
import type { GatedPart } from '../privacy/gated-comparisons.ts';
import type { GroupKey } from '../privacy/groups.ts';
import { unitKey } from '../privacy/groups.ts';
import type { PlannedGroup } from '../privacy/plan.ts';
import { cellsOfGroup, yearPlan } from '../privacy/plan.ts';
import { resultOfRespondents } from '../scoring/results.ts';
import { sumTallies } from '../survey/tally.ts';
import type { UnitId } from '../survey/units.ts';
import { listed } from '../text.ts';
import type { Measurements } from './measurements.ts';

/** A part of a whole that may be told apart from the rest of it: a unit, a role, those who take part in decisions. */
export interface Part extends GatedPart {
  readonly key: GroupKey;
  /** Null for a class of roles or gate answers. */
  readonly unit: UnitId | null;
  readonly kind: PartKind;
}

export const partKinds = ['unit', 'role', 'gate'] as const;
export type PartKind = (typeof partKinds)[number];

/**
 * The parts of a kind that a unit (null for the whole) is divided into, in the plan's order; those that are
 * hidden, or whose rest is, are left out. None where the year has no answers.
 */
export function partsOf(
  measurements: Measurements,
  year: number,
  kind: PartKind,
  whole: UnitId | null = null,
): Part[] {
  if (!measurements.hasAnswers(year)) return [];
  const { tree, plan } = measurements;
  const within = whole === null ? null : tree.resolve(whole);
  const isPart = ({ unit, cut }: PlannedGroup): boolean =>
    kind === 'unit'
      ? cut === null && unit !== null && tree.parentOf(unit) === within
      : cut === kind && unit === within;
  return yearPlan(plan, year)
    .groups.filter((group) => isPart(group) && group.respondents > 0)
    .flatMap((group) => partOf(measurements, year, group, within) ?? []);
}

/** One unit as a part of another (null for the whole); null where either, or the rest, is hidden. */
export function unitAsPart(
  measurements: Measurements,
  year: number,
  unit: UnitId,
  whole: UnitId | null,
): Part | null {
  if (!measurements.hasAnswers(year)) return null;
  const { tree, plan } = measurements;
  const group = yearPlan(plan, year).byKey.get(unitKey(tree.resolve(unit)));
  if (group === undefined || group.respondents === 0) return null;
  return partOf(measurements, year, group, whole === null ? null : tree.resolve(whole));
}

/** Parts that have been made, by year, whole and part: an analysis asks for the same ones again and again. */
const madeParts = new WeakMap<Measurements, Map<string, Part | null>>();

function partOf(
  measurements: Measurements,
  year: number,
  planned: PlannedGroup,
  whole: UnitId | null,
): Part | null {
  const made = madeParts.get(measurements) ?? new Map<string, Part | null>();
  madeParts.set(measurements, made);
  const key = `${year}:${unitKey(whole)}:${planned.key}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const part = makePart(measurements, year, planned, whole);
  made.set(key, part);
  return part;
}

function makePart(
  measurements: Measurements,
  year: number,
  planned: PlannedGroup,
  whole: UnitId | null,
): Part | null {
  if (planned.hidden !== null) return null;
  const { plan } = measurements;
  const all = measurements.groupIn(year, whole === null ? null : [whole]);
  if (all === null) return null;
  const { instrument } = all;
  const { key, cut } = planned;
  const unit = cut === null ? planned.unit : null;
  const group =
    unit === null ? classGroup(planned, measurements, year, all) : measurements.groupIn(year, [unit]);
  if (group === null) return null;
  const name = unit === null ? className(planned, instrument) : measurements.nameOf(unit);
  const gated =
    unit === null
      ? gateGroupResult(resultOfRespondents(instrument, group, name), instrument, plan, year, key)
      : measurements.unitIn(year, unit);
  const restGroup = restOf(all, group);
  const rest = gateRestResult(resultOfRespondents(instrument, restGroup, restName), instrument, plan, year, {
    part: key,
    whole: unitKey(whole),
  });
  if (gated === null || rest === null) return null;
  return { key, unit, kind: cut ?? 'unit', name, group, gated, rest, restGroup };
}

/** The respondents of a class of roles or gate answers; nobody counted how many of it were invited. */
function classGroup(
  planned: PlannedGroup,
  measurements: Measurements,
  year: number,
  { instrument, tally, invited }: Group,
): Group {
  const cells = cellsOfGroup(planned, measurements.tree, measurements.cellsIn(year));
  return {
    tally: sumTallies(
      instrument,
      cells.map((cell) => cell.tally),
    ),
    invited: null,
    instrument,
    cutOf: { respondents: tally.respondents, invited },
  };
}

/** What a class is called at the start of a sentence. */
function className({ roles, gates }: PlannedGroup, instrument: Instrument): string {
  if (gates !== null) return gates.map((gate) => gateNames[gate ?? 'none']).join(' eller ');
  const names = (roles ?? []).map(
    (role) => instrument.roles.find(({ code }) => code === role)?.name.sv ?? 'Ingen roll angiven',
  );
  return listed(names);
}

const gateNames = {
  yes: 'De som är delaktiga i beslut',
  no: 'De som inte är delaktiga i beslut',
  none: 'De som inte svarade på frågan om beslut',
} as const;
