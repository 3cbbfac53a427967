import * as z from 'zod';
import type { ItemCode, RoleCode } from '../../core/instrument/instrument.ts';
import type { UnitId } from '../../core/survey/units.ts';

/** Shapes of single columns, shared by the queries: this is where plain values get their names. */
export const unitIdColumn = z.int().transform((id) => id as UnitId);
export const roleColumn = z.string().transform((code) => code as RoleCode);
export const itemColumn = z.string().transform((code) => code as ItemCode);
export const gateColumn = z.enum(['yes', 'no']).nullable();
export const blobColumn = z.instanceof(Uint8Array);

/** A text column that holds JSON of shape `shape`. */
export function jsonColumn<Value>(shape: z.ZodType<Value>) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(shape);
}
