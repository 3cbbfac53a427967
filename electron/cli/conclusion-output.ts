import type { ActivityState, Conclusion, DecisionKind } from '../../core/conclusions/conclusion.ts';
import type { FollowUp } from '../../core/conclusions/follow-up.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { UnitId } from '../../core/survey/units.ts';
import { listed } from '../../core/text.ts';
import type { WorkspaceReader } from '../store/workspace.ts';
import { basisWords } from '../workbench/conclusions.ts';
import { wholeNameOf } from '../workbench/measurements.ts';
import { bulleted, wrapped } from './wrap.ts';

const stateNames: Readonly<Record<ActivityState, string>> = {
  planned: 'planerad',
  ongoing: 'pågår',
  done: 'klar',
  dropped: 'nedlagd',
};

const decisionNames: Readonly<Record<DecisionKind, string>> = {
  remains: 'kvarstår',
  closed: 'avslutad',
  changed: 'ändrad',
};

/** Null for the whole; a unit that nothing standing uses any longer is told by its number. */
function unitNameOf(reader: WorkspaceReader, unit: UnitId | null): string | null {
  if (unit === null) return null;
  return reader.units().find(({ id }) => id === unit)?.name ?? `enhet ${unit}`;
}

/** A conclusion as JSON, in the shape that a file of conclusions has. */
export function conclusionJson(reader: WorkspaceReader, conclusion: Conclusion) {
  const { id, year, unit, number, heading, text, basis, activities, decisions, paragraphs } = conclusion;
  return {
    id,
    year,
    unit: unitNameOf(reader, unit),
    number,
    heading,
    text,
    basis: basisWords(basis),
    activities,
    decisions,
    paragraphs,
  };
}

/** Conclusions under a heading for each year and unit. */
export function conclusionsText(reader: WorkspaceReader, conclusions: readonly Conclusion[]): string {
  const groups = Object.groupBy(
    conclusions,
    ({ year, unit }) => `${unitNameOf(reader, unit) ?? wholeNameOf(reader)}, ${year}`,
  );
  return Object.entries(groups)
    .map(([heading, own = []]) =>
      [heading, ...own.map((conclusion) => conclusionText(reader, conclusion))].join('\n\n'),
    )
    .join('\n\n');
}

/** One conclusion with what it rests on, its activities and what was decided. */
export function conclusionText(reader: WorkspaceReader, conclusion: Conclusion): string {
  const { id, number, heading, text, year, activities, decisions } = conclusion;
  const points = [
    `Vilar på ${listed(basisNames(conclusion, reader.instrument(year)))}.`,
    ...activities.map((activity, at) => `Aktivitet ${at + 1}: ${activityText(activity)}`),
    ...decisions.map(
      ({ year: on, kind, text: why }) => `${on}: ${decisionNames[kind]}${why === null ? '' : `: ${why}`}`,
    ),
  ];
  return [
    `${number}. ${heading} (löpnummer ${id})`,
    ...(text === '' ? [] : [wrapped(text)]),
    bulleted(points),
  ].join('\n');
}

function basisNames({ basis }: Conclusion, { items }: Instrument): string[] {
  return basis.map((figure) => {
    if (figure.kind === 'gate-share') return 'andelen inblandade i beslut';
    if (figure.kind === 'response-rate') return 'svarsfrekvensen';
    return items.find(({ code }) => code === figure.item)?.name.sv ?? figure.item;
  });
}

function activityText({ text, responsible, due, state }: Conclusion['activities'][number]): string {
  const more = [
    stateNames[state],
    ...(responsible === null ? [] : [responsible]),
    ...(due === null ? [] : [due]),
  ];
  return `${text} (${more.join(', ')})`;
}

/** A follow-up as JSON: the conclusion, what its figures did, and both paragraphs. */
export function followUpJson(reader: WorkspaceReader, followUp: FollowUp) {
  const { conclusion, ...rest } = followUp;
  return { conclusion: conclusionJson(reader, conclusion), ...rest };
}

/** A year's follow-up: each conclusion with the paragraph that goes into the report. */
export function followUpText(reader: WorkspaceReader, year: number, followUps: readonly FollowUp[]): string {
  if (followUps.length === 0) return `Det finns inga slutsatser att följa upp ${year}.`;
  return followUps
    .map(({ conclusion, text, draft, isOwnText, draftHasChanged, changes, decision }) =>
      [
        `${conclusion.number}. ${conclusion.heading} (${unitNameOf(reader, conclusion.unit) ?? wholeNameOf(reader)} ${conclusion.year}, löpnummer ${conclusion.id})`,
        ...(isOwnText ? [bulleted(changes.map(({ sentence }) => sentence)), `Egen text:`] : ['Utkast:']),
        wrapped(text),
        ...(draftHasChanged ? [wrapped(`Utkastet har ändrats sedan texten skrevs: ${draft}`)] : []),
        decision === null
          ? `Inget är beslutat: --decide ${conclusion.id}=remains, =closed eller =changed.`
          : `Beslut: ${decisionNames[decision.kind]}.`,
      ].join('\n'),
    )
    .join('\n\n');
}
