import type { DataColumn, DataTable } from '../data-table.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { AnswerMarks, MarkedCell } from '../privacy/answer-marks.ts';
import { answerMarks } from '../privacy/answer-marks.ts';
import { yearPlan } from '../privacy/plan.ts';
import { Refusal } from '../problem.ts';
import { blankCode, codeValue, dontKnowCode } from '../survey/answers.ts';
import type { UnitId } from '../survey/units.ts';
import { dontKnowValue } from '../exchange/counts.ts';
import type { Measurements } from './measurements.ts';

/** One respondent as stored: where from, and a sign for each item (see `core/survey/answers.ts`). */
export interface StoredRespondent extends AnswerMarks {
  readonly answers: string;
}

/** How an answer stands that could not be taken for any on the scale. */
export const refusedValue = 'avvisat';

const gateWords = { yes: 'ja', no: 'nej' } as const;

/**
 * The answers of a year, a row for each respondent, with as much of unit, role and gate answer as rule P13 allows. Answers
 * stand as they were given, also to items asked negatively; a blank one is null. The rows are in the order of
 * what stands in them, so that nothing is told by their order and the same answers give the same table.
 * @throws Refusal `answers-none`, `answers-too-few`
 */
export function answersTable(
  measurements: Measurements,
  year: number,
  respondents: readonly StoredRespondent[],
): DataTable {
  const minimum = measurements.minimumGroup.size;
  if (respondents.length === 0) {
    throw new Refusal({
      code: 'answers-none',
      message: `${year} har inga svar i arbetsfilen.`,
      nextStep: 'Läs in årets svar, eller välj ett annat år.',
    });
  }
  if (respondents.length < minimum) {
    throw new Refusal({
      code: 'answers-too-few',
      message: `${year} har färre än ${minimum} svarande, så svaren skrivs inte till någon fil.`,
      nextStep: 'Läs in fler svar för året, eller välj ett annat år.',
    });
  }
  const instrument = measurements.instrumentOf(year);
  const toldOf = marksOf(measurements, year, respondents);
  const rows = respondents.map((respondent) => {
    const { unit, role, gate } = toldOf(respondent);
    return [
      unit === null ? null : pathOf(measurements, unit),
      role,
      gate === null ? null : gateWords[gate],
      ...Array.from(respondent.answers, wordOf),
    ];
  });
  rows.sort(inOrder);
  const text = (name: string, at: number): DataColumn => ({
    name,
    type: 'text',
    values: rows.map((row) => row[at] ?? null),
  });
  return {
    columns: [
      { name: 'year', type: 'whole-number', values: rows.map(() => year) },
      ...['unit', 'role', 'gate', ...codesOf(instrument)].map(text),
    ],
  };
}

function codesOf({ items }: Instrument): string[] {
  return items.map(({ code }) => code);
}

/** What may be told of each respondent. */
function marksOf(
  { tree, plan, minimumGroup }: Measurements,
  year: number,
  respondents: readonly StoredRespondent[],
): (respondent: StoredRespondent) => AnswerMarks {
  const resolved = (unit: UnitId | null): UnitId | null => (unit === null ? null : tree.resolve(unit));
  const keyOf = ({ unit, role, gate }: AnswerMarks): string => JSON.stringify([resolved(unit), role, gate]);
  const cells = [...Map.groupBy(respondents, keyOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, [first, ...others]]) => ({
      key,
      unit: resolved(first?.unit ?? null),
      role: first?.role ?? null,
      gate: first?.gate ?? null,
      respondents: 1 + others.length,
    }));
  const shown = yearPlan(plan, year)
    .groups.filter(({ hidden }) => hidden === null)
    .map(({ unit, roles, gates }) =>
      cells.flatMap((cell: MarkedCell, at) =>
        tree.isWithin(cell.unit, unit) &&
        (roles === null || roles.includes(cell.role)) &&
        (gates === null || gates.includes(cell.gate))
          ? [at]
          : [],
      ),
    );
  const marks = answerMarks(cells, shown, minimumGroup.size, (unit) => tree.parentOf(unit));
  const byKey = new Map(cells.map(({ key }, at) => [key, marks[at]]));
  return (respondent) => byKey.get(keyOf(respondent)) ?? { unit: null, role: null, gate: null };
}

/** A unit with what it lies under: two may have the same name. */
function pathOf(measurements: Measurements, unit: UnitId): string {
  const parent = measurements.tree.parentOf(unit);
  const name = measurements.nameOf(unit);
  return parent === null ? name : `${pathOf(measurements, parent)}/${name}`;
}

function wordOf(sign: string): string | null {
  const code = sign.charCodeAt(0);
  if (code === blankCode) return null;
  if (code === dontKnowCode) return dontKnowValue;
  const value = codeValue(code);
  return value === null ? refusedValue : String(value);
}

/** By what stands in the rows from left to right, in the order of the signs; nothing comes last. */
function inOrder(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [at, one] of a.entries()) {
    const other = b[at] ?? null;
    if (one === other) continue;
    if (one === null) return 1;
    return other === null || one < other ? -1 : 1;
  }
  return 0;
}
