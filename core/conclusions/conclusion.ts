import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import { Refusal } from '../problem.ts';
import type { UnitId } from '../survey/units.ts';
import { tidy } from '../text.ts';

/** What a conclusion rests on: items, the share involved in decisions, the response rate. */
export type BasisFigure =
  | { readonly kind: 'item'; readonly item: ItemCode }
  | { readonly kind: 'gate-share' }
  | { readonly kind: 'response-rate' };

export const basisKinds = [
  'item',
  'gate-share',
  'response-rate',
] as const satisfies readonly BasisFigure['kind'][];

export const activityStates = ['planned', 'ongoing', 'done', 'dropped'] as const;
export type ActivityState = (typeof activityStates)[number];

/** Something to be done because of a conclusion. */
export interface Activity {
  readonly text: string;
  readonly responsible: string | null;
  /** ISO date, "2022-11-30". */
  readonly due: string | null;
  readonly state: ActivityState;
}

export const decisionKinds = ['remains', 'closed', 'changed'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What the analyst decided about a conclusion when a later year was followed up. */
export interface Decision {
  /** The year of the measurement that it was decided on. */
  readonly year: number;
  readonly kind: DecisionKind;
  /** Why; for `changed` the conclusion as it reads from then on. */
  readonly text: string | null;
}

/** What the analyst writes of a conclusion. */
export interface ConclusionContent {
  /** The year of the measurement that it was drawn from. */
  readonly year: number;
  /** Null for the whole. */
  readonly unit: UnitId | null;
  /** Unique among the conclusions of its year and unit, from 1. */
  readonly number: number;
  readonly heading: string;
  readonly text: string;
  readonly basis: readonly BasisFigure[];
  readonly activities: readonly Activity[];
}

/** A conclusion as it is kept. */
export interface Conclusion extends ConclusionContent {
  readonly id: number;
  /** One for each year that it was followed up in, oldest first. */
  readonly decisions: readonly Decision[];
  /** The follow-up paragraphs that the analyst wrote, oldest first. */
  readonly paragraphs: readonly OwnParagraph[];
}

/** The analyst's own text about a conclusion in a year's follow-up. */
export interface OwnParagraph {
  readonly year: number;
  readonly text: string;
  /** The draft that stood beside it when it was written, to see whether the figures have changed since. */
  readonly draft: string;
}

/**
 * What was written, tidied at its ends, when it can be kept.
 * @throws Refusal `conclusion-invalid`, naming every fault.
 */
export function checkedConclusion(content: ConclusionContent, instrument: Instrument): ConclusionContent {
  const checked: ConclusionContent = {
    ...content,
    heading: tidy(content.heading),
    text: content.text.trim(),
    activities: content.activities.map((activity) => ({
      ...activity,
      text: activity.text.trim(),
      responsible: emptyAsNull(activity.responsible),
      due: emptyAsNull(activity.due),
    })),
  };
  const faults = [...faultsOf(checked, instrument)];
  if (faults.length === 0) return checked;
  throw new Refusal({
    code: 'conclusion-invalid',
    message: `Slutsatsen kan inte sparas: ${faults.join('; ')}.`,
    nextStep: 'Rätta det som nämns och spara igen.',
  });
}

function* faultsOf(content: ConclusionContent, instrument: Instrument): Generator<string> {
  const { number, heading, basis, activities } = content;
  if (!isYear(content.year)) yield `${content.year} är inget årtal`;
  if (!Number.isInteger(number) || number < 1) yield 'numret ska vara ett heltal från 1';
  if (heading === '') yield 'rubriken saknas';
  if (basis.length === 0)
    yield 'den vilar inte på något: ange minst en mätpunkt, andelen inblandade i beslut eller svarsfrekvensen';
  const known = new Set(instrument.items.map(({ code }) => code));
  const keys = basis.map((figure) => (figure.kind === 'item' ? `item ${figure.item}` : figure.kind));
  for (const figure of basis) {
    if (figure.kind === 'item' && !known.has(figure.item)) yield `mätpunkten "${figure.item}" finns inte`;
  }
  if (new Set(keys).size < keys.length) yield 'samma underlag är angivet två gånger';
  for (const [at, { text, due }] of activities.entries()) {
    if (text === '') yield `aktivitet ${at + 1} saknar text`;
    if (due !== null && !isDate(due)) yield `aktivitet ${at + 1}: "${due}" är inget datum (åååå-mm-dd)`;
  }
}

/**
 * A decision, when it can be kept.
 * @throws Refusal `decision-invalid`.
 */
export function checkedDecision(
  conclusion: Pick<ConclusionContent, 'year' | 'number'>,
  decision: Decision,
): Decision {
  const text = emptyAsNull(decision.text);
  const fault =
    decision.kind === 'changed' && text === null
      ? 'en ändrad slutsats behöver sin nya text'
      : !isYear(decision.year) || decision.year <= conclusion.year
        ? `den kan följas upp först året efter ${conclusion.year}`
        : null;
  if (fault === null) return { ...decision, text };
  throw new Refusal({
    code: 'decision-invalid',
    message: `Beslutet om slutsats ${conclusion.number} kan inte sparas: ${fault}.`,
    nextStep: 'Rätta beslutet och spara igen.',
  });
}

/**
 * The conclusions to follow up in `year`: drawn in an earlier year and not closed in one. Those of the whole
 * first, then by unit, year and number.
 */
export function conclusionsToFollowUp(conclusions: readonly Conclusion[], year: number): Conclusion[] {
  return conclusions
    .filter(
      (conclusion) =>
        conclusion.year < year &&
        !conclusion.decisions.some((decision) => decision.kind === 'closed' && decision.year < year),
    )
    .sort((a, b) => (a.unit ?? 0) - (b.unit ?? 0) || a.year - b.year || a.number - b.number);
}

/** How a conclusion read when `year` was to be followed up: as it was last changed before that. */
export function textBefore(conclusion: Conclusion, year: number): string {
  const changed = conclusion.decisions.findLast(
    (decision) => decision.kind === 'changed' && decision.year < year,
  );
  return changed?.text ?? conclusion.text;
}

function emptyAsNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1900 && year <= 2999;
}

/** A day that the calendar has, as "2022-11-30". */
function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === '') return false;
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= days;
}
