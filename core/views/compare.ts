import type { Change, Choice, Compare, Estimate, Texts } from '../api.ts';
import type { Measurements } from '../analysis/measurements.ts';
import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import type { UnitId } from '../survey/units.ts';
import { dontKnowSentence, inMeasure } from './categories.ts';
import type { Sureness } from './changes.ts';
import { surenessOf } from './changes.ts';
import type { ChangesView } from './comparisons.ts';
import { againstRest, changesSince } from './comparisons.ts';
import type { GroupView } from './figures-of.ts';
import { groupView } from './figures-of.ts';
import type { SubjectView } from './subject.ts';
import { shownSubject, subjectOf } from './subject.ts';
import { capital, countWord, leadOf, plain, same } from './words.ts';

/** More columns than these no longer fit beside each other. */
const mostColumns = 12;

interface Column {
  readonly key: string;
  readonly label: string;
  readonly group: GroupView;
}

interface Pair {
  readonly key: string;
  readonly label: string;
  readonly from: string | null;
  readonly to: string;
  readonly changes: ChangesView | null;
}

type Row = Compare['rows'][number];

/** Items beside each other over years or units. @throws Refusal `year-missing`, `unit-missing` */
export function compare(measurements: Measurements, choice: Choice, over: 'years' | 'units'): Compare {
  const subject = subjectOf(measurements, choice);
  const { instrument } = subject;
  const columns =
    over === 'years'
      ? yearColumns(measurements, choice, subject)
      : unitColumns(measurements, choice, subject);
  const pairs =
    over === 'years' ? yearPairs(measurements, choice, subject) : unitPairs(measurements, choice, columns);
  const rows = rowsOf(instrument, choice, columns, pairs, over, subject);
  return {
    lead: leadOf(over === 'years' ? yearsLead(rows, subject, pairs) : unitsLead(pairs, choice, instrument)),
    subject: shownSubject(subject),
    over,
    columns: columns.map(({ key, label, group }) => ({ key, label, year: group.year, unit: group.unit })),
    pairs: pairs.map(({ key, label, from, to }) => ({ key, label, from, to })),
    rows,
    notes: notesOf(measurements, choice, pairs, over),
  };
}

/** Oldest first. */
function yearColumns(measurements: Measurements, choice: Choice, { years, unit }: SubjectView): Column[] {
  return years
    .slice(0, mostColumns)
    .toReversed()
    .map((year) => ({
      key: `year:${year}`,
      label: String(year),
      group: groupView(measurements, year, unit, choice.who),
    }));
}

function unitColumns(measurements: Measurements, choice: Choice, { year, units }: SubjectView): Column[] {
  return [...new Set(units)].slice(0, mostColumns).map((unit) => ({
    key: unit === null ? 'whole' : `unit:${unit}`,
    label: measurements.nameOf(unit),
    group: groupView(measurements, year, unit, choice.who),
  }));
}

/** Each year and the one before it. */
function yearPairs(measurements: Measurements, choice: Choice, { years, unit }: SubjectView): Pair[] {
  const oldestFirst = years.slice(0, mostColumns).toReversed();
  return oldestFirst.slice(1).map((to, at) => {
    const from = oldestFirst[at] ?? to;
    return {
      key: `year:${from}-${to}`,
      label: `${from}→${String(to).slice(-2)}`,
      from: `year:${from}`,
      to: `year:${to}`,
      changes: changesSince(measurements, from, to, unit, choice.who),
    };
  });
}

/** Each unit and the rest of what holds it: nobody is compared with a whole that they are part of (S3). */
function unitPairs(measurements: Measurements, choice: Choice, columns: readonly Column[]): Pair[] {
  return columns.flatMap(({ key, label, group }) => {
    const { unit, parent, year } = group;
    if (unit === null) return [];
    const changes = choice.who.kind === 'all' ? restOf(measurements, year, unit, parent) : null;
    return [{ key: `${key}-rest`, label, from: null, to: key, changes }];
  });
}

function restOf(
  measurements: Measurements,
  year: number,
  unit: UnitId,
  parent: UnitId | null,
): ChangesView | null {
  return againstRest(measurements, year, parent).get(unit) ?? null;
}

