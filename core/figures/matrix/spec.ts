import type { SpecFrame } from '../figure.ts';
import type { MatrixChoice, MatrixData } from './data.ts';

/** Items by units or years, as results or changes. */
export interface MatrixSpec
  extends SpecFrame<'matrix'>, MatrixData, Pick<MatrixChoice, 'across' | 'show' | 'measure'> {
  /** The lowest and highest value that the colours run between: the scale's ends, or 0 and 100. */
  readonly lowest: number;
  readonly highest: number;
}
