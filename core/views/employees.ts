import type { Choice, Employees, Texts } from '../api.ts';
import type { AdjustedCorrelation } from '../analysis/employee-reference.ts';
import type { Measurements } from '../analysis/measurements.ts';
import { fewestPoints } from '../comparison/rank-correlation.ts';
import type { Band } from '../employees/bands.ts';
import type { DifferentUnits } from '../employees/coverage.ts';
import type { CrossCell, CrossChange, LinkReference } from '../employees/cross-reference.ts';
import type { ItemLink, LinkState, ProposedItemLink } from '../employees/item-links.ts';
import type { Position } from '../employees/positions.ts';
import type { ProposedUnitLink, UnitLink } from '../employees/unit-links.ts';
import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import type { UnitId } from '../survey/units.ts';
import { capital, countWord, differenceText, leadOf, listedTexts, plain, same } from './words.ts';

type Reference = LinkReference<AdjustedCorrelation>;

/** The employee survey as the machine has it, past the small-group gate. */
export interface EmployeesInput {
  readonly references: readonly Reference[];
  readonly bands: readonly Band[];
  readonly employeeItems: readonly string[];
  readonly employeeUnits: readonly string[];
  readonly decided: {
    readonly items: readonly (ItemLink & { readonly state: LinkState })[];
    readonly units: readonly (UnitLink & { readonly state: LinkState })[];
  };
  readonly proposed: {
    readonly items: readonly ProposedItemLink[];
    readonly units: readonly ProposedUnitLink[];
  };
  readonly findings: readonly string[];
  /** Gives names of items. */
  readonly instrument: Instrument;
}

/** Fewer questions than these have no order to speak of. */
const fewestRanked = 3;

/** Ranks among the questions that lie this far apart, or nearer, agree. */
const agreeingPlaces = 2;

const nothing: Employees = {
  lead: leadOf({
    sv: 'Ingen medarbetarundersökning är inläst.',
    en: 'No employee survey has been imported.',
  }),
  present: false,
  warnings: [],
  years: [],
  year: null,
  unit: null,
  unitName: '',
  bands: [],
  pairs: [],
  links: { employeeItems: [], employeeUnits: [], items: [], units: [] },
  findings: [],
};

/** Both surveys side by side, of the first unit of the choice; `input` is null without an employee survey. */
export function employees(
  measurements: Measurements,
  choice: Choice,
  input: EmployeesInput | null,
): Employees {
  if (input === null) return nothing;
  const { references, bands, instrument } = input;
  const unit = unitOf(measurements, choice);
  const years = [...new Set(references.flatMap(({ cells }) => cells.map(({ year }) => year)))].sort(
    (a, b) => b - a,
  );
  const year = years.find((own) => choice.years.includes(own)) ?? years[0] ?? null;
  const placed = places(references, year, unit);
  const pairs = references.map((reference) => pairOf(reference, year, unit, bands, instrument, placed));
  return {
    lead: leadOf(leadText(pairs, input)),
    present: true,
    warnings: warningsOf(references, year),
    years,
    year,
    unit,
    unitName: measurements.nameOf(unit),
    bands: bands.map((band) => ({ ...band })),
    pairs,
    links: linksOf(measurements, input),
    findings: [...input.findings],
  };
}

function unitOf({ tree }: Measurements, { units }: Choice): UnitId | null {
  const [first = null] = units;
  return first === null ? null : tree.resolve(first);
}

/** A question's place among all linked questions, in each survey; ties share the middle place. */
type Places = ReadonlyMap<Reference, { readonly employees: number | null; readonly survey: number | null }>;

