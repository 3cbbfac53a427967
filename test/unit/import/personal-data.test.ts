import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { limeSurveyText } from '../../fixtures/layouts/limesurvey.ts';
import { longComment } from '../../fixtures/layouts/respondents.ts';
import { microsoftFormsInSwedish, surveyMonkey } from '../../fixtures/layouts/survey-tools.ts';
import { optionsFor } from './expectations.ts';
import { Workbench } from './workbench.ts';

const traces = ['@example.se', 'Majken', '192.0.2.', 'prov3xyz', longComment, '14:05:00', '10:22:11'];

/** Every byte of the workspace, with what SQLite may keep beside it. */
function workspaceText(bench: Workbench): string {
  const files = readdirSync(bench.folder).filter((name) => name.startsWith('Prov.dimios'));
  return files.map((name) => readFileSync(join(bench.folder, name)).toString('utf8')).join();
}

describe('L-9: personal data and free text', () => {
  test.each([
    ['Microsoft Forms', microsoftFormsInSwedish],
    ['LimeSurvey', limeSurveyText],
    ['SurveyMonkey', surveyMonkey],
  ])('of %s never reach the workspace file', async (_tool, make) => {
    const fixture = make();
    const bench = new Workbench();
    await bench.import(fixture, ...optionsFor(fixture));
    const stored = workspaceText(bench);
    expect(stored).toContain('Socialförvaltningen');
    expect(traces.filter((trace) => stored.includes(trace))).toEqual([]);
  });

  test('are not printed either, by inspect or by import', async () => {
    const fixture = microsoftFormsInSwedish();
    const bench = new Workbench();
    const printed = JSON.stringify([await bench.inspect(fixture), await bench.import(fixture)]);
    expect(traces.filter((trace) => printed.includes(trace))).toEqual([]);
  });
});
