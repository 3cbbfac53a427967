import type { Instrument } from '../instrument/instrument.ts';
import type { UnitResult } from '../scoring/results.ts';
import { gateUnit } from './gate.ts';
import type { GatedUnitResult } from './gated.ts';

/**
 * The figures of others, made of counts that they have released themselves (P12): this workspace has nothing to
 * hide in them. Never to be called with its own respondents.
 */
export function resultOfOthers(result: UnitResult, instrument: Instrument): GatedUnitResult {
  return gateUnit(result, { hidden: null, gate: null, items: [] }, instrument);
}