function places(references: readonly Reference[], year: number | null, unit: UnitId | null): Places {
  const cells = references.map((reference) => ({ reference, cell: cellOf(reference, year, unit) }));
  const valuesOf = (side: 'employees' | 'survey'): number[] =>
    cells.flatMap(({ cell }) => {
      const value = cell?.[side].percent ?? null;
      return value === null ? [] : [value];
    });
  const values = { employees: valuesOf('employees'), survey: valuesOf('survey') };
  const place = (value: number | null | undefined, among: readonly number[]): number | null => {
    if (value === null || value === undefined) return null;
    const above = among.filter((other) => other > value).length;
    const alike = among.filter((other) => other === value).length;
    return above + (alike + 1) / 2;
  };
  const isRanked = Math.min(values.employees.length, values.survey.length) >= fewestRanked;
  if (!isRanked) return new Map();
  return new Map(
    cells.map(({ reference, cell }) => [
      reference,
      {
        employees: place(cell?.employees.percent, values.employees),
        survey: place(cell?.survey.percent, values.survey),
      },
    ]),
  );
}

function cellOf({ cells }: Reference, year: number | null, unit: UnitId | null): CrossCell | null {
  return cells.find((cell) => cell.year === year && cell.unit === unit) ?? null;
}

function pairOf(
  reference: Reference,
  year: number | null,
  unit: UnitId | null,
  bands: readonly Band[],
  instrument: Instrument,
  placed: Places,
): Employees['pairs'][number] {
  const cell = cellOf(reference, year, unit);
  const place = placed.get(reference);
  const own = (position: Position | undefined, rank: number | null | undefined) => ({
    percent: position?.percent ?? null,
    hidden: position?.hidden ?? false,
    band: bandPlace(position, bands),
    rank: rank ?? null,
  });
  const apart =
    place === undefined || place.employees === null || place.survey === null
      ? null
      : place.employees - place.survey;
  const correlation = reference.correlations.find((candidate) => candidate.year === year)?.result;
  return {
    employeeItem: reference.employeeItem,
    item: reference.item,
    itemName: itemName(instrument, reference.item),
    employees: own(cell?.employees, place?.employees),
    survey: own(cell?.survey, place?.survey),
    difference: cell?.difference ?? null,
    rankDifference: apart,
    ...agreementOf(apart),
    units: reference.cells
      .filter((candidate) => candidate.year === year && candidate.unit !== null)
      .map((candidate) => ({
        unit: candidate.unit,
        name: candidate.unitName,
        employeeUnit: candidate.employeeUnit,
        employees: own(candidate.employees, candidate.employees.rank),
        survey: own(candidate.survey, candidate.survey.rank),
        difference: candidate.difference,
        notComparable: candidate.notComparable === null ? null : differentText(candidate.notComparable),
      })),
    correlation: correlationOf(correlation),
    // A unit that one of the surveys lacks a year of tells nothing of how the two moved.
    changes: reference.changes
      .filter(({ agreement, notComparable }) => agreement !== null || notComparable !== null)
      .map(changeOf),
  };
}

function bandPlace(position: Position | undefined, bands: readonly Band[]): number | null {
  const code = position?.band?.code;
  const place = bands.findIndex((band) => band.code === code);
  return place === -1 ? null : place;
}

function agreementOf(apart: number | null): Pick<Employees['pairs'][number], 'agrees' | 'agreement'> {
  if (apart === null) return { agrees: null, agreement: { sv: '-', en: '-' } };
  const distance = Math.abs(apart);
  if (distance <= agreeingPlaces) return { agrees: 'yes', agreement: { sv: 'Ja', en: 'Yes' } };
  if (distance <= 2 * agreeingPlaces) return { agrees: 'partly', agreement: { sv: 'Delvis', en: 'Partly' } };
  return { agrees: 'no', agreement: { sv: 'Nej', en: 'No' } };
}

