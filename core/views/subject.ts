import type { Choice, Texts, Who } from '../api.ts';
import type { Measurements } from '../analysis/measurements.ts';
import type { UnavailableReason } from '../analysis/selected.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { Refusal } from '../problem.ts';
import type { UnitId } from '../survey/units.ts';
import type { GroupView } from './figures-of.ts';
import { groupView } from './figures-of.ts';
import { same } from './words.ts';

/** What a screen is about: the first unit and the newest year of a choice. */
export interface SubjectView {
  readonly year: number;
  /** The chosen years that have results, newest first. */
  readonly years: readonly number[];
  /** The year compared with; null where there is no earlier one. */
  readonly since: number | null;
  readonly unit: UnitId | null;
  readonly units: readonly (UnitId | null)[];
  readonly name: string;
  readonly instrument: Instrument;
  readonly group: GroupView;
  readonly who: { readonly name: Texts; readonly notice: Texts | null };
}

/**
 * The subject of a choice.
 * @throws Refusal `year-missing` when none of the years has a result, `unit-missing` for a unit that is gone
 */
export function subjectOf(measurements: Measurements, choice: Choice): SubjectView {
  const years = [...new Set(choice.years)]
    .filter((year) => measurements.years.includes(year))
    .sort((a, b) => b - a);
  const [year] = years;
  if (year === undefined) {
    measurements.bestResult(choice.years[0] ?? 0);
    throw new RangeError('A year without results was taken for one with.');
  }
  const units = choice.units.map((unit) => known(measurements, unit));
  const unit = units[0] ?? null;
  const { instrument } = measurements.bestResult(year);
  const group = groupView(measurements, year, unit, choice.who);
  const earlier = measurements.years.filter((other) => other < year).at(-1) ?? null;
  return {
    year,
    years,
    since: years[1] ?? earlier,
    unit,
    units,
    name: measurements.nameOf(unit),
    instrument,
    group,
    who: {
      name: whoName(measurements, choice.who, instrument),
      notice: group.unavailable === null ? null : unavailableText(group.unavailable),
    },
  };
}

/** The unit that it is counted as. @throws Refusal `unit-missing` */
function known({ tree }: Measurements, unit: UnitId | null): UnitId | null {
  if (unit === null) return null;
  const resolved = tree.resolve(unit);
  if (tree.units.some(({ id }) => id === resolved)) return resolved;
  throw new Refusal({
    code: 'unit-missing',
    message: 'En av de valda enheterna finns inte längre.',
    nextStep: 'Välj enheter på nytt.',
  });
}

/** The part of the screens' `subject` that the window gets. */
export function shownSubject({ unit, name, year, who }: SubjectView): {
  unit: UnitId | null;
  name: string;
  year: number;
  who: { name: Texts; notice: Texts | null };
} {
  return { unit, name, year, who: { ...who } };
}

/** What those who are looked at are called. */
export function whoName(measurements: Measurements, who: Who, instrument: Instrument): Texts {
  switch (who.kind) {
    case 'all':
      return { sv: 'Alla svarande', en: 'All respondents' };
    case 'gate':
      return gateNames[who.answer];
    case 'role':
      return instrument.roles.find(({ code }) => code === who.role)?.name ?? same(who.role);
    case 'without': {
      const name = measurements.nameOf(who.unit);
      return { sv: `Utan ${name}`, en: `Without ${name}` };
    }
  }
}

/** What the two answers to the gate question are called. */
export const gateNames: Readonly<Record<'yes' | 'no', Texts>> = {
  yes: { sv: 'De som är delaktiga i beslut', en: 'Those who take part in decisions' },
  no: { sv: 'De som inte är delaktiga i beslut', en: 'Those who do not take part in decisions' },
};

const unavailableTexts: Readonly<Record<UnavailableReason, Texts>> = {
  'not-in-year': { sv: 'Enheten har inga resultat det året.', en: 'The unit has no results that year.' },
  'no-answers': {
    sv: 'Året har bara sammanställda värden, så svarande går inte att skilja åt.',
    en: 'The year only has summed-up values, so respondents cannot be told apart.',
  },
  'not-divided': {
    sv: 'Roller och delaktighet visas bara för helheten och förvaltningarna direkt under den.',
    en: 'Roles and participation are only shown for the whole and the units directly under it.',
  },
  'too-small': {
    sv: 'Gruppen visas inte: den, eller de övriga, har för få svarande.',
    en: 'The group is not shown: it, or the others, has too few respondents.',
  },
  'left-out': { sv: 'Enheten är den som är utelämnad.', en: 'The unit is the one that is left out.' },
};

function unavailableText(reason: UnavailableReason): Texts {
  return unavailableTexts[reason];
}
