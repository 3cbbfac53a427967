import type { Attention } from '../analysis/attention.ts';
import type { YearComparison } from '../analysis/compare-years.ts';
import type { AdjustedCorrelation } from '../analysis/employee-reference.ts';
import type { Measurements } from '../analysis/measurements.ts';
import type { WholeChange } from '../analysis/whole.ts';
import type { Conclusion } from '../conclusions/conclusion.ts';
import type { FollowUp } from '../conclusions/follow-up.ts';
import type { IndicatorRow } from '../conclusions/targets.ts';
import type { LinkReference } from '../employees/cross-reference.ts';
import type { FigureChoice, FigureKind, FigureSpec } from '../figures/figure.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { GatedEstimates } from '../privacy/gated-estimates.ts';
import type { GatedUnitResult, GatedYearResult } from '../privacy/gated.ts';
import type { UnitId } from '../survey/units.ts';
import type { Logo } from './report.ts';
import type { ReportSettings } from './settings.ts';

/** A figure that a section asks for: what it leaves out is as usual for the kind. */
export type FigureRequest = Partial<Omit<FigureChoice, 'language'>>;

/** Something that was done to what a report rests on; by whom is left out. */
export interface TrailLine {
  /** ISO date. */
  readonly date: string;
  readonly text: { readonly sv: string; readonly en: string };
}

/** All that a report is built from, past the small-group gate. */
export interface ReportInput {
  readonly measurements: Measurements;
  readonly year: number;
  /** What the report is about; null for the whole. */
  readonly unit: UnitId | null;
  readonly organisation: string;
  /** What the organisation calls its IT department; null where nobody has said. */
  readonly itDepartment: string | null;
  /** Who answers for the report unless its settings name somebody else. */
  readonly administrator: string | null;
  readonly logo: Logo | null;
  /** ISO date of today. */
  readonly today: string;
  readonly settings: ReportSettings;
  /** The analyses of the unit in the year. */
  readonly attention: Attention;
  readonly indicators: readonly IndicatorRow[];
  /** Of the unit, conclusions of earlier years beside what their figures did. */
  readonly followUps: readonly FollowUp[];
  /** Of the unit, those drawn this year. */
  readonly conclusions: readonly Conclusion[];
  readonly references: readonly LinkReference<AdjustedCorrelation>[];
  /** Oldest first. */
  readonly trail: readonly TrailLine[];
  /** Makes a figure in the report's language. */
  readonly figure: (kind: FigureKind, request: FigureRequest) => FigureSpec;
}

/** What every section needs to know of the report that it stands in. */
export interface ReportContext extends ReportInput {
  readonly instrument: Instrument;
  readonly result: GatedYearResult;
  /** The unit's figures this year. */
  readonly own: GatedUnitResult;
  /** Null where the year has no answers. */
  readonly estimates: GatedEstimates | null;
  /** The nearest earlier year with answers of the unit; null where there is none. */
  readonly since: number | null;
  readonly compared: YearComparison | null;
  /** Of the whole only. */
  readonly wholeChange: WholeChange | null;
  /** Up to three years that have the unit, newest first. */
  readonly years: readonly number[];
}