function correlationOf(found: AdjustedCorrelation | undefined): Employees['pairs'][number]['correlation'] {
  if (found === undefined || found.rho === null) {
    const n = found?.n ?? 0;
    const count = countWord(n);
    return {
      coefficient: null,
      p: null,
      points: n,
      sentence: {
        sv:
          found?.sentence ??
          `Inget samband räknas ut: ${count.sv} enheter har svarat i båda; det behövs minst ${countWord(fewestPoints).sv}.`,
        en: `No correlation is worked out: ${count.en} units have answered in both, and at least ${countWord(fewestPoints).en} that differ are needed.`,
      },
    };
  }
  return {
    coefficient: found.rho,
    p: found.pAdjusted ?? found.p,
    points: found.n,
    sentence: {
      sv: found.sentence,
      en: `Rank correlation ${found.rho.toFixed(2).replace('-', '−')} over ${found.n} units.`,
    },
  };
}

const directionWords = {
  up: { sv: 'upp', en: 'up' },
  down: { sv: 'ner', en: 'down' },
  unchanged: { sv: 'oförändrat', en: 'unchanged' },
} as const;

const agreementWords = {
  agree: { sv: 'De pekar åt samma håll.', en: 'They point the same way.' },
  opposite: { sv: 'De pekar åt olika håll.', en: 'They point opposite ways.' },
  'one-sided': { sv: 'Bara den ena har rört sig.', en: 'Only one of them has moved.' },
} as const;

function changeOf(change: CrossChange): Employees['pairs'][number]['changes'][number] {
  const { from, to, unit, unitName, survey, employees: own, agreement, notComparable } = change;
  return {
    from,
    to,
    unit,
    name: unitName,
    survey: survey.direction,
    employees: own.direction,
    agreement,
    sentence: notComparable === null ? changeText(change) : differentText(notComparable),
  };
}

function changeText({ unitName, from, to, survey, employees: own, agreement }: CrossChange): Texts {
  const a = own.direction === null ? null : directionWords[own.direction];
  const b = survey.direction === null ? null : directionWords[survey.direction];
  const told = agreement === null ? same('') : agreementWords[agreement];
  return {
    sv: `${unitName} ${from} → ${to}: medarbetare ${a?.sv ?? 'okänt'}, mätningen ${b?.sv ?? 'okänt'}. ${told.sv}`.trim(),
    en: `${unitName} ${from} → ${to}: employees ${a?.en ?? 'unknown'}, the survey ${b?.en ?? 'unknown'}. ${told.en}`.trim(),
  };
}

function differentText({ sentence, units }: DifferentUnits): Texts {
  const listed = listedTexts(units.map(same));
  return {
    sv: sentence,
    en: `The totals cannot be compared, because they hold different units: only one of them has ${listed.en}.`,
  };
}

/** Totals that do not compare, each said once. */
function warningsOf(references: readonly Reference[], year: number | null): Employees['warnings'] {
  const totals = references.flatMap(({ cells, changes }) => [
    ...changes.flatMap(({ unit, notComparable, to }) =>
      unit === null && notComparable !== null && to === year
        ? [{ notComparable, heading: changedTotals }]
        : [],
    ),
    ...cells.flatMap(({ unit, notComparable, year: own }) =>
      unit === null && notComparable !== null && own === year
        ? [{ notComparable, heading: otherTotals }]
        : [],
    ),
  ]);
  const bySentence = new Map(totals.map((total) => [total.notComparable.sentence, total]));
  return [...bySentence.values()].map(({ notComparable, heading }) => ({
    heading,
    text: differentText(notComparable),
  }));
}

const changedTotals: Texts = {
  sv: 'Totalerna för de båda åren kan inte jämföras.',
  en: 'The totals of the two years cannot be compared.',
};
const otherTotals: Texts = {
  sv: 'De båda undersökningarnas totaler omfattar olika enheter.',
  en: 'The totals of the two surveys hold different units.',
};

