/**
 * What is counted in a cell: respondents, answers by scale value (the mean part), answers against vet ej (the
 * vet ej part), or yes against no at the gate question.
 */
export const cellKinds = ['respondents', 'answers', 'dont-know', 'gate'] as const;
export type CellKind = (typeof cellKinds)[number];

/**
 * The counts of one cell, group × item × year, by what was answered; they add up to its size.
 * `respondents`: one count. `answers`: one per scale value. `dont-know`: answers on the scale, then vet ej.
 * `gate`: yes, then no.
 */
export type Cell = ArrayLike<number>;

/** Number of answers in a cell. */
export function cellSize(cell: Cell): number {
  let size = 0;
  for (let at = 0; at < cell.length; at++) size += cell[at] ?? 0;
  return size;
}

/**
 * True when a cell may be shown for its own sake: it is empty, or has at least `minimum` answers (rules P1, P2)
 * that are not (almost) all the same (rule P5).
 */
export function cellPasses(cell: Cell, kind: CellKind, minimum: number): boolean {
  const size = cellSize(cell);
  return size === 0 || (size >= minimum && !isUnanimous(cell, size, kind));
}

/**
 * Rule P5. Where all gave one value, the mean is everybody's answer; where all but one did, that one knows
 * what the others answered. Of vet ej only 100 % counts: that everybody has an opinion gives nobody away.
 */
function isUnanimous(cell: Cell, size: number, kind: CellKind): boolean {
  switch (kind) {
    case 'respondents':
      return false;
    case 'dont-know':
      return cell[0] === 0;
    case 'answers':
    case 'gate': {
      let largest = 0;
      for (let at = 0; at < cell.length; at++) largest = Math.max(largest, cell[at] ?? 0);
      return largest >= size - 1;
    }
  }
}

/** Adds `more` to `sum` in place. */
export function addCell(sum: Float64Array, more: Cell): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (more[at] ?? 0);
}
