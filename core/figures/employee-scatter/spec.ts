import type { SpecFrame } from '../figure.ts';
import type { EmployeeScatterData } from './data.ts';

/** One link between the two surveys, a point for each unit. */
export interface EmployeeScatterSpec extends SpecFrame<'employee-scatter'>, EmployeeScatterData {}