function leadText(pairs: Employees['pairs'], { proposed }: EmployeesInput): Texts {
  if (pairs.length === 0) {
    const waiting = proposed.items.length;
    return {
      sv: `Inga frågor är kopplade till mätpunkter. *${capital(countWord(waiting)).sv} kopplingar* är föreslagna.`,
      en: `No questions are linked to items. *${capital(countWord(waiting)).en} links* are proposed.`,
    };
  }
  const items = new Set(pairs.map(({ item }) => item)).size;
  const questions = new Set(pairs.map(({ employeeItem }) => employeeItem)).size;
  const judged = pairs.filter(({ agrees }) => agrees !== null);
  const agreeing = judged.filter(({ agrees }) => agrees === 'yes').length;
  const [q, i] = [capital(countWord(questions)), countWord(items)];
  const links: Texts = {
    sv: `${q.sv} ${questions === 1 ? 'medarbetarfråga är kopplad' : 'medarbetarfrågor är kopplade'} till ${i.sv} ${items === 1 ? 'mätpunkt' : 'mätpunkter'}.`,
    en: `${q.en} employee ${questions === 1 ? 'question is' : 'questions are'} linked to ${i.en} ${items === 1 ? 'item' : 'items'}.`,
  };
  const isKnown = ({ employees: own, survey }: (typeof pairs)[number]): boolean =>
    own.percent !== null && survey.percent !== null;
  if (!pairs.some(isKnown))
    return {
      sv: `${links.sv} *Ingen har värden i båda undersökningarna.*`,
      en: `${links.en} *None has values in both surveys.*`,
    };
  if (judged.length === 0)
    return {
      sv: `${links.sv} *De är för få för att jämföra ordningen*; minst ${countWord(fewestRanked).sv} behövs.`,
      en: `${links.en} *They are too few to compare their order*; at least ${countWord(fewestRanked).en} are needed.`,
    };
  const agree: Texts = {
    sv: `*Läget stämmer i ${countWord(agreeing).sv} av ${countWord(judged.length).sv}.*`,
    en: `*The order agrees in ${countWord(agreeing).en} of ${countWord(judged.length).en}.*`,
  };
  const furthest = pairs
    .filter(({ difference }) => difference !== null)
    .toSorted((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0))[0];
  if (furthest === undefined) return { sv: `${links.sv} ${agree.sv}`, en: `${links.en} ${agree.en}` };
  const points = differenceText(furthest.difference, 0, {
    percentDecimals: 0,
    meanDecimals: 0,
    rounding: 'half-up',
  });
  return {
    sv: `${links.sv} ${agree.sv} Störst avstånd: ${plain(furthest.itemName.sv)} (${points.sv}).`,
    en: `${links.en} ${agree.en} Furthest apart: ${plain(furthest.itemName.en)} (${points.en}).`,
  };
}

function linksOf(
  measurements: Measurements,
  { employeeItems, employeeUnits, decided, proposed, instrument }: EmployeesInput,
): Employees['links'] {
  return {
    employeeItems: [...employeeItems],
    employeeUnits: [...employeeUnits],
    items: [
      ...decided.items.map(({ employeeItem, item, state }) => ({
        employeeItem,
        item,
        itemName: itemName(instrument, item),
        state,
        reason: null,
        known: false,
      })),
      ...proposed.items.map(({ employeeItem, item, reason, known }) => ({
        employeeItem,
        item,
        itemName: itemName(instrument, item),
        state: 'proposed' as const,
        reason,
        known,
      })),
    ],
    units: [
      ...decided.units.map(({ employeeUnit, unit, state }) => ({
        employeeUnit,
        unit,
        unitName: measurements.nameOf(unit),
        state,
        reason: null,
      })),
      ...proposed.units.map(({ employeeUnit, unit, unitName, reason }) => ({
        employeeUnit,
        unit,
        unitName,
        state: 'proposed' as const,
        reason,
      })),
    ],
  };
}

function itemName(instrument: Instrument, code: ItemCode): Texts {
  return instrument.items.find((item) => item.code === code)?.name ?? same(code);
}
