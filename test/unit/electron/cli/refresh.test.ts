import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../../../electron/cli/main.ts';
import { packParts, unpackParts } from '../../../../electron/publishing/package-bytes.ts';
import { importSamples } from '../../../../electron/workbench/samples.ts';
import { withReader } from '../../../../electron/workbench/workspace.ts';
import { organisationTemplate } from '../publishing/word-template.ts';
import { samples } from './samples.ts';

const made = samples();
const { workspace } = made;
const at = (name: string): string => made.at(name);
const unit = 'Leanlink';
const body = 'word/document.xml';

/** A report of the unit that somebody has written in; made once. */
let written: Buffer | null = null;

async function dimios(...args: string[]): Promise<{ code: number; json: Record<string, unknown> }> {
  let out = '';
  const code = await main([...args, '--json'], { out: (text) => (out += text), err: () => undefined });
  return { code, json: JSON.parse(out) as Record<string, unknown> };
}

async function oldReport(): Promise<string> {
  const old = at('Redigerad.docx');
  if (written === null) {
    const asked = ['--in', workspace, '--year', '2022', '--unit', unit, '--format', 'docx'];
    await dimios('report', ...asked, '--template', at('Mall.dotx'), '--out', at('ut'));
    const parts = unpackParts(readFileSync(path.join(at('ut'), `Rapport 2022 ${unit}.docx`)));
    const hand = String(parts[body]).replace(
      '<w:body>',
      '<w:body><w:p><w:r><w:t>För hand.</w:t></w:r></w:p>',
    );
    written = packParts({ ...parts, [body]: hand });
  }
  writeFileSync(old, written);
  return old;
}

beforeAll(() => {
  writeFileSync(at('Mall.dotx'), organisationTemplate());
});

describe('the command refresh', () => {
  it('K-23: renews the figures of an edited report, by the unit that the file is about, and keeps that they have left', async () => {
    const out = at('Ny.docx');
    const { code, json } = await dimios(
      'refresh',
      await oldReport(),
      '--in',
      workspace,
      '--year',
      '2022',
      '--out',
      out,
    );
    expect(code).toBe(0);
    expect(json).toMatchObject({
      year: 2022,
      unit,
      from: { year: 2022 },
      file: out,
      leftAlone: [],
      missing: [],
    });
    expect(json['renewed']).toContainEqual(expect.objectContaining({ kind: 'figure', outcome: 'renewed' }));
    const document = String(unpackParts(readFileSync(out))[body]);
    expect(document).toContain('För hand.');
    expect(document).toContain('<w:pStyle w:val="Rubrik1"/>');
    expect(withReader(workspace, (reader) => reader.releases(2022)).length).toBeGreaterThan(0);
  });

  it('K-23: refuses a report of another unit or workspace, and writes nothing', async () => {
    const old = await oldReport();
    const out = at('Ingen.docx');
    const asked = ['--year', '2022', '--out', out];
    const otherUnit = await dimios('refresh', old, '--in', workspace, ...asked, '--unit', 'LKDATA');
    expect(otherUnit.code).toBe(1);
    expect(otherUnit.json).toMatchObject({ error: { code: 'report-of-other-unit', message: /Leanlink/ } });
    const otherWorkspace = at('annan.dimios');
    await importSamples(otherWorkspace, '2022-06-01T10:00:00.000Z');
    const elsewhere = await dimios('refresh', old, '--in', otherWorkspace, ...asked);
    expect(elsewhere.json).toMatchObject({ error: { code: 'report-of-other-workspace' } });
    expect(existsSync(out)).toBe(false);
  });

  it('D-53: refuses what is no Word report with the next step', async () => {
    const file = at('inte.docx');
    copyFileSync(at('Mall.dotx'), file);
    const asked = ['--in', workspace, '--year', '2022', '--out', at('Ingen.docx')];
    const unmarked = await dimios('refresh', file, ...asked);
    expect(unmarked.json).toMatchObject({ error: { code: 'word-file-without-marks', file: 'inte.docx' } });
    const missing = await dimios('refresh', at('saknas.docx'), ...asked);
    expect(missing.json).toMatchObject({ error: { code: 'word-file-unreadable' } });
    expect((await dimios('refresh', '--in', workspace, '--year', '2022', '--out', at('x.docx'))).code).toBe(
      2,
    );
  });
});
