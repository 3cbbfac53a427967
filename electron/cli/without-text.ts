import type { Measurements } from '../../core/analysis/measurements.ts';
import { estimateWithout } from '../../core/analysis/whole.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { fold } from '../../core/text.ts';
import { shownBy } from './shown.ts';
import { table } from './table.ts';

/**
 * The whole of a year with and without one of its units or roles, such as the IT department that answers about
 * itself; null where no part that may be left out has the name.
 */
export function withoutText(
  measurements: Measurements,
  year: number,
  name: string,
  instrument: Instrument,
): string | null {
  const part = estimateWithout(measurements, year).find((own) => fold(own.name) === fold(name));
  if (part === undefined) return null;
  const whole = measurements.wholeIn(year);
  const shown = shownBy(instrument.display);
  const { maturity, dimensions } = part.estimates;
  const rows = [
    [
      'Digital mognad',
      shown.percent(whole.maturityPercent, whole.hidden.maturityPercent),
      shown.percent(maturity.value, maturity.hidden.value),
    ],
    ...instrument.dimensions.map((dimension, place) => {
      const all = whole.dimensions[place];
      const without = dimensions[place];
      return [
        dimension.name.sv,
        shown.percent(all?.percent ?? null, all?.hidden.percent),
        shown.percent(without?.value ?? null, without?.hidden.value),
      ];
    }),
  ];
  return `${year} med och utan ${part.name}\n${table([['', 'Med', 'Utan'], ...rows], [1, 2])}`;
}
