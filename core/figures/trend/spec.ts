import type { SpecFrame } from '../figure.ts';
import type { TrendData } from './data.ts';

/** Maturity and its dimensions over the years, beside targets and benchmarks. */
export interface TrendSpec extends SpecFrame<'trend'>, TrendData {
  readonly intervals: boolean;
}
