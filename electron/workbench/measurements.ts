import type { YearInput } from '../../core/analysis/measurements.ts';
import { Measurements } from '../../core/analysis/measurements.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { YearResult } from '../../core/scoring/results.ts';
import { resultFromAggregates, resultFromPublished } from '../../core/scoring/results.ts';
import type { UnitTree } from '../../core/survey/units.ts';
import { unitTree } from '../../core/survey/units.ts';
import type { WorkspaceReader } from '../store/workspace.ts';

/** What the whole is called before the organisation has been given a name. */
const wholeNameByDefault = 'Hela kommunen';

export function wholeNameOf(reader: WorkspaceReader): string {
  return reader.settings().organisation ?? wholeNameByDefault;
}

/** A workspace's measurements behind the small-group gate, straight from its tallies. */
export function measurementsOf(reader: WorkspaceReader): Measurements {
  const tree = unitTree(reader.units());
  return new Measurements({
    wholeName: wholeNameOf(reader),
    tree,
    minimumGroup: reader.minimumGroup(),
    settings: reader.analysisChoices().uncertainty,
    years: yearInputs(reader, tree).map((input) => ({
      ...input,
      keptPlan: () => reader.keptPlan(input.year, tree),
    })),
  });
}

/** What the workspace holds of each year, oldest first. Not gated: it stays on the machine's side. */
export function yearInputs(reader: WorkspaceReader, tree: UnitTree): YearInput[] {
  return reader.years().map(({ year, sources }) => {
    const instrument = reader.instrument(year);
    return {
      year,
      instrument,
      answers: sources.includes('answers')
        ? { cells: reader.cells(year), invited: reader.invited(year) }
        : null,
      others: sources.flatMap((source) => {
        if (source === 'answers') return [];
        return source === 'aggregated'
          ? aggregatedResult(reader, tree, year, instrument)
          : publishedResult(reader, year, instrument);
      }),
    };
  });
}

function aggregatedResult(
  reader: WorkspaceReader,
  tree: UnitTree,
  year: number,
  instrument: Instrument,
): YearResult {
  return resultFromAggregates({
    year,
    instrument,
    wholeName: wholeNameOf(reader),
    tree,
    items: reader.aggregated(year),
    responseRates: reader.responseRates(year),
  });
}

function publishedResult(reader: WorkspaceReader, year: number, instrument: Instrument): YearResult[] {
  return reader
    .figures()
    .filter((figure) => figure.kind === 'published' && figure.year === year)
    .slice(0, 1)
    .map(({ percent }) => resultFromPublished({ year, instrument, wholeName: wholeNameOf(reader), percent }));
}
