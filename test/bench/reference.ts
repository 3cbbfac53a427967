import fs from 'node:fs';
import * as z from 'zod';
import type { Measured } from './measured.ts';
import { nameOf } from './measured.ts';

/**
 * Seconds differ from machine to machine, so what is committed are ratios: each step's time to that of a yardstick in
 * the same run, work of a peer that this project does not change.
 */
const referenceShape = z.object({
  yardstick: z.string(),
  ratios: z.record(z.string(), z.number().positive()),
});
export type Reference = z.infer<typeof referenceShape>;

const file = new URL('reference.json', import.meta.url);

/** Worse than the reference by more than this share is told. */
export const worseShare = 0.2;

export interface Worsened {
  readonly name: string;
  readonly ratio: number;
  readonly reference: number;
}

export function readReference(): Reference | null {
  return fs.existsSync(file) ? referenceShape.parse(JSON.parse(fs.readFileSync(file, 'utf8'))) : null;
}

/** Keeps the ratios of a run beside those of steps that it left out. */
export function writeReference(reference: Reference): void {
  const before = readReference();
  const kept = before?.yardstick === reference.yardstick ? before.ratios : {};
  const ratios = Object.fromEntries(
    Object.entries({ ...kept, ...reference.ratios }).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  fs.writeFileSync(file, `${JSON.stringify({ ...reference, ratios }, null, 2)}\n`);
}

/** The ratios of a run; null where its yardstick was not measured. */
export function referenceOf(measured: readonly Measured[], yardstick: string): Reference | null {
  const length = measured.find((one) => nameOf(one) === yardstick)?.seconds;
  if (length === undefined || length === 0) return null;
  const others = measured.filter((one) => nameOf(one) !== yardstick);
  return {
    yardstick,
    ratios: Object.fromEntries(
      others.map((one) => [nameOf(one), Number((one.seconds / length).toPrecision(3))]),
    ),
  };
}

/** What takes more than a fifth longer than in the reference, the worst first. */
export function worsened(now: Reference, reference: Reference): Worsened[] {
  return Object.entries(now.ratios)
    .flatMap(([name, ratio]): Worsened[] => {
      const before = reference.ratios[name];
      return before !== undefined && ratio > before * (1 + worseShare)
        ? [{ name, ratio, reference: before }]
        : [];
    })
    .sort((a, b) => b.ratio / b.reference - a.ratio / a.reference);
}
