import type { SpecFrame } from '../figure.ts';
import type { EmployeePairsData } from './data.ts';

/** Both surveys' results side by side, link by link and unit by unit. */
export interface EmployeePairsSpec extends SpecFrame<'employee-pairs'>, EmployeePairsData {}
