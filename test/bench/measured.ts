/** What one step of the benchmark took. */
export interface Measured {
  /** Under which heading it is printed. */
  readonly group: string;
  /** Its name within its group; the same at every size. */
  readonly step: string;
  /** How much it worked on; null where the step has no size. */
  readonly respondents: number | null;
  readonly seconds: number;
  readonly peakMegabytes: number | null;
  /** What else there is to say, such as a ratio to a peer. */
  readonly note: string;
}

/** Names a measurement in the reference file. */
export function nameOf({
  group,
  step,
  respondents,
}: Pick<Measured, 'group' | 'step' | 'respondents'>): string {
  return [group, step, ...(respondents === null ? [] : [respondents.toLocaleString('en')])].join(' · ');
}
