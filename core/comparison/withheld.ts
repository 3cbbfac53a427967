import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import type { FigureSet, Measured, MeasuredGroup } from './measure.ts';
import { nothingMeasured } from './measure.ts';

/**
 * Figures that may not be told, on either side of a comparison. They take part in no test, so that no adjusted
 * p-value of another figure rests on them (rule P11), and composites that use a withheld item are withheld too.
 */
export interface Withheld {
  /** Items whose answers on the scale may not be told. */
  readonly items: ReadonlySet<ItemCode>;
  /** Items whose vet ej may not be told. */
  readonly dontKnow: ReadonlySet<ItemCode>;
  /** The answers to the gate question. */
  readonly gate: boolean;
}

/** A group's figures without those that are withheld. */
export function withoutWithheld(group: MeasuredGroup, withheld: Withheld): MeasuredGroup {
  const figures = figuresWithout(group, group.group.instrument, withheld);
  return {
    ...group,
    ...figures,
    items: figures.items.map((item) => ({
      ...item,
      sd: withheld.items.has(item.code) ? null : item.sd,
      dontKnow: withheld.dontKnow.has(item.code) ? nobody : item.dontKnow,
    })),
    gateYes: withheld.gate ? nobody : group.gateYes,
  };
}

const nobody = { count: 0, of: 0 };

/** The same for figures without shares, such as weighted ones. */
export function figuresWithout<Item extends Measured & { readonly code: ItemCode }>(
  figures: FigureSet<Item>,
  instrument: Instrument,
  { items }: Withheld,
): FigureSet<Item> {
  const codes = (categories: Instrument['categories']): ItemCode[] =>
    categories.flatMap((category) => category.items.map(({ code }) => code));
  const uses = (own: readonly ItemCode[]): boolean => own.some((code) => items.has(code));
  const masked = <Figure extends Measured>(figure: Figure, isWithheld: boolean): Figure =>
    isWithheld ? { ...figure, ...nothingMeasured } : figure;
  return {
    maturity: masked(figures.maturity, uses(codes(instrument.categories))),
    dimensions: figures.dimensions.map((figure, at) =>
      masked(figure, uses(codes(instrument.dimensions[at]?.categories ?? []))),
    ),
    categories: figures.categories.map((figure, at) =>
      masked(figure, uses(codes(instrument.categories.slice(at, at + 1)))),
    ),
    items: figures.items.map((figure) => masked(figure, items.has(figure.code))),
  };
}
