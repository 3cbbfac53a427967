import { compareUnits } from '../../../core/analysis/compare-units.ts';
import { compareYears } from '../../../core/analysis/compare-years.ts';
import { compareWithOthers } from '../../../core/analysis/exchange.ts';
import { compareWithFigures } from '../../../core/analysis/indicators.ts';
import type { Measurements } from '../../../core/analysis/measurements.ts';
import { compareWholeYears } from '../../../core/analysis/whole.ts';
import type { UnitId } from '../../../core/survey/units.ts';
import type { WorkspaceReader } from '../../store/workspace.ts';
import { othersIn } from '../../workbench/exchange.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';
import { comparisonJson, comparisonText } from '../comparison-output.ts';
import { besideOthersText } from '../exchange-output.ts';
import type { MeasuredOutput } from '../measured.ts';
import { measuredOptions, measuredUsage, withMeasurements } from '../measured.ts';
import { noPositionals, requiredYear, text } from '../options.ts';
import { shownBy } from '../shown.ts';
import { table } from '../table.ts';
import { weightedRemarks } from '../weighted-text.ts';
import { wrapped } from '../wrap.ts';

/** `compare`: differences between two years, two units of a year, or a year and its benchmarks and targets. */
export const compareCommand: Command = {
  name: 'compare',
  usage:
    `--in ARBETSFIL --from Y --to Y [--unit NAMN] ${measuredUsage} [--json]\n` +
    '       dimios compare --in ARBETSFIL --year Y --unit NAMN --with NAMN|--rest [--json]\n' +
    '       dimios compare --in ARBETSFIL --year Y --benchmark [--unit NAMN] [--json]',
  summary: 'Jämför två år, två enheter, en enhet med övriga, eller ett år med riket och målet.',
  options: {
    ...measuredOptions,
    from: { type: 'string' },
    to: { type: 'string' },
    year: { type: 'string' },
    unit: { type: 'string' },
    with: { type: 'string' },
    rest: { type: 'boolean' },
    benchmark: { type: 'boolean' },
  },
  run(positionals, options) {
    noPositionals(positionals);
    const unitName = text(options, 'unit');
    const otherName = text(options, 'with');
    return withMeasurements(options, (measurements, reader) => {
      const unit = unitName === null ? null : reader.findUnit(unitName).id;
      if (options['benchmark'] === true) {
        return besideFigures(measurements, reader, requiredYear(options, 'year'), unit);
      }
      if (otherName !== null || options['rest'] === true) {
        if (unit === null) throw new UsageError('--unit saknas: ange enheten som ska jämföras.');
        const other = otherName === null ? null : reader.findUnit(otherName).id;
        return besideUnit(measurements, requiredYear(options, 'year'), unit, other);
      }
      if (options['year'] !== undefined)
        throw new UsageError('Ange --from och --to, eller --with, --rest eller --benchmark.');
      return betweenYears(measurements, requiredYear(options, 'from'), requiredYear(options, 'to'), unit);
    });
  },
};

function betweenYears(
  measurements: Measurements,
  from: number,
  to: number,
  unit: UnitId | null,
): MeasuredOutput {
  const compared = compareYears(measurements, from, to, unit);
  const whole = unit === null ? compareWholeYears(measurements, from, to) : null;
  const remarks = whole === null ? [] : [...weightedRemarks(whole), whole.split.maturity.sentence];
  return {
    json: {
      from,
      to,
      unit: compared.unitName,
      ...comparisonJson(compared),
      ...(whole !== null && {
        weighted: whole.weighted,
        unweightable: whole.unweightable,
        split: whole.split,
      }),
    },
    text: [
      comparisonText(compared, measurements.instrumentOf(to), {
        from: String(from),
        to: String(to),
        title: `${compared.unitName}, ${from} till ${to}`,
        sides: 'years',
      }),
      ...remarks.filter((remark) => remark !== null).map((remark) => wrapped(remark)),
    ].join('\n\n'),
  };
}

function besideUnit(
  measurements: Measurements,
  year: number,
  unit: UnitId,
  other: UnitId | null,
): MeasuredOutput {
  const compared = compareUnits(measurements, year, unit, other);
  const { fromName, toName, isRest } = compared;
  return {
    json: { from: fromName, to: toName, unit: toName, year, isRest, ...comparisonJson(compared) },
    text: comparisonText(compared, measurements.instrumentOf(year), {
      from: isRest ? 'övriga' : fromName,
      to: toName,
      title: `${toName} mot ${fromName}, ${year}`,
      sides: 'groups',
    }),
  };
}

function besideFigures(
  measurements: Measurements,
  reader: WorkspaceReader,
  year: number,
  unit: UnitId | null,
): MeasuredOutput {
  const { name, hidden } = measurements.unitIn(year, unit);
  const figures = compareWithFigures(measurements, year, unit, reader.figures());
  const shown = shownBy(measurements.instrumentOf(year).display);
  const rows = figures.map(({ kind, source, from, difference, uncertainty }) => [
    kind === 'target' ? 'Mål' : 'Jämförelsevärde',
    source,
    `${shown.number(from, 1)}\u00A0%`,
    shown.difference(difference, 1, hidden.maturityPercent),
    uncertainty?.maturity?.sentence ?? '',
  ]);
  const others = othersIn(reader, measurements, year);
  const exchange = others === null ? null : compareWithOthers(measurements, year, unit, others);
  return {
    json: { year, unit: name, figures, exchange },
    text: [
      table([['', 'Källa', 'Värde', 'Skillnad'], ...rows], [2, 3]),
      ...(exchange === null ? [] : [besideOthersText(exchange, measurements.instrumentOf(year))]),
    ].join('\n\n'),
  };
}