function rowsOf(
  instrument: Instrument,
  { measure }: Choice,
  columns: readonly Column[],
  pairs: readonly Pair[],
  over: 'years' | 'units',
  subject: SubjectView,
): Row[] {
  const row = (
    about: Pick<Row, 'kind' | 'code' | 'parent' | 'name'>,
    value: (group: GroupView) => Estimate,
    change: (changes: ChangesView) => Change,
    item: ItemCode | null,
  ): Row => {
    const changes = pairs.map((pair) => (pair.changes === null ? null : change(pair.changes)));
    const last = over === 'years' ? pairs.at(-1) : pairs[0];
    const shown = over === 'years' ? changes.at(-1) : changes[0];
    return {
      ...about,
      values: columns.map(({ group }) => value(group)),
      changes,
      dontKnow: item === null ? null : dontKnowOf(subject.group, last?.changes ?? null, item),
      sentence: sentenceOf(about.name, shown ?? null, last ?? null, item, columns, subject),
    };
  };
  return [
    row(
      {
        kind: 'maturity',
        code: 'maturity',
        parent: null,
        name: { sv: 'Digital mognad', en: 'Digital maturity' },
      },
      (group) => inMeasure(group.maturity, measure, instrument),
      (changes) => changes.maturityIn(measure),
      null,
    ),
    ...instrument.dimensions.flatMap((dimension) => [
      row(
        { kind: 'dimension', code: dimension.code, parent: 'maturity', name: dimension.name },
        (group) => inMeasure(group.dimension(dimension.code), measure, instrument),
        (changes) => changes.dimension(dimension.code, measure),
        null,
      ),
      ...dimension.categories.flatMap((category) => [
        row(
          { kind: 'category', code: category.code, parent: dimension.code, name: category.name },
          (group) => inMeasure(group.category(category.code), measure, instrument),
          (changes) => changes.category(category.code, measure),
          null,
        ),
        ...category.items.map((item) =>
          row(
            { kind: 'item', code: item.code, parent: category.code, name: item.name },
            (group) => group.item(item.code)[measure],
            (changes) => changes.item(item.code, measure),
            item.code,
          ),
        ),
      ]),
    ]),
  ];
}

function dontKnowOf(group: GroupView, changes: ChangesView | null, item: ItemCode): Row['dontKnow'] {
  const { value, hidden } = group.item(item).dontKnowPercent;
  const change = changes?.dontKnow(item);
  return {
    percent: { value, hidden },
    difference: change?.difference ?? null,
    sure: change?.sure ?? false,
  };
}

function sentenceOf(
  name: Texts,
  change: Change | null,
  pair: Pair | null,
  item: ItemCode | null,
  columns: readonly Column[],
  { instrument, since, group }: SubjectView,
): Texts {
  if (change === null || pair === null)
    return {
      sv: `${name.sv}: det finns inget att jämföra med.`,
      en: `${name.en}: there is nothing to compare with.`,
    };
  const dontKnow =
    item === null || pair.changes === null || pair.from === null || since === null
      ? null
      : dontKnowSentence(pair.changes, item, instrument, since);
  const own = columns.find(({ key }) => key === pair.to)?.group ?? group;
  const n = item === null ? null : own.item(item).n;
  const base = n === null ? same('') : same(` n\u00A0=\u00A0${n}.`);
  return {
    sv: `${named(name.sv, change.sentence.sv)}${dontKnow === null ? '' : ` ${dontKnow.sv}`}${base.sv}`,
    en: `${named(name.en, change.sentence.en)}${dontKnow === null ? '' : ` ${dontKnow.en}`}${base.en}`,
  };
}

/** A sentence that says what it is about, once. */
function named(name: string, sentence: string): string {
  return sentence.startsWith(name) ? sentence : `${name}: ${sentence}`;
}

function yearsLead(rows: readonly Row[], { since, year }: SubjectView, pairs: readonly Pair[]): Texts {
  const items = rows.filter(({ kind }) => kind === 'item');
  const last = pairs.at(-1);
  if (last === undefined || last.changes === null || since === null)
    return {
      sv: `Det finns inget tidigare år att jämföra ${year} med.`,
      en: `There is no earlier year to compare ${year} with.`,
    };
  const lastOf = ({ changes }: Row): Change | null => changes.at(-1) ?? null;
  const surely = (verdict: Change['verdict'], sureness: Sureness): number =>
    items.filter((row) => {
      const change = lastOf(row);
      return change !== null && change.verdict === verdict && surenessOf(change) === sureness;
    }).length;
  const [fallen, risen] = [surely('fallen', 'firm'), surely('risen', 'firm')];
  const invited = surely('fallen', 'among-invited') + surely('risen', 'among-invited');
  const hidden = items.filter((row) => lastOf(row)?.mark.shape === 'hidden').length;
  const others = items.length - fallen - risen - invited - hidden;
  const of = items.length;
  const first: Texts =
    fallen + risen === 0
      ? {
          sv: `Från ${since} till ${year} har *ingen av ${of} mätpunkter säkert ändrats*.`,
          en: `From ${since} to ${year} *none of ${of} items has certainly changed*.`,
        }
      : {
          sv: `Från ${since} till ${year} har *${countWord(fallen).sv} av ${of} mätpunkter säkert fallit* och ${countWord(risen).sv} säkert stigit.`,
          en: `From ${since} to ${year} *${countWord(fallen).en} of ${of} items ${fallen > 1 ? 'have' : 'has'} certainly fallen* and ${countWord(risen).en} certainly risen.`,
        };
  const clauses: Texts[] = [
    first,
    ...told(invited, {
      sv: 'har ändrats bara bland dem som var inbjudna.',
      en: 'changed, but only among those who were invited.',
    }),
    ...told(others, {
      sv: 'rör sig inom osäkerheten och ska inte tolkas som förändringar.',
      en: 'within the uncertainty and not to be read as changes.',
    }),
    ...told(hidden, { sv: 'visas inte.', en: 'not shown.' }),
  ];
  return { sv: clauses.map(({ sv }) => sv).join(' '), en: clauses.map(({ en }) => en).join(' ') };
}

