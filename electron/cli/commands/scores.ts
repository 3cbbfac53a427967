import type { Measurements } from '../../../core/analysis/measurements.ts';
import { estimateWholeIn, estimateWithout } from '../../../core/analysis/whole.ts';
import type { GatedUnitResult, GatedYearResult } from '../../../core/privacy/gated.ts';
import { estimateGated } from '../../../core/privacy/gated-estimates.ts';
import type { UnitId } from '../../../core/survey/units.ts';
import type { WorkspaceReader } from '../../store/workspace.ts';
import type { Command } from '../command.ts';
import { measuredOptions, measuredUsage, withMeasurements } from '../measured.ts';
import { sourceNames } from '../names.ts';
import { noPositionals, text, year } from '../options.ts';
import { shownBy } from '../shown.ts';
import { table } from '../table.ts';
import { weightedRemarks } from '../weighted-text.ts';
import { withoutText } from '../without-text.ts';
import { wrapped } from '../wrap.ts';

/** `scores`: every figure of every year, source and unit, with its interval. */
export const scores: Command = {
  name: 'scores',
  usage: `--in ARBETSFIL [--year Y] [--unit NAMN] [--without NAMN] ${measuredUsage} [--json]`,
  summary: 'Visar resultat per år och enhet.',
  options: {
    ...measuredOptions,
    year: { type: 'string' },
    unit: { type: 'string' },
    without: { type: 'string' },
  },
  run(positionals, options) {
    noPositionals(positionals);
    const only = year(options);
    const unitName = text(options, 'unit');
    const leftOut = text(options, 'without');
    return withMeasurements(options, (measurements, reader) => {
      const unit = unitName === null ? null : reader.findUnit(unitName).id;
      const results = measurements.years
        .filter((of) => only === null || of === only)
        .flatMap((of) => measurements.resultsOf(of))
        .map((result) => (unit === null ? result : narrowed(result, unit)));
      return {
        json: { years: results.map((result) => yearJson(measurements, result)) },
        text:
          results.length === 0
            ? nothing(only)
            : [
                ...results.map((result) => yearText(measurements, result)),
                ...withoutTexts(measurements, reader, results, leftOut),
              ].join('\n\n'),
      };
    });
  },
};

function nothing(only: number | null): string {
  return only === null ? 'Inga resultat ännu.' : `Arbetsfilen har inga resultat för ${only}.`;
}

/** The whole without the part that is asked for, else without the IT department where its name is known. */
function withoutTexts(
  measurements: Measurements,
  reader: WorkspaceReader,
  results: readonly GatedYearResult[],
  asked: string | null,
): string[] {
  const name = asked ?? reader.settings().itDepartment;
  if (name === null) return [];
  return results.flatMap(({ year: of, source, units: [first], instrument }) =>
    source !== 'answers' || first?.whole !== true
      ? []
      : (withoutText(measurements, of, name, instrument) ??
        (asked === null ? [] : `${of}: resultatet utan ${name} går inte att visa.`)),
  );
}

function narrowed(result: GatedYearResult, unit: UnitId): GatedYearResult {
  return { ...result, units: result.units.filter((candidate) => candidate.unit === unit) };
}

function yearJson(measurements: Measurements, { year: of, source, units }: GatedYearResult) {
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
      hidden: result.hidden,
      ...(source === 'answers' && uncertaintyJson(measurements, of, result)),
    })),
  };
}

function uncertaintyJson(measurements: Measurements, of: number, { unit, whole }: GatedUnitResult) {
  const group = measurements.gatedGroupIn(of, unit);
  const uncertainty = group === null ? null : estimateGated(group, measurements.settings);
  if (!whole) return { uncertainty };
  const bothWays = estimateWholeIn(measurements, of);
  return {
    uncertainty,
    weighted: bothWays?.weighted ?? null,
    unweightable: bothWays?.unweightable ?? null,
    without: estimateWithout(measurements, of).map(({ name, kind, estimates, sentences }) => ({
      name,
      kind,
      maturity: estimates.maturity,
      dimensions: estimates.dimensions,
      sentences,
    })),
  };
}

function yearText(
  measurements: Measurements,
  { year: of, source, units, instrument }: GatedYearResult,
): string {
  const shown = shownBy(instrument.display);
  const rows = units.map((result) => [
    `${'  '.repeat(result.level)}${result.name}`,
    count(result.respondents),
    count(result.invited),
    shown.percent(result.responseRatePercent),
    shown.percent(result.maturityPercent, result.hidden.maturityPercent),
    ...result.dimensions.map(({ percent, hidden }) => shown.percent(percent, hidden.percent)),
    result.hidden.quadrant === undefined ? (result.quadrant ?? '-') : '..',
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
  const bothWays = source === 'answers' && first?.whole === true ? estimateWholeIn(measurements, of) : null;
  const remarks = bothWays === null ? [] : weightedRemarks(bothWays);
  return [
    `${of} (${sourceNames[source]})`,
    table([headings, ...rows], [1, 2, 3, 4, 5, 6]),
    ...remarks.map((remark) => `\n${wrapped(remark)}`),
    ...(units.length === 1 && first !== undefined ? [itemsText(first, instrument)] : []),
  ].join('\n');
}

function itemsText(result: GatedUnitResult, { items, display }: GatedYearResult['instrument']): string {
  const shown = shownBy(display);
  const rows = result.items.map((item, place) => [
    items[place]?.name.sv ?? item.code,
    item.hidden.n === undefined ? count(item.n) : '..',
    shown.mean(item.mean, item.hidden.mean),
    shown.percent(item.percent, item.hidden.percent),
    shown.percent(item.dontKnowPercent, item.hidden.dontKnowPercent),
  ]);
  return `\n${table([['Mätpunkt', 'n', 'Medel', 'Procent', 'Vet ej'], ...rows], [1, 2, 3, 4])}`;
}

function count(value: number | null): string {
  return value === null ? '-' : String(value);
}
