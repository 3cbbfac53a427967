import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { MinimumGroup } from '../../core/privacy/minimum-group.ts';
import type { PlanYearInput, YearPlan } from '../../core/privacy/plan.ts';
import { planRevision, planYear } from '../../core/privacy/plan.ts';
import { yearPlanFromText, yearPlanToText } from '../../core/privacy/plan-text.ts';
import type { UnitTree } from '../../core/survey/units.ts';
import type { ReadConnection, WriteConnection } from './connection.ts';

/** What all years of a workspace are planned with. */
export interface PlanGround {
  readonly tree: UnitTree;
  readonly minimumGroup: MinimumGroup;
}

const planRow = z.object({ madeOf: z.string(), plan: z.string() });
const yearRow = z.object({ year: z.int() });

/** A year's plan as it was kept; null where none is kept of just this. */
export function keptPlan(
  connection: ReadConnection,
  input: PlanYearInput,
  ground: PlanGround,
): YearPlan | null {
  const { year, instrument } = input;
  const row = connection.get(planRow, 'SELECT made_of AS madeOf, plan FROM hiding_plan WHERE year = @year', {
    year,
  });
  if (row === null || row.madeOf !== madeOf(input, ground)) return null;
  return yearPlanFromText(row.plan, { year, tree: ground.tree, itemCount: instrument.items.length });
}

/** Years whose answers count and of which no plan is kept: any change of what plans rest on takes all away. */
export function yearsWithoutPlan(connection: ReadConnection): number[] {
  return connection
    .all(
      yearRow,
      `SELECT DISTINCT year FROM active_batch
       WHERE kind = 'answers'
         AND year NOT IN (SELECT year FROM hiding_plan WHERE made_of LIKE @revision || ':%') ORDER BY year`,
      { revision: String(planRevision) },
    )
    .map(({ year }) => year);
}

/** Plans years and keeps the plans. */
export function keepPlans(
  connection: WriteConnection,
  inputs: readonly PlanYearInput[],
  ground: PlanGround,
): void {
  const rows = inputs.map((input) => ({
    year: input.year,
    madeOf: madeOf(input, ground),
    plan: yearPlanToText(planYear(input, ground.tree, ground.minimumGroup)),
  }));
  connection.transaction(() => {
    for (const row of rows) {
      connection.run(
        'INSERT OR REPLACE INTO hiding_plan (year, made_of, plan) VALUES (@year, @madeOf, @plan)',
        row,
      );
    }
  });
}

/** Years whose kept plan is not the one that is made of what the file holds. */
export function plansThatDiffer(
  connection: ReadConnection,
  inputOf: (year: number) => PlanYearInput,
  ground: PlanGround,
): number[] {
  return connection
    .all(yearRow, 'SELECT year FROM hiding_plan ORDER BY year')
    .map(({ year }) => year)
    .filter((year) => {
      const input = inputOf(year);
      const kept = keptPlan(connection, input, ground);
      const made = planYear(input, ground.tree, ground.minimumGroup);
      return kept !== null && yearPlanToText(kept) !== yearPlanToText(made);
    });
}

/** Stands for everything that a year's plan follows from: the rules, the smallest group, the tree and every count. */
function madeOf({ instrument, cells }: PlanYearInput, { tree, minimumGroup }: PlanGround): string {
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([
      minimumGroup.size,
      instrument.scale.points,
      instrument.items.length,
      tree.units.map(({ id }) => [id, tree.parentOf(id)]),
      cells.map(({ unit, role, gate, tally }) => [
        unit === null ? null : tree.resolve(unit),
        role,
        gate,
        tally.respondents,
        tally.gateYes,
        tally.gateNo,
      ]),
    ]),
  );
  for (const { tally } of cells) hash.update(tally.counts);
  return `${planRevision}:${hash.digest('hex')}`;
}
