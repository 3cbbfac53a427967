import type { GivenFigure } from '../conclusions/targets.ts';
import type { Given } from './overview.ts';

/** Targets and benchmarks as they were given; what was published of ourselves is a result and not among them. */
export function givenFigures(figures: readonly GivenFigure[]): Given[] {
  return figures.flatMap(({ kind, year, percent, source }): Given[] =>
    kind === 'published' ? [] : [{ kind, year, percent, source }],
  );
}
