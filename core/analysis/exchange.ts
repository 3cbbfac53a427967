import type { ExchangeBenchmark } from '../exchange/pool.ts';
import { asExchanged, boundedFigures, estimateBenchmark, groupOfBenchmark } from '../exchange/benchmark.ts';
import type { BenchmarkEstimates, Bounded } from '../exchange/benchmark.ts';
import type { ExchangeFile } from '../exchange/file.ts';
import { poolExchangeFiles } from '../exchange/pool.ts';
import type { ExchangeInput } from '../exchange/write.ts';
import { exchangeFile } from '../exchange/write.ts';
import { exchangeRelease } from '../privacy/exchange-check.ts';
import type { GatedGroupComparison } from '../privacy/gated-comparisons.ts';
import { compareGatedGroups } from '../privacy/gated-comparisons.ts';
import { resultOfOthers } from '../privacy/open-result.ts';
import type { AnalysisSettings } from '../comparison/settings.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { Refusal } from '../problem.ts';
import { resultOfRespondents } from '../scoring/results.ts';
import type { UnitId } from '../survey/units.ts';
import { fold, tidy } from '../text.ts';
import type { Measurements } from './measurements.ts';

/** What is said of a year that is to be shared, beside its figures. */
export type ExchangeHead = Pick<ExchangeInput, 'municipality'> & {
  readonly programVersion: string;
  /** ISO time. */
  readonly writtenAt: string;
};

/**
 * What the municipality may share of a year: its whole and nothing else, without what rule P12 withholds and
 * without what the gate hides of the whole.
 * @throws Refusal `year-missing`, `exchange-no-answers`, `exchange-too-few`
 */
export function exchangeFileOf(measurements: Measurements, year: number, head: ExchangeHead): ExchangeFile {
  const whole =
    measurements.bestResult(year).source === 'answers' ? measurements.gatedGroupIn(year, null) : null;
  if (whole === null) {
    throw new Refusal({
      code: 'exchange-no-answers',
      message: `${year} har inga svar i arbetsfilen, bara en sammanställning eller ett publicerat värde.`,
      nextStep: 'Läs in årets svar, eller välj ett annat år.',
    });
  }
  const { group, gated } = whole;
  const { minimumGroup } = measurements;
  const allowed = exchangeRelease(group.tally, group.instrument, minimumGroup.size);
  const hidden = gated.items
    .filter((item) => item.hidden.mean !== undefined || item.hidden.dontKnowPercent !== undefined)
    .map(({ code }) => code);
  return exchangeFile({
    municipality: plainText(head.municipality),
    year,
    instrument: group.instrument,
    tally: group.tally,
    invited: group.invited,
    decision: {
      withheldItems: [...new Set([...allowed.withheldItems, ...hidden])],
      openPairs: allowed.openPairs,
      opensGate: gated.gateYesPercent !== null,
    },
    provenance: {
      programVersion: head.programVersion,
      writtenAt: head.writtenAt,
      minimumGroup: minimumGroup.size,
      reason: minimumGroup.reason === null ? null : plainText(minimumGroup.reason),
    },
  });
}

/** A text on one line, as a file may have it. */
function plainText(text: string): string {
  return tidy(text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' '));
}

/** Those taking part in a year, without one's own municipality. */
export interface OthersTakingPart {
  readonly benchmark: ExchangeBenchmark;
  readonly estimates: BenchmarkEstimates;
  /** What the benchmark is and is not, in plain Swedish. */
  readonly statement: string;
}

/**
 * The files of a year added up, without that of one's own municipality: whoever compares with those taking part
 * compares with the others, never with itself among them. Null where there are no others.
 * @throws Refusal as `poolExchangeFiles`
 */
export function othersTakingPart(
  wholeName: string,
  instrument: Instrument,
  settings: AnalysisSettings,
  files: readonly ExchangeFile[],
): OthersTakingPart | null {
  const others = files.filter((file) => !isOwn(file, wholeName));
  if (others.length === 0) return null;
  const benchmark = poolExchangeFiles(others, instrument);
  return {
    benchmark,
    estimates: estimateBenchmark(benchmark, settings),
    statement: `${benchmark.statement} ${wholeName} är inte med i den, utan jämförs med de andra.`,
  };
}

/** Whether a file is one's own municipality's. */
export function isOwn({ municipality }: Pick<ExchangeFile, 'municipality'>, wholeName: string): boolean {
  return fold(municipality) === fold(wholeName);
}

/** A unit (`to`) beside the other municipalities taking part (`from`). */
export type ExchangeComparison = Omit<GatedGroupComparison, 'maturity' | 'dimensions' | 'categories'> & {
  readonly maturity: Bounded<GatedGroupComparison['maturity']>;
  readonly dimensions: readonly Bounded<GatedGroupComparison['dimensions'][number]>[];
  readonly categories: readonly Bounded<GatedGroupComparison['categories'][number]>[];
  readonly municipalities: readonly string[];
  readonly statement: string;
};

/**
 * Compares the whole (null) or a unit with the others taking part, both with their uncertainty; null where the
 * year has no answers of one's own.
 * @throws Refusal `year-missing`, `unit-not-in-year`
 */
export function compareWithOthers(
  measurements: Measurements,
  year: number,
  unit: UnitId | null,
  { benchmark, statement }: OthersTakingPart,
): ExchangeComparison | null {
  const own = measurements.gatedGroupIn(year, unit);
  if (own === null) return null;
  const { instrument, strata } = benchmark;
  const group = groupOfBenchmark(benchmark);
  const gated = resultOfOthers(resultOfRespondents(instrument, group, othersName), instrument);
  const compared = compareGatedGroups(
    { group, gated },
    { group: asExchanged(own.group, year), gated: own.gated },
    measurements.settings,
    { wording: { sides: 'groups', from: othersName, to: own.gated.name } },
  );
  const isBounded = boundedFigures(benchmark);
  const mark = <Figure extends object>(figure: Figure, code: string | null): Bounded<Figure> => ({
    ...figure,
    bounded: isBounded(code),
  });
  return {
    ...compared,
    maturity: mark(compared.maturity, null),
    dimensions: compared.dimensions.map((figure) => mark(figure, figure.code)),
    categories: compared.categories.map((figure) => mark(figure, figure.code)),
    municipalities: strata.map(({ municipality }) => municipality),
    statement,
  };
}

const othersName = 'de andra som deltar';
