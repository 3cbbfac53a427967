import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarkedCell } from '../../../../core/privacy/answer-marks.ts';
import { answerMarks } from '../../../../core/privacy/answer-marks.ts';
import type { RoleCode } from '../../../../core/instrument/instrument.ts';
import type { GateAnswer } from '../../../../core/survey/tally.ts';
import type { UnitId } from '../../../../core/survey/units.ts';

const minimum = 5;
/** Units 1 and 2, and 11 and 12 under the first, 21 under the second. */
const parentOf = (unit: UnitId): UnitId | null => (unit < 10 ? null : (Math.floor(unit / 10) as UnitId));
const units = [null, 1, 11, 12, 2, 21] as (UnitId | null)[];
const roles = [null, 'chef', 'strateg'] as (RoleCode | null)[];
const gates: GateAnswer[] = ['yes', 'no'];

/** Up to `most` cells, no two alike, many of them small. */
const cellsUpTo = (most: number): fc.Arbitrary<MarkedCell[]> =>
  fc
    .uniqueArray(
      fc.record({
        unit: fc.constantFrom(...units),
        role: fc.constantFrom(...roles),
        gate: fc.constantFrom(...gates),
        respondents: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: most, selector: ({ unit, role, gate }) => `${unit} ${role} ${gate}` },
    )
    .filter((cells) => sizeOf(cells) >= minimum);

const sizeOf = (cells: readonly MarkedCell[]): number =>
  cells.reduce((sum, { respondents }) => sum + respondents, 0);
const isWithin = (unit: UnitId | null, ancestor: UnitId | null): boolean =>
  unit === ancestor || ancestor === null || (unit !== null && isWithin(parentOf(unit), ancestor));

/** The classes of rows that look alike, as places among the cells. */
function classesOf(cells: readonly MarkedCell[], shown: readonly (readonly number[])[]): number[][] {
  const marks = answerMarks(cells, shown, minimum, parentOf);
  return [...Map.groupBy(cells.keys(), (at) => JSON.stringify(marks[at])).values()];
}

describe('what is told beside answers', () => {
  it('P13: leaves no rows that look alike fewer than the minimum, and tells nothing that is not so', () => {
    fc.assert(
      fc.property(cellsUpTo(20), (cells) => {
        const marks = answerMarks(cells, [], minimum, parentOf);
        for (const own of classesOf(cells, [])) {
          expect(sizeOf(own.flatMap((at) => cells[at] ?? []))).toBeGreaterThanOrEqual(minimum);
        }
        cells.forEach((cell, at) => {
          const told = marks[at];
          expect(isWithin(cell.unit, told?.unit ?? null)).toBe(true);
          expect([null, cell.role]).toContain(told?.role);
          expect([null, cell.gate]).toContain(told?.gate);
        });
      }),
    );
  });

  it('P13: tells all of cells that are large enough', () => {
    const cells: MarkedCell[] = [
      { unit: 11 as UnitId, role: null, gate: 'yes', respondents: 5 },
      { unit: 12 as UnitId, role: null, gate: 'no', respondents: 7 },
    ];
    expect(answerMarks(cells, [[0, 1]], minimum, parentOf)).toEqual(
      cells.map(({ unit, role, gate }) => ({ unit, role, gate })),
    );
  });

  it('P13: lets small cells of one unit meet in it before the unit is left out', () => {
    const cells: MarkedCell[] = [
      { unit: 11 as UnitId, role: null, gate: 'yes', respondents: 2 },
      { unit: 11 as UnitId, role: null, gate: 'no', respondents: 3 },
      { unit: 12 as UnitId, role: null, gate: 'no', respondents: 9 },
    ];
    const [first, second] = answerMarks(cells, [], minimum, parentOf);
    expect(first).toEqual({ unit: 11, role: null, gate: null });
    expect(second).toEqual(first);
  });

  it('P13: withstands an attacker who adds and subtracts classes and shown groups in every way', () => {
    fc.assert(
      fc.property(cellsUpTo(7), (cells) => {
        // Results show the whole, and a role where it and the rest of the whole are large enough.
        const all = [...cells.keys()];
        const chiefs = all.filter((at) => cells[at]?.role === 'chef');
        const others = all.filter((at) => !chiefs.includes(at));
        const isShown = [chiefs, others].every((group) => {
          const size = sizeOf(group.flatMap((at) => cells[at] ?? []));
          return size === 0 || size >= minimum;
        });
        const shown = isShown && chiefs.length > 0 ? [all, chiefs] : [all];
        const known = [...shown, ...classesOf(cells, shown)];
        for (const sum of sumsOf(known, cells.length)) {
          if (!sum.every((times) => times === 0 || times === 1)) continue;
          const size = sizeOf(cells.filter((_, at) => sum[at] === 1));
          expect(size === 0 || size >= minimum, JSON.stringify({ known, sum })).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('P13: gives way where a class would tell who of a shown role is not in it', () => {
    // Of seven chiefs five could be told by unit and role; the other two would follow from the role's result.
    const chef = 'chef' as RoleCode;
    const cells: MarkedCell[] = [
      { unit: 1 as UnitId, role: chef, gate: 'yes', respondents: 5 },
      { unit: 2 as UnitId, role: chef, gate: 'yes', respondents: 2 },
      { unit: 2 as UnitId, role: null, gate: null, respondents: 6 },
    ];
    const tells = (shown: number[][]) => answerMarks(cells, shown, minimum, parentOf)[0];
    expect(tells([[0, 1, 2]])).toMatchObject({ unit: 1, role: 'chef' });
    expect(
      tells([
        [0, 1, 2],
        [0, 1],
      ]),
    ).not.toMatchObject({ unit: 1 });
  });
});

/** Every sum of the groups taken once, not at all, or away. */
function* sumsOf(groups: readonly (readonly number[])[], length: number): Generator<number[]> {
  const [first, ...others] = groups;
  if (first === undefined) {
    yield new Array<number>(length).fill(0);
    return;
  }
  for (const sum of sumsOf(others, length)) {
    for (const times of [-1, 0, 1]) yield sum.map((value, at) => value + (first.includes(at) ? times : 0));
  }
}
