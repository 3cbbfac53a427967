import type { Categories, Choice, Estimate, InputOf, ModelNode, Texts } from '../api.ts';
import type { Measurements } from '../analysis/measurements.ts';
import type { Category, Instrument, Item } from '../instrument/instrument.ts';
import { compareTexts } from '../text.ts';
import { hidingText, surenessOf } from './changes.ts';
import type { ChangesView } from './comparisons.ts';
import { againstRest, changesSince } from './comparisons.ts';
import type { GroupView } from './figures-of.ts';
import { estimateOnScale, groupView, missing } from './figures-of.ts';
import { definitionOf } from '../instrument/definition.ts';
import type { SubjectView } from './subject.ts';
import { shownSubject, subjectOf } from './subject.ts';
import { capital, countWord, leadOf, percentText, plain, valueText } from './words.ts';

/** What is asked for beside the choice. */
export type CategoriesWish = Pick<InputOf<'categories.get'>, 'node' | 'over' | 'order'> & {
  /** What the organisation calls its IT department. */
  readonly itDepartment: string | null;
};

/** More bars than these are no longer told apart. */
const mostBars = 5;

/** The model's parts with their results, and one of them in full. @throws Refusal `year-missing`, `unit-missing` */
export function categories(measurements: Measurements, choice: Choice, wish: CategoriesWish): Categories {
  const subject = subjectOf(measurements, choice);
  const { instrument, since, year, unit } = subject;
  const node = knownNode(instrument, wish.node);
  const changes = since === null ? null : changesSince(measurements, since, year, unit, choice.who);
  const bars = barsOf(measurements, choice, subject, wish.over);
  const shown = itemsOf(instrument, node);
  const rows = shown.map((item) => ({
    code: item.code,
    name: item.name,
    category: item.category,
    bars: bars.map(({ key, label, group }) => {
      const { mean, percent, dontKnowPercent, n } = group.item(item.code);
      return { key, label, year: group.year, unit: group.unit, mean, percent, dontKnowPercent, n };
    }),
    change: changes?.item(item.code, choice.measure) ?? null,
  }));
  return {
    lead: leadOf(leadText(shown, changes, subject, choice.measure)),
    subject: shownSubject(subject),
    since,
    tree: treeOf(instrument, subject.group, choice.measure),
    node,
    name: nameOf(instrument, node),
    own: bars.map(({ key, group }) => ({ key, percent: ownPercent(group, node) })),
    rows: sorted(rows, wish.order),
    item: node.kind === 'item' ? itemPanel(measurements, choice, subject, node.code, changes, wish) : null,
  };
}

/** The place asked for, or the first category where it is not in the instrument. */
function knownNode(instrument: Instrument, node: ModelNode | null): ModelNode {
  const [first] = instrument.categories;
  if (node !== null) {
    const parts = {
      dimension: instrument.dimensions,
      category: instrument.categories,
      item: instrument.items,
    }[node.kind];
    if (parts.some(({ code }) => code === node.code)) return node;
  }
  if (first === undefined) throw new RangeError('An instrument has no category.');
  return { kind: 'category', code: first.code };
}

function nameOf(instrument: Instrument, { code }: ModelNode): Texts {
  const all = [...instrument.dimensions, ...instrument.categories, ...instrument.items];
  return all.find((part) => part.code === code)?.name ?? { sv: code, en: code };
}

function itemsOf(instrument: Instrument, node: ModelNode): readonly Item[] {
  switch (node.kind) {
    case 'dimension':
      return instrument.items.filter(
        ({ category }) => categoryOf(instrument, category).dimension === node.code,
      );
    case 'category':
      return categoryOf(instrument, node.code).items;
    case 'item': {
      const own = instrument.items.find(({ code }) => code === node.code);
      return own === undefined ? [] : categoryOf(instrument, own.category).items;
    }
  }
}

function categoryOf(instrument: Instrument, code: Category['code']): Category {
  const found = instrument.categories.find((category) => category.code === code);
  if (found === undefined) throw new RangeError(`The instrument has no category ${code}.`);
  return found;
}

interface Bar {
  readonly key: string;
  readonly label: string;
  readonly group: GroupView;
}

/** Years of the first unit, newest first, or the chosen units in the newest year. */
function barsOf(
  measurements: Measurements,
  choice: Choice,
  { year, years, unit, units }: SubjectView,
  over: 'years' | 'units',
): Bar[] {
  if (over === 'years') {
    return years.slice(0, mostBars).map((other) => ({
      key: `year:${other}`,
      label: String(other),
      group: groupView(measurements, other, unit, choice.who),
    }));
  }
  return [...new Set(units)].slice(0, mostBars).map((other) => ({
    key: other === null ? 'whole' : `unit:${other}`,
    label: measurements.nameOf(other),
    group: groupView(measurements, year, other, choice.who),
  }));
}

