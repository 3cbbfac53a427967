import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AnswersDraft } from '../../../../core/intake/draft.ts';
import { readWorkbook } from '../../../../core/intake/intake.ts';
import type { IntakeOptions, ReadWorkbook } from '../../../../core/intake/intake.ts';
import { openWorkbook } from '../../../../electron/spreadsheets/index.ts';
import type { FixtureFile } from '../../../fixtures/layouts/fixture.ts';
import { dimios } from '../../../instruments.ts';

/** Reads a fixture as the workbench does, from a file. */
export async function readFixture(
  { fileName, bytes }: FixtureFile,
  options: Partial<IntakeOptions> = {},
): Promise<ReadWorkbook> {
  const folder = mkdtempSync(join(tmpdir(), 'dimios-intake-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const path = join(folder, fileName);
  writeFileSync(path, bytes);
  const workbook = await openWorkbook(path);
  try {
    return await readWorkbook(workbook, { instrument: dimios, ...options });
  } finally {
    await workbook.close();
  }
}

/** The answers that were read; fails when the file gave none. */
export function answersOf({ reading }: ReadWorkbook): AnswersDraft {
  if (reading.draft?.kind === 'answers') return reading.draft;
  throw new Error('No answers were read.');
}
