import type { CategoryCode, ItemCode, RoleCode, RoundingRule } from '../instrument/instrument.ts';
import type { HidingReason } from '../privacy/reasons.ts';
import type { Verdict } from '../comparison/verdicts.ts';
import type { UnitId } from '../survey/units.ts';
import type { FontWeight, ThemeName } from './theme.ts';
import type { CategoryBarsSpec } from './category-bars/spec.ts';
import type { ChangeSpec } from './change/spec.ts';
import type { DistributionSpec } from './distribution/spec.ts';
import type { EmployeePairsSpec } from './employee-pairs/spec.ts';
import type { EmployeeScatterSpec } from './employee-scatter/spec.ts';
import type { GateSpec } from './gate/spec.ts';
import type { MatrixSpec } from './matrix/spec.ts';
import type { ModelSpec } from './model/spec.ts';
import type { QuadrantSpec } from './quadrant/spec.ts';
import type { ResponseRatesSpec } from './response-rates/spec.ts';
import type { TrendSpec } from './trend/spec.ts';

export const figureKinds = [
  'quadrant',
  'category-bars',
  'distribution',
  'change',
  'model',
  'matrix',
  'trend',
  'response-rates',
  'gate',
  'employee-pairs',
  'employee-scatter',
] as const;
export type FigureKind = (typeof figureKinds)[number];

export const languages = ['sv', 'en'] as const;
export type Language = (typeof languages)[number];

export const measures = ['mean', 'percent'] as const;
/** Items as means on the scale, or as percent of it; composites are always in percent. */
export type Measure = (typeof measures)[number];

/** Of figures that do not show what they are to be sorted by, the instrument's order stays. */
export const sortings = ['instrument', 'value', 'change', 'dont-know'] as const;
export type Sorting = (typeof sortings)[number];

/** Whose answers are looked at. */
export type Who =
  | { readonly kind: 'all' }
  | { readonly kind: 'gate'; readonly answer: 'yes' | 'no' }
  | { readonly kind: 'role'; readonly role: RoleCode }
  | { readonly kind: 'without'; readonly unit: UnitId };

/** What a figure is asked to show; each kind uses what concerns it. */
export interface FigureChoice {
  /** Newest first; at least one. */
  readonly years: readonly number[];
  /** Null is the whole. */
  readonly units: readonly (UnitId | null)[];
  readonly measure: Measure;
  readonly who: Who;
  readonly sort: Sorting;
  /** The category of a category figure; null: the first of the instrument, or all where the kind can. */
  readonly category: CategoryCode | null;
  /** The item of an item figure; null: all items of the category. */
  readonly item: ItemCode | null;
  readonly intervals: boolean;
  /** Earlier years as a trail behind the newest. */
  readonly trail: boolean;
  readonly benchmarks: boolean;
  readonly targets: boolean;
  /** Of a quadrant: the units that are drawn strong. */
  readonly highlight: readonly (UnitId | null)[];
  /** Of a matrix: what its columns are, and whether it shows results or changes. */
  readonly across: 'units' | 'years';
  readonly show: 'result' | 'change';
  /** Of the employee figures: one link; null for all. */
  readonly link: { readonly employeeItem: string; readonly item: ItemCode } | null;
  readonly language: Language;
}

/** The choice that a figure is shown with before anybody has chosen. */
export const usualChoice: Omit<FigureChoice, 'years'> = {
  units: [null],
  measure: 'mean',
  who: { kind: 'all' },
  sort: 'instrument',
  category: null,
  item: null,
  intervals: true,
  trail: true,
  benchmarks: true,
  targets: true,
  highlight: [],
  across: 'units',
  show: 'result',
  link: null,
  language: 'sv',
};

/** How numbers are written, by the instrument's or the workspace's settings. */
export interface NumberFormat {
  readonly meanDecimals: number;
  readonly percentDecimals: number;
  readonly rounding: RoundingRule;
}

