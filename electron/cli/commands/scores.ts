import type { UnitResult, YearResult } from '../../../core/scoring/results.ts';
import type { UnitId } from '../../../core/survey/units.ts';
import { swedishNumber, swedishPercent } from '../../../core/numbers.ts';
import { yearResults } from '../../workbench/results.ts';
import { withReader } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { sourceNames } from '../names.ts';
import { noPositionals, text, workspacePath, year } from '../options.ts';
import { table } from '../table.ts';

/** `scores`: every figure of every year, source and unit. */
export const scores: Command = {
  name: 'scores',
  usage: '--in ARBETSFIL [--year Y] [--unit NAMN] [--json]',
  summary: 'Visar resultat per år och enhet.',
  options: { in: { type: 'string' }, year: { type: 'string' }, unit: { type: 'string' } },
  run(positionals, options) {
    noPositionals(positionals);
    const only = year(options);
    const unitName = text(options, 'unit');
    const results = withReader(workspacePath(options), (reader) => {
      const unit = unitName === null ? null : reader.findUnit(unitName).id;
      return yearResults(reader, only).map((result) => (unit === null ? result : narrowed(result, unit)));
    });
    return {
      json: { years: results.map(yearJson) },
      text: results.length === 0 ? nothing(only) : results.map(yearText).join('\n\n'),
    };
  },
};

function nothing(only: number | null): string {
  return only === null ? 'Inga resultat ännu.' : `Arbetsfilen har inga resultat för ${only}.`;
}

function narrowed(result: YearResult, unit: UnitId): YearResult {
  return { ...result, units: result.units.filter((candidate) => candidate.unit === unit) };
}

function yearJson({ year: of, source, units }: YearResult) {
  const nameOf = new Map(units.map(({ unit, name }) => [unit, name]));
  return {
    year: of,
    source,
    units: units.map((result) => ({
      name: result.name,
      whole: result.whole,
      level: result.level,
      parent: result.parent === null ? null : (nameOf.get(result.parent) ?? null),
      respondents: result.respondents,
      invited: result.invited,
      responseRatePercent: result.responseRatePercent,
      gateYesPercent: result.gateYesPercent,
      maturityPercent: result.maturityPercent,
      quadrant: result.quadrant,
      dimensions: result.dimensions,
      categories: result.categories,
      items: result.items,
    })),
  };
}

function yearText({ year: of, source, units, instrument }: YearResult): string {
  const { percentDecimals, rounding } = instrument.display;
  const percent = (value: number | null): string => swedishPercent(value, percentDecimals, rounding);
  const rows = units.map((result) => [
    `${'  '.repeat(result.level)}${result.name}`,
    count(result.respondents),
    count(result.invited),
    percent(result.responseRatePercent),
    percent(result.maturityPercent),
    ...result.dimensions.map((dimension) => percent(dimension.percent)),
    result.quadrant ?? '-',
  ]);
  const headings = [
    'Enhet',
    'Svar',
    'Inbjudna',
    'Svarsfrekvens',
    'Mognad',
    ...instrument.dimensions.map(({ name }) => name.sv),
    'Kvadrant',
  ];
  const [first] = units;
  return [
    `${of} (${sourceNames[source]})`,
    table([headings, ...rows], [1, 2, 3, 4, 5, 6]),
    ...(units.length === 1 && first !== undefined ? [itemsText(first, instrument)] : []),
  ].join('\n');
}

function itemsText(result: UnitResult, { items, display }: YearResult['instrument']): string {
  const rows = result.items.map((item, place) => [
    items[place]?.name.sv ?? item.code,
    count(item.n),
    swedishNumber(item.mean, display.meanDecimals, display.rounding),
    swedishPercent(item.percent, display.percentDecimals, display.rounding),
    swedishPercent(item.dontKnowPercent, display.percentDecimals, display.rounding),
  ]);
  return `\n${table([['Mätpunkt', 'n', 'Medel', 'Procent', 'Vet ej'], ...rows], [1, 2, 3, 4])}`;
}

function count(value: number | null): string {
  return value === null ? '-' : String(value);
}
