import type { Choice, PriorityList, ShownValue, Texts } from '../api.ts';
import type { Measurements } from '../analysis/measurements.ts';
import type { Conclusion } from '../conclusions/conclusion.ts';
import { isSure } from '../insights/figures.ts';
import type { InsightLimits } from '../insights/limits.ts';
import type { Priority, UnitStanding } from '../insights/priorities.ts';
import type { Reason, ReasonKind } from '../insights/reasons.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { Refusal } from '../problem.ts';
import type { AttentionView } from './attention-for.ts';
import { attentionFor } from './attention-for.ts';
import type { ChangesView } from './comparisons.ts';
import { againstRest, changesSince } from './comparisons.ts';
import { groupView } from './figures-of.ts';
import { definitionOf } from '../instrument/definition.ts';
import type { SubjectView } from './subject.ts';
import { shownSubject, subjectOf } from './subject.ts';
import { capital, countWord, leadOf, percentText, same } from './words.ts';

type Row = PriorityList['rows'][number];

/** What the list is made with beside the measurements. */
export interface PrioritiesContext {
  readonly limits: InsightLimits;
  readonly conclusions: readonly Conclusion[];
  /** What the organisation calls its IT department. */
  readonly itDepartment: string | null;
}

/** What deserves attention in the first unit of the choice. @throws Refusal `year-missing`, `unit-missing` */
export function priorityList(
  measurements: Measurements,
  choice: Choice,
  context: PrioritiesContext,
): PriorityList {
  const subject = subjectOf(measurements, choice);
  const { year, unit, instrument } = subject;
  const { limits } = context;
  const found = attention(measurements, choice, subject, limits);
  const since = found?.since ?? null;
  const changes = since === null ? null : changesSince(measurements, since, year, unit, choice.who);
  const items = found?.priorities.items ?? [];
  return {
    lead: leadOf(leadText(items, instrument, subject)),
    subject: shownSubject(subject),
    since,
    limits: { ...limits },
    limitsText: limitsText(limits, instrument),
    rankedBy: {
      sv: found?.priorities.rankedBy ?? '',
      en: 'First the items with the most certain reasons, then the most reasons, then the lowest value, then the order of the model.',
    },
    items: instrument.items.length,
    rows: items.map((priority) => rowOf(measurements, choice, subject, priority, changes, context)),
    notJudged: (found?.priorities.notJudged ?? []).map(({ code, hidden }) => ({
      code,
      name: nameOf(instrument, code),
      hidden,
    })),
    improvements: (found?.improvements ?? []).flatMap(({ code }) => {
      const change = changes?.item(code, 'mean');
      return change === undefined ? [] : [{ code, name: nameOf(instrument, code), change }];
    }),
  };
}

/** Null where the group that is looked at cannot be shown. */
function attention(
  measurements: Measurements,
  { who }: Choice,
  { group, year, unit }: SubjectView,
  limits: InsightLimits,
): AttentionView | null {
  if (group.selected === null) return null;
  try {
    return attentionFor(measurements, year, unit, who, limits);
  } catch (error) {
    if (error instanceof Refusal && error.problem.code === 'unit-not-in-year') return null;
    throw error;
  }
}

function rowOf(
  measurements: Measurements,
  choice: Choice,
  subject: SubjectView,
  priority: Priority,
  changes: ChangesView | null,
  { conclusions, itDepartment, limits }: PrioritiesContext,
): Row {
  const { instrument, group, year, unit } = subject;
  const { code } = priority;
  const item = instrument.items.find((candidate) => candidate.code === code);
  const category = instrument.categories.find((candidate) => candidate.code === item?.category);
  if (item === undefined || category === undefined)
    throw new RangeError(`The instrument has no item ${code}.`);
  const { mean, percent, dontKnowPercent } = group.item(code);
  return {
    rank: priority.rank,
    code,
    name: item.name,
    category: { code: category.code, name: category.name },
    definition: definitionOf(item, itDepartment),
    certainty: priority.certainty,
    reasons: {
      low: reasonOf('low', priority, changes, instrument, limits),
      fallen: reasonOf('fallen', priority, changes, instrument, limits),
      'dont-know': reasonOf('dont-know', priority, changes, instrument, limits),
    },
    mean,
    percent,
    dontKnowPercent,
    change: changes?.item(code, 'mean') ?? null,
    years: measurements.years
      .filter((other) => other <= year)
      .map((other) => {
        const then = groupView(measurements, other, unit, choice.who).item(code);
        return { year: other, mean: shown(then.mean), percent: shown(then.percent) };
      }),
    units: priority.units.map((standing) => unitRow(measurements, choice, subject, standing, code)),
    draft: priority.draft,
    conclusions: conclusions
      .filter(
        (conclusion) =>
          conclusion.year === year &&
          conclusion.unit === unit &&
          conclusion.basis.some((basis) => basis.kind === 'item' && basis.item === code),
      )
      .map(({ id, number, heading }) => ({ id, number, heading })),
  };
}

function shown({ value, hidden }: ShownValue): ShownValue {
  return { value, hidden };
}

