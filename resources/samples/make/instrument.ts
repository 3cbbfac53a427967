import instrument from '../../instruments/dimios.json' with { type: 'json' };

/** An item of the instrument with the category and dimension it belongs to. */
export interface SampleItem {
  readonly code: string;
  readonly name: string;
  /** Every text by which published figures may call it, the name first. */
  readonly names: readonly string[];
  readonly category: string;
  readonly dimension: string;
  /** What one percentage point of the item adds to the maturity. */
  readonly weight: number;
}

/** The 26 items in the order of the instrument. */
export const items: readonly SampleItem[] = instrument.dimensions.flatMap((dimension) =>
  dimension.categories.flatMap((category) =>
    category.items.map((item) => ({
      code: item.code,
      name: item.name.sv,
      names: [item.name.sv, ...item.aliases],
      category: category.name.sv,
      dimension: dimension.name.sv,
      weight: 1 / (instrument.dimensions.length * dimension.categories.length * category.items.length),
    })),
  ),
);

/** The roles that a respondent may have, as the instrument names them. */
export const roleNames: readonly string[] = instrument.roles.map((role) => role.name.sv);

/** The lowest and highest answer. */
export const scale: { readonly min: number; readonly max: number } = instrument.scale;

/** A mean answer as a percent of the scale. */
export function percentOfMean(mean: number): number {
  return ((mean - scale.min) / (scale.max - scale.min)) * 100;
}
