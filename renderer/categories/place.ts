import type { Categories, ModelNode, WorkspaceSummary } from '../../core/api.ts';
import type { UnitId } from '../../core/survey/units.ts';

export type TreePart = Categories['tree'][number];

/** What is opened on the screen, as the place holds it. */
export interface CategoriesPlace {
  /** Null where none is named: the machine then shows the first category. */
  readonly node: ModelNode | null;
  /** Undefined where none is named: the first unit of the choice is then shown. */
  readonly unit: UnitId | null | undefined;
  /** What the bars of a figure are of; `both`: a panel for each unit, with the years in it. */
  readonly over: Over;
}

export const overs = ['years', 'units', 'both'] as const;
export type Over = (typeof overs)[number];

type Params = Readonly<Record<string, string>>;
const whole = 'whole';

/** Reads the place; what the workspace does not have is as if it were not named. */
export function placeOf(params: Params, summary: WorkspaceSummary): CategoriesPlace {
  const unit = summary.units.find((candidate) => String(candidate.unit) === params['unit'])?.unit;
  return {
    node: nodeOf(params, summary),
    unit: params['unit'] === whole ? null : unit,
    over: overs.find((over) => over === params['over']) ?? 'years',
  };
}

function nodeOf(params: Params, { instrument }: WorkspaceSummary): ModelNode | null {
  for (const dimension of instrument.dimensions) {
    if (dimension.code === params['dimension']) return { kind: 'dimension', code: dimension.code };
    for (const category of dimension.categories) {
      if (category.code === params['category']) return { kind: 'category', code: category.code };
      const item = category.items.find(({ code }) => code === params['item']);
      if (item !== undefined) return { kind: 'item', code: item.code };
    }
  }
  return null;
}

/** The place written as it is kept. */
export function paramsOf({ node, unit, over }: CategoriesPlace): Params {
  return {
    ...(node !== null && { [node.kind]: node.code }),
    ...(unit !== undefined && { unit: unit === null ? whole : String(unit) }),
    ...(over !== 'years' && { over }),
  };
}