function ownPercent(group: GroupView, node: ModelNode): Estimate {
  switch (node.kind) {
    case 'dimension':
      return group.dimension(node.code);
    case 'category':
      return group.category(node.code);
    case 'item':
      return missing;
  }
}

function treeOf(instrument: Instrument, group: GroupView, measure: Choice['measure']): Categories['tree'] {
  return instrument.dimensions.flatMap((dimension) => [
    {
      kind: 'dimension' as const,
      code: dimension.code,
      parent: null,
      name: dimension.name,
      value: group.dimension(dimension.code),
    },
    ...dimension.categories.flatMap((category) => [
      {
        kind: 'category' as const,
        code: category.code,
        parent: dimension.code,
        name: category.name,
        value: group.category(category.code),
      },
      ...category.items.map((item) => ({
        kind: 'item' as const,
        code: item.code,
        parent: category.code,
        name: item.name,
        value: group.item(item.code)[measure],
      })),
    ]),
  ]);
}

function leadText(
  items: readonly Item[],
  changes: ChangesView | null,
  subject: SubjectView,
  measure: Choice['measure'],
): Texts {
  const { since, instrument, group } = subject;
  const of = countWord(items.length);
  if (changes === null || since === null) {
    const shown = items.filter(({ code }) => group.item(code).mean.value !== null).length;
    return {
      sv: `*${capital(countWord(shown)).sv} av ${of.sv}* mätpunkter har ett värde; det finns inget tidigare år att jämföra med.`,
      en: `*${capital(countWord(shown)).en} of ${of.en}* items have a value; there is no earlier year to compare with.`,
    };
  }
  const all = items.map((item) => ({ item, change: changes.item(item.code, measure) }));
  const sure = all.filter(({ change }) => surenessOf(change) === 'firm');
  const invited = all.filter(({ change }) => surenessOf(change) === 'among-invited').length;
  const hidden = all.filter(({ change }) => change.mark.shape === 'hidden').length;
  const within = all.filter(({ change }) => change.verdict === 'within-uncertainty').length;
  const rest = restText({
    invited,
    within,
    hidden,
    untold: items.length - sure.length - invited - within - hidden,
  });
  if (sure.length === 0)
    return {
      sv: `Ingen av ${of.sv} mätpunkter har *ändrats säkert* sedan ${since}.${rest.sv}`,
      en: `None of ${of.en} items has *certainly changed* since ${since}.${rest.en}`,
    };
  const count = capital(countWord(sure.length));
  const told = sure.slice(0, 3).map(({ item, change }) => {
    const verb = change.verdict === 'risen' ? { sv: 'stigit', en: 'risen' } : { sv: 'fallit', en: 'fallen' };
    const from = valueText(change.from.value, measure, instrument.display);
    const to = valueText(change.to.value, measure, instrument.display);
    return {
      sv: `${plain(item.name.sv)} har ${verb.sv} från ${from.sv} till ${to.sv}`,
      en: `${plain(item.name.en)} has ${verb.en} from ${from.en} to ${to.en}`,
    };
  });
  const more = sure.length > 3 ? { sv: ' med flera', en: ' and others' } : { sv: '', en: '' };
  const has = sure.length === 1 ? 'has' : 'have';
  return {
    sv: `${count.sv} av ${of.sv} mätpunkter har ändrats säkert sedan ${since}: *${told.map(({ sv }) => sv).join(', ')}${more.sv}*.${rest.sv}`,
    en: `${count.en} of ${of.en} items ${has} certainly changed since ${since}: *${told.map(({ en }) => en).join(', ')}${more.en}*.${rest.en}`,
  };
}

/** What is to be said of the items that have not certainly changed; nothing of what cannot be seen or judged. */
function restText({
  invited,
  within,
  hidden,
  untold,
}: {
  readonly invited: number;
  readonly within: number;
  readonly hidden: number;
  readonly untold: number;
}): Texts {
  const be = (count: number): string => (count === 1 ? 'is' : 'are');
  const told: readonly (readonly [number, Texts])[] = [
    [
      invited,
      {
        sv: 'har ändrats bara bland dem som var inbjudna.',
        en: 'changed only among those who were invited.',
      },
    ],
    [within, { sv: 'rör sig inom osäkerheten.', en: `${be(within)} within the uncertainty.` }],
    [untold, { sv: 'går inte att bedöma.', en: 'cannot be judged.' }],
    [hidden, { sv: 'visas inte.', en: `${be(hidden)} not shown.` }],
  ];
  const sentences = told.flatMap(([count, { sv, en }]) => {
    const word = capital(countWord(count));
    return count === 0 ? [] : [{ sv: ` ${word.sv} ${sv}`, en: ` ${word.en} ${en}` }];
  });
  return { sv: sentences.map(({ sv }) => sv).join(''), en: sentences.map(({ en }) => en).join('') };
}

