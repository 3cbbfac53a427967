import * as z from 'zod';

const percent = z.number().min(0).max(100);

/**
 * When an item deserves attention. Analysts weigh these differently, so all are settings. The defaults pick
 * the very items that the published report of 2022 calls low.
 */
export const insightLimitsSchema = z.strictObject({
  /** An item with a percent under this is low. */
  lowPercent: percent.default(35),
  /** This many of the lowest items are low too, whatever their percents; ties at the last place all count. */
  lowestCount: z.int().min(0).max(100).default(5),
  /** A fall (or rise) of more than this many percentage points is told even when it is within the uncertainty. */
  changePoints: percent.default(2.5),
  /** A vet ej share over this is high: at 50 most of those who answered had no opinion. */
  dontKnowPercent: percent.default(50),
  /** A vet ej share that has risen by more than this many percentage points is told even when it is unsure. */
  dontKnowRisePoints: percent.default(5),
});

export type InsightLimits = Readonly<z.infer<typeof insightLimitsSchema>>;

export const defaultInsightLimits: InsightLimits = insightLimitsSchema.parse({});
