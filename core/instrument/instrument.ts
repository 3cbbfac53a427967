import { Refusal } from '../problem.ts';
import type { dimensionRules, InstrumentFile, roundingRules } from './schema.ts';
import { validateInstrumentFile } from './schema.ts';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type ItemCode = Branded<'ItemCode'>;
export type CategoryCode = Branded<'CategoryCode'>;
export type DimensionCode = Branded<'DimensionCode'>;
export type RoleCode = Branded<'RoleCode'>;

/** How a dimension adds up: the mean of its categories, or the mean of its items. */
export type DimensionRule = (typeof dimensionRules)[number];
/** What happens to a value halfway between two at display. */
export type RoundingRule = (typeof roundingRules)[number];

export interface Bilingual {
  readonly sv: string;
  readonly en: string;
}

export interface Item {
  readonly code: ItemCode;
  /** Place in `Instrument.items`, and so in every tally and answer row. */
  readonly index: number;
  readonly category: CategoryCode;
  readonly name: Bilingual;
  readonly definition: string;
  /** Null where the instrument has none. */
  readonly englishDefinition: string | null;
  readonly aliases: readonly string[];
  readonly stems: readonly string[];
  /** Empty for an item whose name is nothing bad. */
  readonly reassuringStems: readonly string[];
  readonly reversed: boolean;
}

export interface Category {
  readonly code: CategoryCode;
  readonly dimension: DimensionCode;
  readonly name: Bilingual;
  readonly items: readonly Item[];
}

export interface Dimension {
  readonly code: DimensionCode;
  readonly name: Bilingual;
  readonly axis: 'x' | 'y' | null;
  readonly categories: readonly Category[];
}

export interface Role {
  readonly code: RoleCode;
  readonly name: Bilingual;
  readonly aliases: readonly string[];
}

/** The yes/no question whether the respondent takes part in decisions. */
export type Gate = NonNullable<InstrumentFile['gate']>;

export interface QuadrantType {
  readonly code: string;
  readonly x: 'low' | 'high';
  readonly y: 'low' | 'high';
  readonly name: Bilingual;
  readonly risks: readonly string[];
  readonly advice: readonly string[];
}

export interface Scale {
  readonly min: number;
  readonly max: number;
  /** Number of scale points: 6 for 1–6. */
  readonly points: number;
  readonly minLabels: readonly string[];
  readonly maxLabels: readonly string[];
}

/** What is asked and how it adds up, ready to use: every list in the order of the file. */
export interface Instrument {
  readonly code: string;
  readonly version: string;
  readonly name: Bilingual;
  readonly scale: Scale;
  readonly dontKnow: readonly string[];
  readonly gate: Gate | null;
  readonly roles: readonly Role[];
  readonly dimensionRule: DimensionRule;
  readonly dimensions: readonly Dimension[];
  readonly categories: readonly Category[];
  readonly items: readonly Item[];
  readonly quadrants: { readonly limitPercent: number; readonly types: readonly QuadrantType[] } | null;
  readonly display: InstrumentFile['display'];
  /** The valid file it came from, for keeping in a workspace. */
  readonly file: InstrumentFile;
}

/** The instrument that a valid file describes. */
export function instrumentFrom(file: InstrumentFile): Instrument {
  const items: Item[] = [];
  const dimensions = file.dimensions.map((dimension): Dimension => {
    const dimensionCode = dimension.code as DimensionCode;
    return {
      code: dimensionCode,
      name: dimension.name,
      axis: dimension.axis ?? null,
      categories: dimension.categories.map((category): Category => {
        const categoryCode = category.code as CategoryCode;
        const own = category.items.map((item, place): Item => ({
          ...item,
          reassuringStems: item.reassuringStems ?? [],
          englishDefinition: item.englishDefinition ?? null,
          code: item.code as ItemCode,
          category: categoryCode,
          index: items.length + place,
        }));
        items.push(...own);
        return { code: categoryCode, dimension: dimensionCode, name: category.name, items: own };
      }),
    };
  });
  const { min, max, minLabels, maxLabels } = file.scale;
  return {
    code: file.code,
    version: file.version,
    name: file.name,
    scale: { min, max, points: max - min + 1, minLabels, maxLabels },
    dontKnow: file.dontKnow,
    gate: file.gate ?? null,
    roles: file.roles.map((role): Role => ({ ...role, code: role.code as RoleCode })),
    dimensionRule: file.dimensionRule,
    dimensions,
    categories: dimensions.flatMap((dimension) => dimension.categories),
    items,
    quadrants: file.quadrants ?? null,
    display: file.display,
    file,
  };
}

/**
 * Reads an instrument from the text of its file.
 * @throws Refusal `instrument-invalid`, whose message names the path of each fault in the file.
 */
export function parseInstrument(jsonText: string, fileName: string): Instrument {
  let candidate: unknown;
  try {
    candidate = JSON.parse(jsonText);
  } catch (error) {
    throw instrumentRefusal(
      fileName,
      `filen är inte giltig JSON (${error instanceof Error ? error.message : ''})`,
    );
  }
  const checked = validateInstrumentFile(candidate);
  if (checked.ok) return instrumentFrom(checked.file);
  const faults = checked.faults.map(({ path, message }) => `${path}: ${message}`);
  throw instrumentRefusal(fileName, faults.join('; '));
}

function instrumentRefusal(fileName: string, faults: string): Refusal {
  return new Refusal({
    code: 'instrument-invalid',
    message: `Instrumentfilen ${fileName} går inte att använda: ${faults}.`,
    file: fileName,
    nextStep: 'Rätta filen på de ställen som nämns, eller använd den medföljande dimios.json.',
  });
}

/** The same instrument with exactly the items in `reversedCodes` turned at scoring. */
export function withReversedItems(instrument: Instrument, reversedCodes: ReadonlySet<string>): Instrument {
  const dimensions = instrument.file.dimensions.map((dimension) => ({
    ...dimension,
    categories: dimension.categories.map((category) => ({
      ...category,
      items: category.items.map((item) => ({ ...item, reversed: reversedCodes.has(item.code) })),
    })),
  }));
  return instrumentFrom({ ...instrument.file, dimensions });
}
