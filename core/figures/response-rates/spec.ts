import type { SpecFrame } from '../figure.ts';
import type { ResponseRatesData } from './data.ts';

/** Response rates of units beside the whole, over one to five years. */
export interface ResponseRatesSpec extends SpecFrame<'response-rates'>, ResponseRatesData {}
