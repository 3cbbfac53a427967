import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { resultFromAnswers } from '../../../core/scoring/results.ts';
import { unitTree } from '../../../core/survey/units.ts';
import { wholeNameOf, yearInputs } from '../../../electron/workbench/measurements.ts';
import { withReader } from '../../../electron/workbench/workspace.ts';
import { dimios } from '../../dimios.ts';
import type { DimiosRun } from '../../dimios.ts';
import type { FixtureFile } from '../../fixtures/layouts/fixture.ts';
import { batchesJson, importJson, inspectJson, refusalJson, scoresJson } from './contract.ts';
import type { ImportJson, InspectJson, QuestionJson, RefusalJson, ScoresJson } from './contract.ts';

/** A folder of its own with a workspace file that does not exist yet; gone when the test is. */
export class Workbench {
  readonly folder: string;
  readonly workspace: string;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'dimios-import-'));
    this.workspace = join(this.folder, 'Prov.dimios');
    onTestFinished(() => {
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  get hasWorkspace(): boolean {
    return existsSync(this.workspace);
  }

  /** Writes a file into the folder and gives its path. */
  put({ fileName, bytes }: FixtureFile): string {
    const path = join(this.folder, fileName);
    writeFileSync(path, bytes);
    return path;
  }

  /** Writes a file of JSON into the folder and gives its path. */
  putJson(fileName: string, content: unknown): string {
    return this.put({ fileName, bytes: Buffer.from(JSON.stringify(content)) });
  }

  async inspect(file: FixtureFile, ...options: readonly string[]): Promise<InspectJson> {
    return inspectJson.parse(await succeeded('inspect', this.put(file), ...options));
  }

  /** Imports a file, which must succeed. */
  async import(file: FixtureFile, ...options: readonly string[]): Promise<ImportJson> {
    return importJson.parse(await succeeded('import', this.put(file), '--into', this.workspace, ...options));
  }

  /** Imports a file, which must be refused. */
  async refusedImport(file: FixtureFile, ...options: readonly string[]): Promise<RefusalJson> {
    return refused('import', this.put(file), '--into', this.workspace, ...options);
  }

  /** Imports a file, which must be asked about; gives the questions. */
  async questions(file: FixtureFile, ...options: readonly string[]): Promise<readonly QuestionJson[]> {
    const { error, questions } = await this.refusedImport(file, ...options);
    expect(error.code, error.message).toBe('needs-confirmation');
    return error.questions ?? questions ?? [];
  }

  /** What was stored, scored: before the small-group gate, which would hide most of these few respondents. */
  scores(): ScoresJson {
    return withReader(this.workspace, (reader) => {
      const tree = unitTree(reader.units());
      const years = yearInputs(reader, tree).flatMap(({ year, instrument, answers, others }) => [
        ...(answers === null
          ? []
          : [resultFromAnswers({ year, instrument, wholeName: wholeNameOf(reader), tree, ...answers })]),
        ...others,
      ]);
      return scoresJson.parse({ years });
    });
  }

  /** The scores as the command line prints them. */
  async printedScores(...options: readonly string[]): Promise<ScoresJson> {
    return scoresJson.parse(await succeeded('scores', '--in', this.workspace, ...options));
  }

  async batches(): Promise<ReturnType<typeof batchesJson.parse>> {
    return batchesJson.parse(await succeeded('batches', '--in', this.workspace));
  }

  run(...args: readonly string[]): Promise<DimiosRun> {
    return dimios(...args);
  }

  undo(batch: number): Promise<unknown> {
    return succeeded('undo', String(batch), '--in', this.workspace);
  }
}

/** The JSON of a command that must succeed. */
export async function succeeded(...args: readonly string[]): Promise<unknown> {
  const { exitCode, json, out, err } = await dimios(...args, '--json');
  expect(exitCode, `${out}${err}`).toBe(0);
  return json;
}

/** The refusal of a command that must be refused. */
export async function refused(...args: readonly string[]): Promise<RefusalJson> {
  const { exitCode, json, out, err } = await dimios(...args, '--json');
  expect(exitCode, `${out}${err}`).toBe(1);
  return refusalJson.parse(json);
}
