import type { SpecFrame } from '../figure.ts';
import type { GateData } from './data.ts';

/** The share who take part in decisions, over the years, of one or more units. */
export interface GateSpec extends SpecFrame<'gate'>, GateData {}
