import type { Change, Choice, Overview, Texts } from '../api.ts';
import type { Measurements } from '../analysis/measurements.ts';
import type { BenchmarkComparison } from '../comparison/benchmark.ts';
import { compareWithBenchmark } from '../comparison/benchmark.ts';
import type { InsightLimits } from '../insights/limits.ts';
import type { Priority } from '../insights/priorities.ts';
import type { ReasonKind } from '../insights/reasons.ts';
import type { Certainty } from '../insights/figures.ts';
import { isSure } from '../insights/figures.ts';
import { Refusal } from '../problem.ts';
import { attentionFor } from './attention-for.ts';
import type { Found } from './changes.ts';
import { changeOf, surenessOf } from './changes.ts';
import type { ChangesView } from './comparisons.ts';
import { changesSince } from './comparisons.ts';
import { groupView, missing } from './figures-of.ts';
import type { SubjectView } from './subject.ts';
import { shownSubject, subjectOf } from './subject.ts';
import { capital, leadOf, listedTexts, percentText, plain, same, small, strong } from './words.ts';

/** What is compared with, in the order of the rows. */
const givenKinds = ['target', 'benchmark', 'pool'] as const;

/** A value of others, or aimed at, in percent. */
export interface Given {
  readonly kind: (typeof givenKinds)[number];
  readonly year: number;
  readonly percent: number;
  readonly source: string;
}

/** What the screen shows beside what the measurements tell. */
export interface OverviewContext {
  readonly given: readonly Given[];
  readonly limits: InsightLimits;
  readonly gaps: Overview['gaps'];
}

/** How many priorities the overview tells of. */
const topPriorities = 3;

/** @throws Refusal `year-missing`, `unit-missing` */
export function overview(
  measurements: Measurements,
  choice: Choice,
  { given, limits, gaps }: OverviewContext,
): Overview {
  const subject = subjectOf(measurements, choice);
  const { group, unit, year, since } = subject;
  const changes = since === null ? null : changesSince(measurements, since, year, unit, choice.who);
  const before = since === null ? null : groupView(measurements, since, unit, choice.who);
  const notes: Texts[] = [];
  return {
    lead: leadOf(leadText(subject, changes)),
    subject: shownSubject(subject),
    maturity: group.maturity,
    change: changes?.maturity ?? null,
    since,
    respondents: group.respondents,
    invited: group.invited,
    responseRatePercent: group.responseRatePercent,
    gate: {
      now: { value: group.gate.value, hidden: group.gate.hidden },
      before: before === null ? null : { value: before.gate.value, hidden: before.gate.hidden },
    },
    rows: rowsOf(measurements, choice, subject, given, notes),
    notes,
    model: modelOf(measurements, choice, subject, changes),
    responseRates: responseRatesOf(measurements, subject),
    priorities: topOf(measurements, choice, subject, limits),
    gaps,
  };
}

function leadText(
  { group, instrument, name, unit, since, year }: SubjectView,
  changes: ChangesView | null,
): Texts {
  const { display } = instrument;
  const { maturity } = group;
  if (maturity.value === null) {
    return maturity.hidden === null
      ? { sv: `${plain(name)} har inget resultat ${year}.`, en: `${plain(name)} has no result in ${year}.` }
      : {
          sv: `Mognaden för ${plain(name)} visas inte, *för att skydda enskilda svar*.`,
          en: `The maturity of ${plain(name)} is not shown, *to protect the answers of individuals*.`,
        };
  }
  const value = strong(percentText(maturity.value, display));
  const of = unit === null ? { sv: '', en: '' } : { sv: ` i ${plain(name)}`, en: ` of ${plain(name)}` };
  const now = {
    sv: `Den digitala mognaden${of.sv} är ${value.sv}.`,
    en: `The digital maturity${of.en} is ${value.en}.`,
  };
  if (changes === null || since === null) return now;
  const then = changeClause(changes.maturity, since, instrument);
  const parts = instrument.dimensions.map(({ code, name: own }) => ({
    name: small(own),
    change: changes.dimension(code),
  }));
  const told = parts.every(({ change }) => surenessOf(change) === null)
    ? [
        {
          sv: 'ändringarna i dimensionerna är också osäkra',
          en: 'the changes of the dimensions are uncertain too',
        },
      ]
    : parts.map(({ name: part, change }) => dimensionClause(part, change));
  const isTold = parts.every(({ change }) => change.difference !== null);
  const detail = isTold ? listedTexts(told) : null;
  return {
    sv: `${now.sv} ${then.sv}${detail === null ? '' : `: ${detail.sv}`}.`,
    en: `${now.en} ${then.en}${detail === null ? '' : `: ${detail.en}`}.`,
  };
}