/** "Två visas inte."; nothing where there are none. */
function told(count: number, { sv, en }: Texts): Texts[] {
  if (count === 0) return [];
  const word = capital(countWord(count));
  return [{ sv: `${word.sv} ${sv}`, en: `${word.en} ${count === 1 ? 'is' : 'are'} ${en}` }];
}

function unitsLead(pairs: readonly Pair[], { who }: Choice, instrument: Instrument): Texts {
  if (who.kind !== 'all')
    return {
      sv: 'Enheter jämförs med de övriga bara när *alla svarande* visas.',
      en: 'Units are compared with the others only when *all respondents* are shown.',
    };
  const compared = pairs.filter(({ changes }) => changes !== null);
  if (compared.length === 0)
    return {
      sv: 'Välj enheter för att se hur de skiljer sig från de övriga.',
      en: 'Choose units to see how they differ from the others.',
    };
  const mostOf = (sureness: Sureness) =>
    compared
      .map(({ label, changes }) => ({
        label,
        count: instrument.items.filter(({ code }) => {
          const change = changes?.item(code, 'mean');
          return change !== undefined && surenessOf(change) === sureness;
        }).length,
      }))
      .toSorted((a, b) => b.count - a.count)
      .find(({ count }) => count > 0);
  const of = { items: instrument.items.length, units: countWord(compared.length) };
  const firm = mostOf('firm');
  if (firm !== undefined)
    return {
      sv: `*${plain(firm.label)}* skiljer sig säkert från de övriga i ${countWord(firm.count).sv} av ${of.items} mätpunkter, mest av ${of.units.sv} enheter.`,
      en: `*${plain(firm.label)}* differs certainly from the others in ${countWord(firm.count).en} of ${of.items} items, the most of ${of.units.en} units.`,
    };
  const invited = mostOf('among-invited');
  if (invited !== undefined)
    return {
      sv: `Bland dem som var inbjudna skiljer sig *${plain(invited.label)}* från de övriga i ${countWord(invited.count).sv} av ${of.items} mätpunkter, mest av ${of.units.sv} enheter. Ingen mätpunkt skiljer sig säkert utöver dem.`,
      en: `Among those invited *${plain(invited.label)}* differs from the others in ${countWord(invited.count).en} of ${of.items} items, the most of ${of.units.en} units. No item differs certainly beyond them.`,
    };
  return {
    sv: 'Ingen av enheterna skiljer sig *säkert* från de övriga i någon mätpunkt.',
    en: 'None of the units differs *certainly* from the others in any item.',
  };
}

function notesOf(
  { settings }: Measurements,
  { who }: Choice,
  pairs: readonly Pair[],
  over: 'years' | 'units',
): Texts[] {
  const level = Math.round(settings.level * 100);
  const tested: Texts =
    over === 'years'
      ? {
          sv: `Omdömen vid ${level} % säkerhet, justerade för att alla mätpunkter prövas samtidigt.`,
          en: `Verdicts at ${level}% confidence, adjusted because all items are tested at once.`,
        }
      : {
          sv: `Varje enhet jämförs med de övriga i samma helhet, vid ${level} % säkerhet och justerat för alla enheter och mätpunkter.`,
          en: `Each unit is compared with the others of the same whole, at ${level}% confidence and adjusted for all units and items.`,
        };
  const untested =
    over === 'units' && who.kind !== 'all'
      ? [
          {
            sv: 'Enheter jämförs med de övriga bara när alla svarande visas.',
            en: 'Units are compared with the others only when all respondents are shown.',
          },
        ]
      : [];
  return pairs.length === 0 ? untested : [tested, ...untested];
}
