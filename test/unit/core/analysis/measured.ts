import { Measurements } from '../../../../core/analysis/measurements.ts';
import { defaultAnalysisSettings } from '../../../../core/comparison/settings.ts';
import type { Instrument } from '../../../../core/instrument/instrument.ts';
import { usualMinimumGroup } from '../../../../core/privacy/minimum-group.ts';
import type { Unit } from '../../../../core/survey/units.ts';
import { unitTree } from '../../../../core/survey/units.ts';
import type { Answer } from '../../../answer-rows.ts';
import { smallInstrument } from '../../../instruments.ts';
import { unitId } from '../../../units.ts';
import type { Person } from '../privacy/municipality.ts';
import { cellsOf } from '../privacy/municipality.ts';

export const small = smallInstrument();

/** Respondents of one year, and how many of each unit (by number) were invited. */
export interface MeasuredYear {
  readonly people: readonly Person[];
  readonly invited?: Readonly<Record<number, number>>;
  readonly invitedInAll?: number;
}

/** Measurements of some years, named by their numbers, of a municipality with these units. */
export function measured(
  units: readonly Unit[],
  years: Readonly<Record<number, MeasuredYear>>,
  instrument: Instrument = small,
): Measurements {
  const tree = unitTree(units);
  return new Measurements({
    wholeName: 'Kommunen',
    tree,
    minimumGroup: usualMinimumGroup,
    settings: defaultAnalysisSettings,
    years: Object.entries(years).map(([year, { people, invited = {}, invitedInAll = null }]) => ({
      year: Number(year),
      instrument,
      answers: {
        cells: cellsOf({ instrument, tree, people }),
        invited: {
          whole: invitedInAll,
          byUnit: new Map(Object.entries(invited).map(([id, count]) => [unitId(Number(id)), count])),
        },
      },
      others: [],
    })),
  });
}

/** So many people of a unit whose answers go round the scale from `from` on, or are those given. */
export function peopleOf(
  unitNumber: number,
  count: number,
  other: Partial<Person> & { readonly from?: number; readonly spread?: number } = {},
): Person[] {
  const { from = 1, spread = 6, ...given } = other;
  return Array.from({ length: count }, (_, at) => ({
    unit: unitId(unitNumber),
    role: null,
    gate: at % 2 === 0 ? 'yes' : 'no',
    answers: small.items.map((_item, item): Answer => from + ((at + item) % spread)),
    ...given,
  }));
}
