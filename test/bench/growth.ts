import type { Measured } from './measured.ts';

/** How a step's time grows with what it works on: as respondents to the power of `exponent`. */
export interface Growth {
  readonly group: string;
  readonly step: string;
  readonly sizes: readonly number[];
  readonly exponent: number;
  /** From the second largest size to the largest, where a start no longer hides how the step itself grows. */
  readonly lastExponent: number;
  /** More than twofold work takes clearly more than twofold time, on the whole or at the end. */
  readonly isTooFast: boolean;
}

/** Linear growth has 1; what comes out above this is more than the noise of a measurement. */
export const highestExponent = 1.1;
/** Under this a start, a timer or the tidying of memory is most of what is measured. */
const leastSeconds = 0.005;

/**
 * The growth of every step that was measured at two sizes or more: the slope of a line through the logarithms of sizes
 * and times, by least squares. Times too short to mean anything are left out.
 */
export function growthOf(measured: readonly Measured[]): Growth[] {
  const steps = Map.groupBy(
    measured.filter(({ respondents, seconds }) => respondents !== null && seconds >= leastSeconds),
    ({ group, step }) => JSON.stringify([group, step]),
  );
  return [...steps.values()].flatMap((own): Growth[] => {
    const [first] = own;
    const points = own.flatMap(({ respondents, seconds }) =>
      respondents === null ? [] : [[Math.log(respondents), Math.log(seconds)] as const],
    );
    if (first === undefined || new Set(points.map(([x]) => x)).size < 2) return [];
    const exponent = slope(points);
    const lastExponent = slope(points.toSorted(([a], [b]) => a - b).slice(-2));
    return [
      {
        group: first.group,
        step: first.step,
        sizes: own.flatMap(({ respondents }) => respondents ?? []),
        exponent,
        lastExponent,
        isTooFast: Math.max(exponent, lastExponent) > highestExponent,
      },
    ];
  });
}

function slope(points: readonly (readonly [number, number])[]): number {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const above = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const below = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return above / below;
}
