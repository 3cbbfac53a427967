import type { RoleCode } from '../instrument/instrument.ts';
import type { GateAnswer } from '../survey/tally.ts';
import type { UnitId } from '../survey/units.ts';
import { lightSums } from './light-sums.ts';
import { InexactArithmetic, RowSpace } from './row-space.ts';

/** Whom a row of answers is said to be of; null for what is not told, or was never given. */
export interface AnswerMarks {
  readonly unit: UnitId | null;
  readonly role: RoleCode | null;
  readonly gate: GateAnswer;
}

/** Respondents who share unit, role and gate answer; no two of a list share all three. */
export interface MarkedCell extends AnswerMarks {
  readonly respondents: number;
}

/**
 * Rule P13: how much beside the answers themselves may be told of the respondents of each cell. First the gate answer
 * is left out, then the role, then the unit gives place to what it lies under, for whole cells at a time, until every class of rows that look alike has
 * `minimum` respondents, and no fewer follow by subtraction from the classes and the groups that results show.
 * @param shown groups whose results may be shown, each as places in `cells`
 * @returns for each cell what is told of it; everything null where nothing may be
 */
export function answerMarks(
  cells: readonly MarkedCell[],
  shown: readonly (readonly number[])[],
  minimum: number,
  parentOf: (unit: UnitId) => UnitId | null,
): readonly AnswerMarks[] {
  const sizes = Float64Array.from(cells, ({ respondents }) => respondents);
  const marks: AnswerMarks[] = cells.map(({ unit, role, gate }) => ({ unit, role, gate }));
  // What tells most goes first, so that small classes under one unit meet there before it is left out as well.
  const stepsOf = ({ cells: [cell = 0] }: MarkedClass): number => steps(marks[cell] ?? nothing, parentOf);
  for (;;) {
    const classes = classesOf(marks, sizes);
    const [small] = classes
      .filter(({ size, key }) => size < minimum && key !== nothingTold)
      .sort((a, b) => stepsOf(b) - stepsOf(a));
    const toCoarsen = small ?? givenAway(classes, shown, sizes, minimum);
    if (toCoarsen === undefined) return marks;
    for (const cell of toCoarsen.cells) marks[cell] = coarser(marks[cell] ?? nothing, parentOf);
  }
}

/** Rows that look alike but for their answers. */
interface MarkedClass {
  readonly key: string;
  /** As places among the cells. */
  readonly cells: number[];
  size: number;
}

const nothing: AnswerMarks = { unit: null, role: null, gate: null };
const nothingTold = keyOf(nothing);

function keyOf({ unit, role, gate }: AnswerMarks): string {
  return JSON.stringify([unit, role, gate]);
}

/** The classes, the smallest first; those of one size in an order that is always the same. */
function classesOf(marks: readonly AnswerMarks[], sizes: Float64Array): MarkedClass[] {
  const classes = new Map<string, MarkedClass>();
  marks.forEach((own, cell) => {
    const key = keyOf(own);
    const of = classes.get(key) ?? { key, cells: [], size: 0 };
    classes.set(key, of);
    of.cells.push(cell);
    of.size += sizes[cell] ?? 0;
  });
  return [...classes.values()].sort((a, b) => a.size - b.size || (a.key < b.key ? -1 : 1));
}

function coarser({ unit, role, gate }: AnswerMarks, parentOf: (unit: UnitId) => UnitId | null): AnswerMarks {
  if (gate !== null) return { unit, role, gate: null };
  if (role !== null) return { unit, role: null, gate };
  return { unit: unit === null ? null : parentOf(unit), role, gate };
}

/** How often marks can be made coarser before nothing is told. */
function steps(marks: AnswerMarks, parentOf: (unit: UnitId) => UnitId | null): number {
  let taken = 0;
  for (let at = marks; keyOf(at) !== nothingTold; at = coarser(at, parentOf)) taken++;
  return taken;
}

/**
 * The smallest class, of those that something is told of, by which fewer than `minimum` respondents can be told apart, by adding and subtracting the sums of
 * classes and of shown groups (as rule P9 for groups alone); undefined where none can. What cannot be worked out
 * exactly counts as told apart.
 */
function givenAway(
  classes: readonly MarkedClass[],
  shown: readonly (readonly number[])[],
  sizes: Float64Array,
  minimum: number,
): MarkedClass | undefined {
  const told = classes.filter(({ key }) => key !== nothingTold);
  if (told.length === 0) return undefined;
  const rows = [...classes.map(({ cells }) => cells), ...shown];
  const byLength = rows.map((_, row) => row).sort((a, b) => (rows[a]?.length ?? 0) - (rows[b]?.length ?? 0));
  try {
    const space = new RowSpace(
      byLength.map((row) => rows[row] ?? []),
      sizes,
    );
    const [few] = lightSums(space, sizes, minimum);
    if (few === undefined) return undefined;
    // Each row carries a column of its own, which tells whether the sum uses it.
    const traced = new RowSpace(
      byLength.map((row) => [...(rows[row] ?? []), sizes.length + row]),
      sizes,
      sizes.length + rows.length,
    );
    const used = new Set(traced.carried(few).map((column) => column - sizes.length));
    return classes.find(({ key }, row) => key !== nothingTold && used.has(row)) ?? told[0];
  } catch (error) {
    if (error instanceof InexactArithmetic) return told[0];
    throw error;
  }
}