function changeClause(change: Change, since: number, { display }: SubjectView['instrument']): Texts {
  if (change.from.hidden !== null)
    return { sv: `Resultatet ${since} visas inte`, en: `The result of ${since} is not shown` };
  if (change.verdict === 'not-comparable' || change.difference === null)
    return { sv: `Den går inte att jämföra med ${since}`, en: `It cannot be compared with ${since}` };
  const from = percentText(change.from.value, display);
  switch (change.verdict) {
    case 'risen':
    case 'fallen': {
      const verb =
        change.verdict === 'risen' ? { sv: 'stigit', en: 'risen' } : { sv: 'sjunkit', en: 'fallen' };
      const sure =
        change.mark.certainty === 'firm'
          ? { sv: '*mer än osäkerheten*', en: '*more than the uncertainty*' }
          : { sv: '*säkert bara bland dem som var inbjudna*', en: '*certain only among those invited*' };
      return {
        sv: `Den har ${verb.sv} från ${from.sv} ${since}, ${sure.sv}`,
        en: `It has ${verb.en} from ${from.en} in ${since}, ${sure.en}`,
      };
    }
    case 'within-uncertainty':
      return {
        sv: `Den var ${from.sv} ${since}, och skillnaden *ryms inom osäkerheten*`,
        en: `It was ${from.en} in ${since}, and the difference is *within the uncertainty*`,
      };
    case 'too-few':
    case null:
      return {
        sv: `Den var ${from.sv} ${since}, men hur säker skillnaden är går inte att säga`,
        en: `It was ${from.en} in ${since}, but how sure the difference is cannot be told`,
      };
  }
}

function dimensionClause(name: Texts, { verdict, mark }: Change): Texts {
  if (verdict === 'risen' || verdict === 'fallen') {
    const verb = verdict === 'risen' ? { sv: 'stigit', en: 'risen' } : { sv: 'fallit', en: 'fallen' };
    return mark.certainty === 'firm'
      ? { sv: `${name.sv} har säkert ${verb.sv}`, en: `${name.en} has certainly ${verb.en}` }
      : {
          sv: `${name.sv} har ${verb.sv} bland dem som var inbjudna`,
          en: `${name.en} has ${verb.en} among those invited`,
        };
  }
  return { sv: `ändringen i ${name.sv} är osäker`, en: `the change in ${name.en} is uncertain` };
}

