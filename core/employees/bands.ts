import * as z from 'zod';
import type { RoundingRule } from '../instrument/instrument.ts';
import { roundTo } from '../numbers.ts';

/** A range of indices that is shown in one colour. */
export interface Band {
  readonly code: string;
  /** The lowest whole index in it. */
  readonly from: number;
  /** Plain Swedish. */
  readonly name: string;
}

/** Bands as they are set: from the highest down, the last from 0, so that every index has one. */
export const bandsSchema = z
  .array(
    z.strictObject({
      code: z.string().regex(/^[a-z0-9-]+$/, { error: 'en kod får bara ha a–z, siffror och bindestreck' }),
      from: z.int().min(0).max(100),
      name: z.string().trim().min(1, { error: 'namnet får inte vara tomt' }),
    }),
  )
  .min(1, { error: 'minst ett band behövs' })
  .refine((bands) => bands.every(({ from }, at) => at === 0 || from < (bands[at - 1]?.from ?? 0)), {
    error: 'banden ska stå från det högsta till det lägsta',
  })
  .refine((bands) => bands.at(-1)?.from === 0, { error: 'det sista bandet ska börja på 0' });

/** The bands that the employee survey is published with. */
export const defaultBands: readonly Band[] = [
  { code: 'from-75', from: 75, name: '75 eller mer' },
  { code: 'from-65', from: 65, name: '65–74' },
  { code: 'from-50', from: 50, name: '50–64' },
  { code: 'under-50', from: 0, name: 'under 50' },
];

/**
 * The band of an index. Bands are bounded by whole numbers, so the index is judged as it is shown without
 * decimals: 74,6 is printed as 75 and gets the colour of 75.
 */
export function bandOf(index: number | null, bands: readonly Band[], rounding: RoundingRule): Band | null {
  if (index === null) return null;
  const shown = roundTo(index, 0, rounding);
  return bands.find(({ from }) => shown >= from) ?? null;
}