type Rows = Categories['rows'];

function sorted(rows: Rows, order: CategoriesWish['order']): Rows {
  const newest = ({ bars }: Rows[number]) => bars[0];
  switch (order) {
    case 'model':
      return rows;
    case 'value':
      // The highest first, as in the figure.
      return rows.toSorted(
        (a, b) => (newest(b)?.percent.value ?? -Infinity) - (newest(a)?.percent.value ?? -Infinity),
      );
    case 'change':
      return rows.toSorted((a, b) => (a.change?.difference ?? Infinity) - (b.change?.difference ?? Infinity));
    case 'dont-know':
      return rows.toSorted(
        (a, b) => (newest(b)?.dontKnowPercent.value ?? -1) - (newest(a)?.dontKnowPercent.value ?? -1),
      );
    case 'name':
      return rows.toSorted((a, b) => compareTexts(a.name.sv, b.name.sv));
  }
}

function itemPanel(
  measurements: Measurements,
  choice: Choice,
  { instrument, years, year, unit, since }: SubjectView,
  code: Item['code'],
  changes: ChangesView | null,
  { itDepartment }: CategoriesWish,
): Categories['item'] {
  const item = instrument.items.find((candidate) => candidate.code === code);
  if (item === undefined) return null;
  const category = categoryOf(instrument, item.category);
  return {
    code,
    name: item.name,
    definition: definitionOf(item, itDepartment),
    category: { code: category.code, name: category.name },
    change: changes?.item(code, 'mean') ?? null,
    dontKnowSentence:
      changes === null || since === null ? null : dontKnowSentence(changes, code, instrument, since),
    distributions: years.slice(0, mostBars).map((other) => {
      const group = groupView(measurements, other, unit, choice.who);
      return distribution(group, code);
    }),
    units: unitRows(measurements, choice, { year, unit }, code),
  };
}

function distribution(
  group: GroupView,
  code: Item['code'],
): NonNullable<Categories['item']>['distributions'][number] {
  const { counts, n, mean, dontKnowPercent } = group.item(code);
  const isShown = counts !== null && n !== null && n > 0;
  return {
    key: `year:${group.year}`,
    label: String(group.year),
    percents: isShown ? counts.map((count) => (count / n) * 100) : null,
    hidden: mean.hidden,
    n,
    dontKnowPercent: { value: dontKnowPercent.value, hidden: dontKnowPercent.hidden },
  };
}

function unitRows(
  measurements: Measurements,
  { who, measure }: Choice,
  { year, unit }: { readonly year: number; readonly unit: SubjectView['unit'] },
  code: Item['code'],
): NonNullable<Categories['item']>['units'] {
  const rest = who.kind === 'all' ? againstRest(measurements, year, unit) : null;
  const rows = measurements.bestResult(year).units.flatMap((own) => {
    if (own.unit === null || own.parent !== unit) return [];
    const group = groupView(measurements, year, own.unit, who);
    const { mean, percent } = group.item(code);
    const hidden = mean.hidden ?? group.hidden;
    return [
      {
        unit: own.unit,
        name: own.name,
        mean,
        percent,
        hiddenText: hidden === null ? null : hidingText(hidden),
        change: rest?.get(own.unit)?.item(code, measure) ?? null,
      },
    ];
  });
  return rows.toSorted((a, b) => (b.mean.value ?? -Infinity) - (a.mean.value ?? -Infinity));
}

/** "Vet ej" in words: moved, or within its uncertainty. */
export function dontKnowSentence(
  changes: ChangesView,
  code: Item['code'],
  { display }: Instrument,
  since: number,
): Texts | null {
  const { from, to, difference, sure } = changes.dontKnow(code);
  if (from === null || to === null || difference === null) return null;
  const a = percentText(from, display);
  const b = percentText(to, display);
  return sure
    ? {
        sv: `Andelen ”vet ej” har gått från ${a.sv} till ${b.sv} sedan ${since}, mer än osäkerheten.`,
        en: `The share of “don’t know” has gone from ${a.en} to ${b.en} since ${since}, more than the uncertainty.`,
      }
    : {
        sv: `Andelen ”vet ej” är oförändrad inom osäkerheten (${a.sv} → ${b.sv}).`,
        en: `The share of “don’t know” is unchanged within the uncertainty (${a.en} → ${b.en}).`,
      };
}

/** An estimate in the chosen measure: composites are in percent, and turned for means. */
export function inMeasure(estimate: Estimate, measure: Choice['measure'], instrument: Instrument): Estimate {
  return measure === 'percent' ? estimate : estimateOnScale(estimate, instrument);
}
