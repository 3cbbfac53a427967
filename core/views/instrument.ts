import type { WorkspaceSummary } from '../api.ts';
import { definitionOf } from '../instrument/definition.ts';
import type { Instrument } from '../instrument/instrument.ts';

/** An instrument by the names to show; definitions name the IT department as the organisation does. */
export function instrumentView(
  instrument: Instrument,
  itDepartment: string | null,
): WorkspaceSummary['instrument'] {
  const { code, version, name, scale, gate, roles, dimensions, quadrants, display } = instrument;
  return {
    code,
    version,
    name,
    scale: { min: scale.min, max: scale.max },
    gate: gate === null ? null : { name: gate.name },
    roles: roles.map((role) => ({ code: role.code, name: role.name })),
    dimensions: dimensions.map((dimension) => ({
      code: dimension.code,
      name: dimension.name,
      axis: dimension.axis,
      categories: dimension.categories.map((category) => ({
        code: category.code,
        name: category.name,
        items: category.items.map((item) => ({
          code: item.code,
          name: item.name,
          definition: definitionOf(item, itDepartment),
          reversed: item.reversed,
        })),
      })),
    })),
    quadrants:
      quadrants === null
        ? null
        : {
            limitPercent: quadrants.limitPercent,
            types: quadrants.types.map((type) => ({
              code: type.code,
              x: type.x,
              y: type.y,
              name: type.name,
              risks: [...type.risks],
              advice: [...type.advice],
            })),
          },
    display: { ...display },
  };
}
