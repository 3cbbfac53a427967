import type { Measurements } from '../../core/analysis/measurements.ts';
import { followUpIn } from '../../core/analysis/follow-up.ts';
import type {
  Activity,
  BasisFigure,
  Conclusion,
  ConclusionContent,
} from '../../core/conclusions/conclusion.ts';
import type { FollowUp } from '../../core/conclusions/follow-up.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { Refusal } from '../../core/problem.ts';
import type { UnitId } from '../../core/survey/units.ts';
import { fold } from '../../core/text.ts';
import type { WorkspaceReader, WorkspaceWriter } from '../store/workspace.ts';
import { findItem } from './find-item.ts';
import { measurementsOf, wholeNameOf } from './measurements.ts';

/** Conclusions as the command line and the window handle them. `now` is an ISO time. */

/** What is written of a conclusion; what is left out keeps its value, or gets its default in a new one. */
export interface ConclusionDraft {
  readonly year?: number | undefined;
  /** Null for the whole, which is the default. */
  readonly unit?: UnitId | null | undefined;
  /** By default the next free one of its year and unit. */
  readonly number?: number | undefined;
  readonly heading?: string | undefined;
  readonly text?: string | undefined;
  readonly basis?: readonly BasisFigure[] | undefined;
  readonly activities?: readonly Activity[] | undefined;
}

/**
 * Adds a conclusion.
 * @throws Refusal `conclusion-year-missing`, `conclusion-invalid`, `conclusion-number-taken`, `unit-missing`
 */
export function addConclusion(writer: WorkspaceWriter, draft: ConclusionDraft, now: string): Conclusion {
  const { year, unit = null } = draft;
  if (year === undefined) {
    throw new Refusal({
      code: 'conclusion-year-missing',
      message: 'Slutsatsen saknar år.',
      nextStep: 'Ange året för den mätning som slutsatsen är dragen ur.',
    });
  }
  return writer.addConclusion(
    {
      year,
      unit,
      number: draft.number ?? nextNumber(writer, year, unit),
      heading: draft.heading ?? '',
      text: draft.text ?? '',
      basis: draft.basis ?? [],
      activities: draft.activities ?? [],
    },
    now,
  );
}

/** The number after the highest of the year and unit. */
export function nextNumber(reader: WorkspaceReader, year: number, unit: UnitId | null): number {
  const taken = reader
    .conclusions()
    .filter((conclusion) => conclusion.year === year && conclusion.unit === unit)
    .map(({ number }) => number);
  return Math.max(0, ...taken) + 1;
}

/**
 * Changes what a conclusion says; decisions and follow-ups stay.
 * @throws Refusal `conclusion-missing`, `conclusion-invalid`, `conclusion-number-taken`, `unit-missing`
 */
export function editConclusion(
  writer: WorkspaceWriter,
  id: number,
  draft: ConclusionDraft,
  now: string,
): Conclusion {
  const before = conclusionWith(writer, id);
  const content: ConclusionContent = {
    year: draft.year ?? before.year,
    unit: draft.unit === undefined ? before.unit : draft.unit,
    number: draft.number ?? before.number,
    heading: draft.heading ?? before.heading,
    text: draft.text ?? before.text,
    basis: draft.basis ?? before.basis,
    activities: draft.activities ?? before.activities,
  };
  return writer.editConclusion(id, content, now);
}

/** What is written of an activity; what is left out keeps its value, and a new one is planned. */
export type ActivityDraft = { readonly [Field in keyof Activity]?: Activity[Field] | undefined };

/**
 * Adds an activity to a conclusion (`place` null), or changes the one at `place`, from 1.
 * @throws Refusal `activity-missing`, `conclusion-missing`, `conclusion-invalid`
 */
export function setActivity(
  writer: WorkspaceWriter,
  id: number,
  place: number | null,
  draft: ActivityDraft,
  now: string,
): Conclusion {
  const { activities, number } = conclusionWith(writer, id);
  const before = place === null ? undefined : activities[place - 1];
  if (place !== null && before === undefined) {
    throw new Refusal({
      code: 'activity-missing',
      message: `Slutsats ${number} har ingen aktivitet ${place}; den har ${activities.length}.`,
      nextStep: 'Se aktiviteternas nummer i listan över slutsatser.',
    });
  }
  const activity: Activity = {
    text: draft.text ?? before?.text ?? '',
    responsible: draft.responsible ?? before?.responsible ?? null,
    due: draft.due ?? before?.due ?? null,
    state: draft.state ?? before?.state ?? 'planned',
  };
  const changed =
    place === null
      ? [...activities, activity]
      : activities.map((own, at) => (at === place - 1 ? activity : own));
  return editConclusion(writer, id, { activities: changed }, now);
}

/**
 * Keeps the analyst's own follow-up text for a year, beside the draft as it then reads; an empty text brings the
 * draft back.
 * @throws Refusal `conclusion-missing`, `conclusion-not-followed-up`, `year-missing`
 */
export function writeParagraph(
  writer: WorkspaceWriter,
  id: number,
  year: number,
  text: string,
  now: string,
): Conclusion {
  const conclusion = conclusionWith(writer, id);
  const own = followUpIn(measurementsOf(writer), year, [conclusion])[0];
  if (own !== undefined) return writer.writeParagraph(id, year, text, own.draft, now);
  throw new Refusal({
    code: 'conclusion-not-followed-up',
    message: `Slutsats ${conclusion.number} från ${conclusion.year} följs inte upp ${year}: den är dragen samma år eller senare, eller avslutad.`,
    nextStep: 'Välj ett senare år, eller ta tillbaka beslutet att avsluta den.',
  });
}

/**
 * A year's follow-up of the conclusions that still stand, past the small-group gate.
 * @throws Refusal `year-missing`
 */
export function followUpOf(reader: WorkspaceReader, measurements: Measurements, year: number): FollowUp[] {
  return followUpIn(measurements, year, reader.conclusions());
}

/** A conclusion that stands. @throws Refusal `conclusion-missing` */
export function conclusionWith(reader: WorkspaceReader, id: number): Conclusion {
  const found = reader.conclusions().find((conclusion) => conclusion.id === id);
  if (found !== undefined) return found;
  throw new Refusal({
    code: 'conclusion-missing',
    message: `Det finns ingen slutsats med löpnummer ${id}.`,
    nextStep: 'Se vilka slutsatser som finns i listan.',
  });
}

/** Null for the whole, by its own name or an empty one. @throws Refusal `unit-missing`, `unit-ambiguous` */
export function unitOfConclusion(reader: WorkspaceReader, name: string): UnitId | null {
  const isWhole = name.trim() === '' || fold(name) === fold(wholeNameOf(reader));
  return isWhole ? null : reader.findUnit(name).id;
}

/**
 * What a conclusion rests on, from words: "gate-share", "response-rate", or an item by code, name or alias.
 * @throws Refusal `item-missing`
 */
export function basisFromWords(instrument: Instrument, words: readonly string[]): BasisFigure[] {
  return words
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .map((word): BasisFigure => {
      if (word === 'gate-share' || word === 'response-rate') return { kind: word };
      return { kind: 'item', item: findItem(instrument, word) };
    });
}

/** The words that {@link basisFromWords} reads. */
export function basisWords(basis: readonly BasisFigure[]): string[] {
  return basis.map((figure) => (figure.kind === 'item' ? figure.item : figure.kind));
}
