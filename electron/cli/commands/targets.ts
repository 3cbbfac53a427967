import { indicatorsOf } from '../../../core/analysis/indicators.ts';
import type { Measurements } from '../../../core/analysis/measurements.ts';
import type { Distance, IndicatorRow } from '../../../core/conclusions/targets.ts';
import { swedishDifference, swedishNumber, swedishPercent } from '../../../core/numbers.ts';
import { hiddenSign } from '../../../core/privacy/reasons.ts';
import { figuresBeside } from '../../workbench/exchange.ts';
import type { Command } from '../command.ts';
import { measuredOptions, measuredUsage, withMeasurements } from '../measured.ts';
import { noPositionals } from '../options.ts';
import { table } from '../table.ts';
import { bulleted, wrapped } from '../wrap.ts';

/** `targets`: the indicator table: outcomes, targets, and others to compare with, year by year. */
export const targets: Command = {
  name: 'targets',
  usage: `--in ARBETSFIL ${measuredUsage} [--json]`,
  summary: 'Visar utfall, mål och andra att jämföra med, år för år.',
  options: measuredOptions,
  run(positionals, options) {
    noPositionals(positionals);
    return withMeasurements(options, (measurements, reader) => {
      const rows = indicatorsOf(measurements, figuresBeside(reader, measurements));
      const notes = rows.some(({ benchmarks }) => benchmarks.length > 0) ? [ownErrorNote] : [];
      return {
        json: { years: rows.map((row) => rowJson(measurements, row)), notes },
        text:
          rows.length === 0
            ? 'Inga utfall eller mål ännu.'
            : [targetsText(rows), ...notes.map((note) => wrapped(note))].join('\n\n'),
      };
    });
  },
};

/** Rule S3.3. */
const ownErrorNote =
  'Inlagda jämförelsevärden räknas som exakta, eftersom deras egen osäkerhet inte är känd. Kommuner som deltar ' +
  'i utbytet jämförs med båda sidors osäkerhet.';

function rowJson(measurements: Measurements, { outcome, ...row }: IndicatorRow) {
  if (outcome === null) return { ...row, outcome };
  const { hidden, ...figures } = outcome;
  const reason = measurements.wholeIn(row.year).hidden.maturityPercent;
  return {
    ...row,
    outcome: { ...figures, hidden: hidden === true && reason !== undefined ? { percent: reason } : {} },
  };
}

/** The indicator table with a sentence for each year. */
export function targetsText(rows: readonly IndicatorRow[]): string {
  const lines = rows.map(({ year, outcome, published, target, benchmarks }) => [
    String(year),
    outcome?.hidden === true ? hiddenSign : swedishPercent(outcome?.percent ?? null, 1),
    intervalText(outcome),
    swedishPercent(published?.percent ?? null, 1),
    swedishPercent(target?.percent ?? null, 1),
    swedishDifference(target?.distance ?? null, 1),
    metText(target?.met ?? null),
    benchmarks.map(benchmarkText).join(', '),
  ]);
  const headings = [
    'År',
    'Utfall',
    '95 % säkerhet',
    'Publicerat',
    'Mål',
    'Avstånd',
    'Nått',
    'Att jämföra med',
  ];
  return [table([headings, ...lines], [1, 3, 4, 5]), bulleted(rows.map(({ sentence }) => sentence))].join(
    '\n\n',
  );
}

function intervalText(outcome: IndicatorRow['outcome']): string {
  const { ciLow = null, ciHigh = null } = outcome ?? {};
  return ciLow === null || ciHigh === null ? '-' : `${swedishNumber(ciLow, 1)}–${swedishNumber(ciHigh, 1)}`;
}

function metText(met: boolean | null): string {
  if (met === null) return '-';
  return met ? 'ja' : 'nej';
}

function benchmarkText({ source, percent, distance }: Distance): string {
  const apart = distance === null ? '' : ` (${swedishDifference(distance, 1)})`;
  return `${source} ${swedishPercent(percent, 1)}${apart}`;
}
