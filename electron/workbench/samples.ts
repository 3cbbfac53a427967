import path from 'node:path';
import { importFiles, type ImportedFile } from './import-files.ts';
import { samplesFolder } from './resources.ts';

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