function rowsOf(
  measurements: Measurements,
  choice: Choice,
  subject: SubjectView,
  given: readonly Given[],
  notes: Texts[],
): Overview['rows'] {
  const { year, years, unit, group, instrument, since } = subject;
  const { display } = instrument;
  const { maturity } = group;
  const earlier = [...new Set([...years.slice(1), ...(since === null ? [] : [since])])].sort((a, b) => b - a);
  const interval = intervalText(maturity, measurements.settings.level, display);
  const result: Overview['rows'][number] = {
    kind: 'result',
    label: { sv: `Resultat ${year}`, en: `Result ${year}` },
    year,
    value: maturity,
    change: null,
    verdict: interval,
    source: null,
    note: null,
  };
  const yearRows = earlier.map((other): Overview['rows'][number] => {
    const changes = changesSince(measurements, other, year, unit, choice.who);
    const change = changes?.maturity ?? null;
    return {
      kind: 'year',
      label:
        other === since
          ? { sv: `Förra mätningen, ${other}`, en: `Previous survey, ${other}` }
          : same(String(other)),
      year: other,
      value: groupView(measurements, other, unit, choice.who).maturity,
      change,
      verdict:
        change === null ? { sv: 'Går inte att jämföra', en: 'Not comparable' } : capital(change.mark.words),
      source: null,
      note: null,
    };
  });
  const wanted = given.filter(
    (own) =>
      own.year === year &&
      ((own.kind === 'target' && choice.against.target) ||
        (own.kind === 'benchmark' && choice.against.nation) ||
        (own.kind === 'pool' && choice.against.pool)),
  );
  const ordered = givenKinds.flatMap((kind) => wanted.filter((own) => own.kind === kind));
  const givenRows = ordered.map((own): Overview['rows'][number] => {
    const change = againstGiven(measurements, subject, own);
    const isOthers = own.kind !== 'target';
    if (isOthers && notes.length === 0)
      notes.push({
        sv: 'Osäkerheten i andras värden är okänd; de räknas som exakta.',
        en: 'The uncertainty of the values of others is unknown; they are taken as exact.',
      });
    return {
      kind: own.kind,
      label:
        own.kind === 'target'
          ? { sv: `Mål ${own.year}`, en: `Target ${own.year}` }
          : { sv: `${own.source} ${own.year}`, en: `${own.source} ${own.year}` },
      year: own.year,
      value: { ...missing, value: own.percent },
      change,
      verdict: own.kind === 'target' ? targetVerdict(change) : capital(change.mark.words),
      source: own.source,
      note: isOthers ? 1 : null,
    };
  });
  return [result, ...yearRows, ...givenRows];
}

function intervalText(
  { ciLow, ciHigh, hidden, value }: Overview['maturity'],
  level: number,
  display: SubjectView['instrument']['display'],
): Texts {
  if (hidden !== null) return { sv: 'Visas inte', en: 'Not shown' };
  if (value === null) return { sv: 'Saknas', en: 'Missing' };
  if (ciLow === null || ciHigh === null) return { sv: 'Osäkerheten är okänd', en: 'Uncertainty unknown' };
  const percent = percentText(level * 100, { ...display, percentDecimals: 0 });
  const low = percentText(ciLow, { ...display, percentDecimals: 1 });
  const high = percentText(ciHigh, { ...display, percentDecimals: 1 });
  const bare = (text: string): string => text.replace(/\u00A0?%$/, '');
  return {
    sv: `${percent.sv} osäkerhet ${bare(low.sv)}–${bare(high.sv)}`,
    en: `${percent.en} uncertainty ${bare(low.en)}–${bare(high.en)}`,
  };
}

/** The result less a given value. Only maturity is known of those, and it is tested only where it is shown. */
function againstGiven(measurements: Measurements, { group, instrument }: SubjectView, given: Given): Change {
  const { maturity, selected, name } = group;
  const own = selected?.group ?? null;
  const tested: BenchmarkComparison['maturity'] =
    maturity.value === null || own === null
      ? null
      : compareWithBenchmark(
          { name: given.kind === 'target' ? 'målet' : given.source, maturity: given.percent },
          { name, group: own },
          measurements.settings,
        ).maturity;
  const found: Found = {
    from: { value: given.percent, hidden: null },
    to: { value: maturity.value, hidden: maturity.hidden },
    difference: maturity.value === null ? null : maturity.value - given.percent,
    ciLow: tested?.ciLow ?? null,
    ciHigh: tested?.ciHigh ?? null,
    verdict: tested?.verdict ?? null,
    firm: tested?.firm ?? false,
    sentence: tested?.sentence ?? null,
  };
  return changeOf(found, {
    label: { sv: 'Den digitala mognaden', en: 'Digital maturity' },
    unit: 'percent',
    sides: {
      kind: 'groups',
      from: given.kind === 'target' ? { sv: 'målet', en: 'the target' } : same(given.source),
      to: same(name),
    },
    display: instrument.display,
  });
}

/** A target is met or not; how sure the difference is, the mark tells. */
function targetVerdict({ difference, to }: Change): Texts {
  if (to.hidden !== null) return { sv: 'Visas inte', en: 'Not shown' };
  if (difference === null) return { sv: 'Utfall saknas', en: 'No outcome' };
  return difference >= -1e-9
    ? { sv: 'Målet nås', en: 'The target is met' }
    : { sv: 'Målet nås inte', en: 'The target is not met' };
}

