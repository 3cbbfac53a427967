import type { AggregatedDraft, EmployeeSurveyDraft, ResponseRatesDraft } from '../../core/intake/draft.ts';
import type { WriteConnection } from './connection.ts';
import type { UnitRegister } from './unit-register.ts';

/** Stores the lines of an aggregated table. */
export function storeAggregated(
  connection: WriteConnection,
  batch: number,
  draft: AggregatedDraft,
  units: UnitRegister,
): void {
  const ids = units.idsOf(draft.lines.map(({ unit }) => unit));
  draft.lines.forEach(({ item, mean, n, dontKnowPercent }, at) => {
    connection.run(
      `INSERT INTO aggregated_item (batch, unit, item, mean, n, dont_know_percent)
       VALUES (@batch, @unit, @item, @mean, @n, @dontKnowPercent)`,
      { batch, unit: ids[at] ?? null, item, mean, n, dontKnowPercent },
    );
  });
}

/** Stores the lines of a table of response rates. */
export function storeResponseRates(
  connection: WriteConnection,
  batch: number,
  draft: ResponseRatesDraft,
  units: UnitRegister,
): void {
  const ids = units.idsOf(draft.lines.map(({ unit }) => unit));
  draft.lines.forEach(({ invited, answered }, at) => {
    connection.run(
      `INSERT INTO invited (batch, year, unit, invited, answered)
       VALUES (@batch, @year, @unit, @invited, @answered)`,
      { batch, year: draft.year, unit: ids[at] ?? null, invited, answered },
    );
  });
}

/** Stores an employee survey's table. */
export function storeEmployeeSurvey(
  connection: WriteConnection,
  batch: number,
  draft: EmployeeSurveyDraft,
): void {
  for (const { unit, year, answered } of draft.answered) {
    connection.run(
      `INSERT INTO employee_answered (batch, unit, year, answered) VALUES (@batch, @unit, @year, @answered)`,
      { batch, unit, year, answered },
    );
  }
  for (const { unit, year, item, index, answers = null } of draft.indices) {
    connection.run(
      `INSERT INTO employee_index (batch, unit, year, item, index_value, answers)
       VALUES (@batch, @unit, @year, @item, @index, @answers)`,
      { batch, unit, year, item, index, answers },
    );
  }
}