function unitRow(
  measurements: Measurements,
  { who }: Choice,
  { year, unit }: SubjectView,
  { unit: own, name }: UnitStanding,
  code: Row['code'],
): Row['units'][number] {
  const { mean, percent } = groupView(measurements, year, own, who).item(code);
  const rest = againstRest(measurements, year, unit).get(own);
  return {
    unit: own,
    name,
    mean: shown(mean),
    percent: shown(percent),
    change: rest?.item(code, 'mean') ?? null,
  };
}

function reasonOf(
  kind: ReasonKind,
  { reasons, figures, code }: Priority,
  changes: ChangesView | null,
  instrument: Instrument,
  limits: InsightLimits,
): Row['reasons'][ReasonKind] {
  const held = reasons.find((reason) => reason.kind === kind);
  const about = {
    held: held !== undefined,
    certainty: held?.certainty ?? null,
    grounds: [...(held?.grounds ?? [])],
  };
  const { display } = instrument;
  switch (kind) {
    case 'low':
      return { ...about, sentence: lowText(held, percentText(figures.percent, display)) };
    case 'fallen': {
      const change = changes?.item(code, 'mean');
      const none: Texts = { sv: 'Det finns inget tidigare år.', en: 'There is no earlier year.' };
      return { ...about, sentence: change?.sentence ?? none };
    }
    case 'dont-know':
      return {
        ...about,
        sentence: dontKnowText(held, percentText(figures.dontKnowPercent, display), limits),
      };
  }
}

function lowText(held: Reason | undefined, percent: Texts): Texts {
  if (held === undefined)
    return {
      sv: `${percent.sv} av skalan, över gränsen.`,
      en: `${percent.en} of the scale, over the limit.`,
    };
  const sure = isSure(held.certainty);
  const under = held.grounds.includes('under-limit')
    ? sure
      ? { sv: ', säkert under gränsen', en: ', certainly under the limit' }
      : { sv: ', under gränsen', en: ', under the limit' }
    : same('');
  const lowest = held.grounds.includes('among-lowest')
    ? { sv: ', bland de lägsta', en: ', among the lowest' }
    : same('');
  return {
    sv: `${percent.sv} av skalan${under.sv}${lowest.sv}.`,
    en: `${percent.en} of the scale${under.en}${lowest.en}.`,
  };
}

function dontKnowText(held: Reason | undefined, share: Texts, { dontKnowPercent }: InsightLimits): Texts {
  if (held === undefined)
    return {
      sv: `${share.sv} ”vet ej”, under gränsen ${dontKnowPercent} %.`,
      en: `${share.en} “don’t know”, under the limit of ${dontKnowPercent}%.`,
    };
  const over = held.grounds.includes('over-limit')
    ? { sv: ', över gränsen', en: ', over the limit' }
    : same('');
  const risen = held.grounds.includes('risen') ? { sv: ', och har stigit', en: ', and has risen' } : same('');
  return {
    sv: `${share.sv} ”vet ej”${over.sv}${risen.sv}.`,
    en: `${share.en} “don’t know”${over.en}${risen.en}.`,
  };
}

function leadText(items: readonly Priority[], instrument: Instrument, { group, name }: SubjectView): Texts {
  const all = instrument.items.length;
  if (group.selected === null)
    return { sv: `Resultatet för ${name} visas inte.`, en: `The result of ${name} is not shown.` };
  if (items.length === 0)
    return {
      sv: `Ingen av ${all} mätpunkter är låg, har fallit eller har hög andel ”vet ej”.`,
      en: `None of ${all} items is low, has fallen or has a high share of “don’t know”.`,
    };
  const fallen = items.filter(({ reasons }) =>
    reasons.some(({ kind, certainty }) => kind === 'fallen' && isSure(certainty)),
  ).length;
  const count = capital(countWord(fallen));
  const verb = fallen === 1 ? 'has' : 'have';
  return {
    sv: `*${items.length} av ${all} mätpunkter* är låga, har fallit eller har hög andel ”vet ej”. ${count.sv} har fallit mer än osäkerheten. Listan är ett underlag för samtal, inte en dom.`,
    en: `*${items.length} of ${all} items* are low, have fallen or have a high share of “don’t know”. ${count.en} ${verb} fallen more than the uncertainty. The list is for conversation, not a verdict.`,
  };
}

function limitsText(limits: InsightLimits, { display }: Instrument): Texts {
  const percent = (value: number): Texts => percentText(value, { ...display, percentDecimals: 0 });
  const [low, dontKnow] = [percent(limits.lowPercent), percent(limits.dontKnowPercent)];
  return {
    sv: `Lågt: under ${low.sv} av skalan, eller bland de ${limits.lowestCount} lägsta · Vet ej: över ${dontKnow.sv} eller säkert upp · fyllt märke = säkert, tomt = inom osäkerheten`,
    en: `Low: under ${low.en} of the scale, or among the ${limits.lowestCount} lowest · Don’t know: over ${dontKnow.en} or certainly up · filled mark = certain, hollow = within the uncertainty`,
  };
}

function nameOf(instrument: Instrument, code: Row['code']): Texts {
  return instrument.items.find((item) => item.code === code)?.name ?? same(code);
}