function modelOf(
  measurements: Measurements,
  choice: Choice,
  { years, unit, instrument, since, year }: SubjectView,
  changes: ChangesView | null,
): Overview['model'] {
  const shown = [...new Set([...years, ...(since === null ? [] : [since])])]
    .filter((other) => other <= year)
    .sort((a, b) => b - a);
  const groups = shown.map((other) => groupView(measurements, other, unit, choice.who));
  return instrument.dimensions.flatMap((dimension) => [
    {
      kind: 'dimension' as const,
      code: dimension.code,
      name: dimension.name,
      values: groups.map((group) => ({ ...group.dimension(dimension.code), year: group.year })),
      change: changes?.dimension(dimension.code) ?? null,
    },
    ...dimension.categories.map((category) => ({
      kind: 'category' as const,
      code: category.code,
      name: category.name,
      values: groups.map((group) => ({ ...group.category(category.code), year: group.year })),
      change: changes?.category(category.code) ?? null,
    })),
  ]);
}

/** The units directly under the subject, the highest rate first; of a unit without any, itself. */
function responseRatesOf(measurements: Measurements, { year, unit }: SubjectView): Overview['responseRates'] {
  const { units } = measurements.bestResult(year);
  const rows = units
    .filter((own) => own.unit !== null && own.parent === unit)
    .map(({ unit: id, name, respondents, invited, responseRatePercent }) => ({
      unit: id,
      name,
      respondents,
      invited,
      percent: responseRatePercent,
    }));
  return rows.sort((a, b) => (b.percent ?? -1) - (a.percent ?? -1));
}

function topOf(
  measurements: Measurements,
  choice: Choice,
  { year, unit, instrument, group }: SubjectView,
  limits: InsightLimits,
): Overview['priorities'] {
  if (group.selected === null) return { total: 0, top: [] };
  try {
    const { priorities } = attentionFor(measurements, year, unit, choice.who, limits);
    const since = measurements.yearBefore(year);
    const changes = since === null ? null : changesSince(measurements, since, year, unit, choice.who);
    return {
      total: priorities.items.length,
      top: priorities.items.slice(0, topPriorities).map((priority) => {
        const change = changes?.item(priority.code, 'mean') ?? null;
        return {
          rank: priority.rank,
          code: priority.code,
          name: instrument.items.find(({ code }) => code === priority.code)?.name ?? same(priority.name),
          why: whyText(priority),
          from: change?.from.value ?? null,
          to: priority.figures.mean,
          mark: change?.mark ?? null,
        };
      }),
    };
  } catch (error) {
    if (error instanceof Refusal && error.problem.code === 'unit-not-in-year') return { total: 0, top: [] };
    throw error;
  }
}

const reasonWords: Readonly<Record<ReasonKind, Texts>> = {
  low: { sv: 'låg', en: 'low' },
  fallen: { sv: 'fallen', en: 'fallen' },
  'dont-know': { sv: 'hög andel vet ej', en: 'a high share of don’t know' },
};

/** A fall within the uncertainty is never told as a fall. */
const fallenWords: Readonly<Record<Certainty, Texts>> = {
  firm: { sv: 'säkert', en: 'certainly' },
  'among-invited': { sv: 'bland de inbjudna', en: 'among those invited' },
  unsure: { sv: 'osäkert', en: 'uncertainly' },
};

/** "Låg och säkert fallen": the reasons in one clause, what is sure said to be so. */
export function whyText({ reasons }: Pick<Priority, 'reasons'>): Texts {
  const clauses = reasons.map(({ kind, certainty }) => {
    const words = reasonWords[kind];
    if (kind !== 'fallen')
      return isSure(certainty) ? { sv: `säkert ${words.sv}`, en: `certainly ${words.en}` } : words;
    const sure = fallenWords[certainty];
    return { sv: `${sure.sv} ${words.sv}`, en: `${sure.en} ${words.en}` };
  });
  return capital(listedTexts(clauses));
}