/** The line under a figure, part by part. */
export interface Caption {
  /** "DiMiOS 2020–2022". */
  readonly source: string;
  /** "287 av 529 svarade 2022"; null where it is not known. */
  readonly n: string | null;
  /** The rule for small groups, with the reason where the limit is lowered. */
  readonly smallGroups: string;
  /** What else must be said of what is drawn; empty for nothing. */
  readonly notes: readonly string[];
  /** Eight hexadecimal digits, of the caller; null where there is none. */
  readonly fingerprint: string | null;
}

/** What every figure has. Everything in a spec has passed the small-group gate, and it survives JSON. */
export interface SpecFrame<Kind extends FigureKind> {
  readonly kind: Kind;
  /** Stable for the same kind of figure of the same thing: "category-bars-effektivitet". */
  readonly id: string;
  readonly language: Language;
  /** The measure, and what it is of. */
  readonly title: string;
  /** The line under the title: scale, who, year, interval. */
  readonly base: string;
  readonly caption: Caption;
  readonly format: NumberFormat;
  /** Of intervals and tests, between 0 and 1. */
  readonly level: number;
}

/** A value with its interval. Null without a reason: there is none. Null with a reason: it is hidden. */
export interface SpecValue {
  readonly value: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly hidden: HidingReason | null;
}

/** A change since an earlier year, and how sure it is. */
export interface SpecChange {
  /** In steps of the scale, or percentage points; unrounded. */
  readonly difference: number | null;
  /** Null where nothing was tested, or it is hidden. */
  readonly verdict: Verdict | null;
  readonly isFirm: boolean;
  readonly hidden: HidingReason | null;
}

/** How a figure goes into Word and PowerPoint: as a chart that can be edited there, or as a picture. */
export const figureForms = ['native', 'picture'] as const;
export type FigureForm = (typeof figureForms)[number];

/** What stands side by side in a figure: a year of a unit, or a unit of a year. */
export interface SpecSeries {
  readonly name: string;
  /** Null is the whole. */
  readonly unit: UnitId | null;
  readonly year: number;
}

/** The specs that there are, by kind. */
export interface SpecByKind {
  readonly quadrant: QuadrantSpec;
  readonly 'category-bars': CategoryBarsSpec;
  readonly distribution: DistributionSpec;
  readonly change: ChangeSpec;
  readonly model: ModelSpec;
  readonly matrix: MatrixSpec;
  readonly trend: TrendSpec;
  readonly 'response-rates': ResponseRatesSpec;
  readonly gate: GateSpec;
  readonly 'employee-pairs': EmployeePairsSpec;
  readonly 'employee-scatter': EmployeeScatterSpec;
}

/** A figure as it crosses from machine to window. */
export type FigureSpec = SpecByKind[keyof SpecByKind];

/** The width of a text in px as it will be drawn. */
export type TextWidth = (text: string, sizePx: number, weight: FontWeight) => number;

/** How a figure is to be drawn. */
export interface DrawOptions {
  /** In px. */
  readonly width: number;
  readonly height: number;
  readonly theme: ThemeName;
  readonly textWidth: TextWidth;
  readonly fontFamily?: string;
  /** True: title, base line and caption are drawn into the picture, as exports want them. */
  readonly frame?: boolean;
}

export const columnKinds = ['text', 'number', 'percent', 'difference'] as const;
export type ColumnKind = (typeof columnKinds)[number];

export interface FigureColumn {
  /** Whole in itself: no heading stands over several columns. */
  readonly heading: string;
  readonly kind: ColumnKind;
}

/** A cell as it is shown, and its number for a workbook: null for text, hidden ("..") and missing ("-") cells. */
export interface FigureCell {
  readonly shown: string;
  readonly value: number | null;
}

/** What a figure shows, as a table. */
export interface FigureTable {
  readonly columns: readonly FigureColumn[];
  /** A cell for each column. */
  readonly rows: readonly (readonly FigureCell[])[];
}
