/** How p-values are adjusted for how many differences are tried together. */
export const corrections = ['benjamini-hochberg', 'none'] as const;
export type Correction = (typeof corrections)[number];

/** What an analysis is made with. Stored with the workspace, and repeated in every result's assumptions. */
export interface AnalysisSettings {
  /** Share of intervals that hold the true value, between 0 and 1; a test rejects at one less this. */
  readonly level: number;
  readonly correction: Correction;
  /** A figure resting on fewer answers than this gets the verdict `too-few`; a whole number from 2. */
  readonly minimumAnswers: number;
  /**
   * How alike the same person answers on another day, from 0 to 1. At 1 the invited who did not answer are
   * all that is unknown; below 1 the finite population correction is taken down to 1 − ρ f.
   */
  readonly retestReliability: number;
}

/** A standard deviation needs two answers. */
export const fewestAnswersWithSpread = 2;

export const defaultAnalysisSettings: AnalysisSettings = {
  level: 0.95,
  correction: 'benjamini-hochberg',
  minimumAnswers: 5,
  retestReliability: 1,
};

/**
 * The default settings with `changes` made to them.
 * @throws RangeError when a setting is outside its range.
 */
export function analysisSettings(changes: Partial<AnalysisSettings> = {}): AnalysisSettings {
  const settings = { ...defaultAnalysisSettings, ...changes };
  const { level, minimumAnswers, retestReliability } = settings;
  if (!(level > 0 && level < 1)) throw new RangeError(`The level ${level} is not between 0 and 1.`);
  if (!Number.isInteger(minimumAnswers) || minimumAnswers < fewestAnswersWithSpread)
    throw new RangeError(`The minimum of ${minimumAnswers} answers is not a whole number from 2.`);
  if (!(retestReliability >= 0 && retestReliability <= 1))
    throw new RangeError(`The retest reliability ${retestReliability} is not between 0 and 1.`);
  return settings;
}
