import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { activityStates } from '../../core/conclusions/conclusion.ts';
import { figureKinds } from '../store/figures.ts';
import { basisShape } from '../store/conclusions.ts';
import { itemColumn } from '../store/row-shapes.ts';
import type { WorkspaceWriter } from '../store/workspace.ts';
import { acceptProposedLinks } from './employees.ts';
import { importFiles, type ImportedFile } from './import-files.ts';
import { samplesFolder } from './resources.ts';
import { withWriter } from './workspace.ts';

/** The sample workbooks, in the order they are imported. */
export const sampleFileNames = [
  'DiMiOS 2020.xlsx',
  'DiMiOS 2021 (Microsoft Forms).xlsx',
  'DiMiOS 2022 (LimeSurvey).xlsx',
  'Svarsfrekvens 2022.xlsx',
  'Medarbetarundersökning 2022.xlsx',
] as const;

/** Imports the samples into a new workspace, as proposed. `now` is an ISO time. */
export function importSamples(workspace: string, now: string): Promise<ImportedFile[]> {
  return importFiles({
    files: sampleFileNames.map((name) => path.join(samplesFolder, name)),
    workspace,
    year: null,
    kind: null,
    mapping: null,
    acceptsProposed: true,
    mode: 'new',
    instrument: null,
    organisation: 'Exempelkommunen',
    profileName: null,
    now,
  });
}

const toldAs = z.enum(['risen', 'fallen']);

const decisionsShape = z.strictObject({
  figures: z.array(
    z.strictObject({ kind: z.enum(figureKinds), year: z.int(), percent: z.number(), source: z.string() }),
  ),
  conclusions: z.array(
    z.strictObject({
      year: z.int(),
      number: z.int(),
      heading: z.string(),
      text: z.string(),
      basis: z.array(basisShape),
      activities: z.array(
        z.strictObject({
          text: z.string(),
          responsible: z.string().nullable(),
          due: z.string().nullable(),
          state: z.enum(activityStates),
        }),
      ),
    }),
  ),
  /** Changes that the published report tells of, and the direction it tells them in. */
  told: z.strictObject({
    from: z.int(),
    to: z.int(),
    changes: z.array(
      z.discriminatedUnion('figure', [
        z.strictObject({ figure: z.enum(['maturity', 'gate-share']), as: toldAs }),
        z.strictObject({ figure: z.enum(['mean', 'dont-know']), item: itemColumn, as: toldAs }),
      ]),
    ),
  }),
});

function readDecisions(): z.infer<typeof decisionsShape> {
  const file = path.join(samplesFolder, 'decisions.json');
  return decisionsShape.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The changes between two years of the samples that the published report tells of. */
export function toldChanges(): z.infer<typeof decisionsShape>['told'] {
  return readDecisions().told;
}

/**
 * Adds to imported samples what an analyst would have settled: targets, the nation, last year's conclusions, and
 * the links to the employee survey.
 */
export function settleSamples(workspace: string, now: string): void {
  const { figures, conclusions } = readDecisions();
  withWriter(workspace, (writer: WorkspaceWriter) => {
    for (const figure of figures) writer.addFigure(figure);
    for (const conclusion of conclusions) writer.addConclusion({ ...conclusion, unit: null }, now);
    acceptProposedLinks(writer, now);
  });
}
