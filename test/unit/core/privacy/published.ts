import { shownGroups } from '../../../../core/privacy/shown.ts';
import { gateRestResult } from '../../../../core/privacy/derived.ts';
import { gateGroupResult, gateYearResult } from '../../../../core/privacy/gate.ts';
import type { GatedUnitResult, GatedYearResult } from '../../../../core/privacy/gated.ts';
import { unitKey } from '../../../../core/privacy/groups.ts';
import type { HidingPlan, PlannedGroup } from '../../../../core/privacy/plan.ts';
import { cellsOfGroup, yearPlan } from '../../../../core/privacy/plan.ts';
import type { AnswersInput, UnitResult } from '../../../../core/scoring/results.ts';
import { resultFromAnswers } from '../../../../core/scoring/results.ts';
import { gateYesPercent, score } from '../../../../core/scoring/score.ts';
import { sumTallies } from '../../../../core/survey/tally.ts';
import type { TallyCell, UnitId } from '../../../../core/survey/units.ts';

/** A published group: the leaf cells in it and what is said of it. */
export interface PublishedGroup {
  readonly name: string;
  readonly cells: ReadonlySet<TallyCell>;
  readonly result: GatedUnitResult;
}

/** A published sum of one item, such as a stratum's or a weighted whole's, by leaf cell. */
export interface PublishedSum {
  readonly item: number;
  readonly weights: ReadonlyMap<TallyCell, number>;
}

/** All that a year's analysis can show, made the way the program makes it. */
export interface Published {
  readonly year: GatedYearResult;
  readonly groups: readonly PublishedGroup[];
  readonly sums: readonly PublishedSum[];
  /** The units and classes that are on the list, shown or not, with their leaf cells. */
  readonly listed: readonly { readonly group: PlannedGroup; readonly cells: ReadonlySet<TallyCell> }[];
}

/** @param random for the weights of a weighted whole; @param years whose strata are shown, `input.year` too. */
export function publish(
  input: AnswersInput,
  plan: HidingPlan,
  random: () => number,
  years: readonly number[] = [input.year],
): Published {
  const { instrument, tree, cells } = input;
  const year = gateYearResult(resultFromAnswers(input), plan);
  const { groups } = yearPlan(plan, input.year);
  const listed = groups.map((group) => ({ group, cells: new Set(cellsOfGroup(group, tree, cells)) }));

  const published: PublishedGroup[] = year.units.flatMap((result) => {
    const own = listed.find(({ group }) => group.key === unitKey(result.unit));
    return own === undefined ? [] : [{ name: own.group.key, cells: own.cells, result }];
  });
  for (const { group, cells: own } of listed) {
    if (group.cut === null) continue;
    const result = gateGroupResult(resultOf(input, own), instrument, plan, input.year, group.key);
    if (result !== null) published.push({ name: group.key, cells: own, result });
  }
  for (const part of listed) {
    for (const whole of listed) {
      const isOutside = whole.group.cut !== null || whole.group.key === part.group.key;
      if (isOutside || !tree.isWithin(part.group.unit, whole.group.unit)) continue;
      const rest = new Set([...whole.cells].filter((cell) => !part.cells.has(cell)));
      const result = gateRestResult(resultOf(input, rest), instrument, plan, input.year, {
        part: part.group.key,
        whole: whole.group.key,
      });
      if (result !== null)
        published.push({ name: `${whole.group.key} − ${part.group.key}`, cells: rest, result });
    }
  }

  const scopes = [
    ...instrument.items.map(({ index }) => [index]),
    instrument.items.map(({ index }) => index),
  ];
  const within = (id: UnitId | null): TallyCell[] => cells.filter((cell) => tree.isWithin(cell.unit, id));
  const sums = scopes.flatMap((items) =>
    listed
      .filter(({ group }) => group.cut === null)
      .flatMap(({ group }): PublishedSum[] => {
        const parent = group.unit;
        const { units, pooled } = shownGroups(plan, years, { parent, items });
        const shown = units.map(within);
        const children = tree.childrenOf(parent).flatMap(({ id }) => within(id));
        const direct = within(parent).filter((cell) => !children.includes(cell));
        const pool =
          pooled === null ? [] : [...pooled.units.flatMap(within), ...(pooled.withDirect ? direct : [])];
        const strata = [...shown, ...(pooled === null ? [] : [pool])];
        const weighted = strata.flatMap((stratum) => {
          const weight = 1 + Math.floor(random() * 9);
          return stratum.map((cell): [TallyCell, number] => [cell, weight]);
        });
        return items.flatMap((item) => [
          ...strata.map((stratum) => ({ item, weights: new Map(stratum.map((cell) => [cell, 1])) })),
          ...(pooled === null ? [] : [{ item, weights: new Map(weighted) }]),
        ]);
      }),
  );
  return { year, groups: published, sums, listed };
}

/** The figures of the respondents in some leaf cells. */
export function resultOf({ instrument }: AnswersInput, cells: Iterable<TallyCell>): UnitResult {
  const tally = sumTallies(
    instrument,
    [...cells].map((cell) => cell.tally),
  );
  return {
    unit: null,
    name: 'Grupp',
    whole: false,
    level: 1,
    parent: null,
    respondents: tally.respondents,
    invited: null,
    responseRatePercent: null,
    gateYesPercent: gateYesPercent(tally),
    ...score(tally, instrument),
  };
}
