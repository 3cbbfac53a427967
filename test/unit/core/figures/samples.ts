import type { FigureChoice } from '../../../../core/figures/figure.ts';
import { usualChoice } from '../../../../core/figures/figure.ts';
import type { FigureSource } from '../../../../core/figures/source.ts';
import type { WorkspaceWriter } from '../../../../electron/store/workspace.ts';
import { figureSourceOf } from '../../../../electron/workbench/figure-source.ts';
import { measurementsOf } from '../../../../electron/workbench/measurements.ts';
import {
  answersDraft,
  circumstances,
  newWorkspace,
  ratesDraft,
  request,
} from '../../electron/store/samples.ts';

/** Answers that only the three of the small unit gave: nothing that is shown may hold a trace of them. */
export const smallUnit = 'Lillenheten';

/** A workspace with two years, three units of which one is too small to be shown, and given figures. */
export function sampleWorkspace(): WorkspaceWriter {
  const writer = newWorkspace();
  const answers = (year: number, school: string, care: string) =>
    request(
      answersDraft(year, [
        { unit: ['Skola'], gate: 'yes', answers: school },
        { unit: ['Skola'], gate: 'no', answers: '344554' },
        { unit: ['Vård'], gate: 'yes', answers: care },
        { unit: ['Vård'], gate: 'no', answers: '23432' },
        { unit: [smallUnit], gate: 'yes', answers: '611' },
      ]),
      { file: `svar ${year}.xlsx` },
    );
  writer.importBatches(
    [
      answers(2021, '3445566554', '2233445'),
      answers(2022, '2334455443', '1122334'),
      request(
        ratesDraft(2022, [
          [[], 60],
          [['Skola'], 20],
          [['Vård'], 30],
          [[smallUnit], 10],
        ]),
        { file: 'svarsfrekvens.xlsx' },
      ),
    ],
    circumstances,
  );
  writer.addFigure({ kind: 'published', year: 2019, percent: 39.5, source: 'Årsrapport 2019' });
  writer.addFigure({ kind: 'benchmark', year: 2022, percent: 51, source: 'Riket' });
  writer.addFigure({ kind: 'target', year: 2023, percent: 60, source: 'Budget 2023' });
  return writer;
}

/** What the sample's figures are made of. */
export function sampleSource(writer: WorkspaceWriter = sampleWorkspace()): FigureSource {
  return figureSourceOf(writer, measurementsOf(writer));
}

/** The usual choice of the sample's years, the whole and its three units, with `changes`. */
export function choose(source: FigureSource, changes: Partial<FigureChoice> = {}): FigureChoice {
  const units = source.measurements.tree.childrenOf(null).map(({ id }) => id);
  return { ...usualChoice, years: [2022, 2021], units: [null, ...units], ...changes };
}
