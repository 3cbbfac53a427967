import type { QuadrantPoint } from '../../../core/analysis/quadrants.ts';
import { quadrantPoints } from '../../../core/analysis/quadrants.ts';
import { hiddenSign } from '../../../core/privacy/reasons.ts';
import type { Command } from '../command.ts';
import { measuredOptions, measuredUsage, withMeasurements } from '../measured.ts';
import { noPositionals, year } from '../options.ts';
import type { Shown } from '../shown.ts';
import { shownBy } from '../shown.ts';
import { table } from '../table.ts';

/** `quadrants`: where each unit stands on the two dimensions, year by year. */
export const quadrants: Command = {
  name: 'quadrants',
  usage: `--in ARBETSFIL [--year Y] ${measuredUsage} [--json]`,
  summary: 'Visar var varje enhet ligger i kvadranten, år för år.',
  options: { ...measuredOptions, year: { type: 'string' } },
  run(positionals, options) {
    noPositionals(positionals);
    const only = year(options);
    return withMeasurements(options, (measurements) => {
      const years = only === null ? measurements.years : [only];
      const last = years.at(-1);
      if (last === undefined) return { json: { limits: null, points: [] }, text: 'Inga resultat ännu.' };
      const instrument = measurements.instrumentOf(last);
      const points = quadrantPoints(measurements, years);
      const shown = shownBy(instrument.display);
      const names = new Map(
        instrument.quadrants?.types.map(({ code, name }) => [code, name.sv] as const) ?? [],
      );
      const rows = points.map((point) => [
        String(point.year),
        `${'  '.repeat(point.level)}${point.name}`,
        ...point.dimensions.map((dimension) => valueText(dimension, shown)),
        point.hidden.quadrant === undefined ? quadrantName(point, names) : hiddenSign,
      ]);
      const headings = ['År', 'Enhet', ...instrument.dimensions.map(({ name }) => name.sv), 'Kvadrant'];
      return {
        json: { quadrants: instrument.quadrants, points },
        text: table([headings, ...rows], [2, 3]),
      };
    });
  },
};

function quadrantName({ quadrant }: QuadrantPoint, names: ReadonlyMap<string, string>): string {
  return quadrant === null ? '-' : (names.get(quadrant) ?? quadrant);
}

/** "41 % (39–43)". */
function valueText(
  { percent, ciLow, ciHigh, hidden }: QuadrantPoint['dimensions'][number],
  shown: Shown,
): string {
  const value = shown.percent(percent, hidden.percent);
  return ciLow === null || ciHigh === null
    ? value
    : `${value} (${shown.number(ciLow, 0)}–${shown.number(ciHigh, 0)})`;
}
