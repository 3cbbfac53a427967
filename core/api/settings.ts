import * as z from 'zod';
import { corrections } from '../comparison/settings.ts';
import { bandsSchema } from '../employees/bands.ts';
import { insightLimitsSchema } from '../insights/limits.ts';
import { dimensionRules, roundingRules } from '../instrument/schema.ts';
import { changed, fileId, shortText, workspaceId } from './values.ts';

const values = z.strictObject({
  organisation: shortText.nullable(),
  itDepartment: shortText.nullable(),
  /** Handläggare. */
  administrator: shortText.nullable(),
  dimensionRule: z.enum(dimensionRules),
  percentDecimals: z.int().min(0).max(3),
  meanDecimals: z.int().min(0).max(3),
  rounding: z.enum(roundingRules),
  minimumGroup: z.strictObject({ size: z.int(), reason: shortText.nullable() }),
  /** Share of intervals that hold the true value, between 0 and 1. */
  level: z.number().gt(0).lt(1),
  /** How p-values are adjusted for how many differences are tried together. */
  correction: z.enum(corrections),
  minimumAnswers: z.int().min(2).max(1000),
  retestReliability: z.number().min(0).max(1),
  limits: insightLimitsSchema,
  employeeBands: bandsSchema,
  indexChangeLimit: z.number().min(0).max(100),
});
export type SettingsValues = z.infer<typeof values>;

export const settingsCalls = {
  'settings.get': {
    input: z.strictObject({ workspaceId }),
    output: z.strictObject({
      values,
      /** What they are where nobody has chosen. */
      usual: values,
      hasLogo: z.boolean(),
    }),
  },
  /** Changes what is named and leaves the rest. */
  'settings.set': {
    input: z.strictObject({ workspaceId, changes: values.partial() }),
    output: changed.extend({ values }),
  },
  /** The organisation's picture for reports; null takes it away. */
  'settings.setLogo': {
    input: z.strictObject({ workspaceId, fileId: fileId.nullable(), altText: shortText }),
    output: changed,
  },
} as const;
