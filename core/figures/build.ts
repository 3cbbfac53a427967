import { buildCategoryBars } from './category-bars/build.ts';
import { buildChange } from './change/build.ts';
import { buildDistribution } from './distribution/build.ts';
import { buildEmployeePairs } from './employee-pairs/build.ts';
import { buildEmployeeScatter } from './employee-scatter/build.ts';
import { buildGate } from './gate/build.ts';
import { buildMatrix } from './matrix/build.ts';
import { buildModel } from './model/build.ts';
import { buildQuadrant } from './quadrant/build.ts';
import { buildResponseRates } from './response-rates/build.ts';
import { buildTrend } from './trend/build.ts';
import type { FigureChoice, FigureKind, FigureSpec, SpecByKind } from './figure.ts';
import type { FigureSource } from './source.ts';

type Builders = {
  readonly [Kind in FigureKind]: (source: FigureSource, choice: FigureChoice) => SpecByKind[Kind];
};

const builders: Builders = {
  quadrant: buildQuadrant,
  'category-bars': buildCategoryBars,
  distribution: buildDistribution,
  change: buildChange,
  model: buildModel,
  matrix: buildMatrix,
  trend: buildTrend,
  'response-rates': buildResponseRates,
  gate: buildGate,
  'employee-pairs': buildEmployeePairs,
  'employee-scatter': buildEmployeeScatter,
};

/**
 * A figure of the gated analysis.
 * @throws Refusal `year-missing`, and those of the kind
 */
export function buildFigure(kind: FigureKind, source: FigureSource, choice: FigureChoice): FigureSpec {
  return builders[kind](source, choice);
}
