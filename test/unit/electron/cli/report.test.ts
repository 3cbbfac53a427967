import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../../../electron/cli/main.ts';
import { importSamples, settleSamples } from '../../../../electron/workbench/samples.ts';
import { withReader } from '../../../../electron/workbench/workspace.ts';
import { readCharts } from '../../../chart-file.ts';

let folder = '';
let workspace = '';

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-report-command-'));
  workspace = path.join(folder, 'a.dimios');
  await importSamples(workspace, '2024-01-01T00:00:00Z');
  settleSamples(workspace, '2024-01-01T00:00:00Z');
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

async function dimios(...args: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const code = await main(args, { out: (text) => (out += text), err: () => undefined });
  return { code, out };
}

describe('the command report', () => {
  it('K-20: writes the report of a unit in each format, and keeps that it has left', async () => {
    const out = path.join(folder, 'rapporter');
    const { code, out: json } = await dimios(
      'report',
      '--in',
      workspace,
      '--year',
      '2022',
      '--unit',
      'Social- och omsorgsförvaltningen',
      '--format',
      'docx,pdf,pptx',
      '--out',
      out,
      '--json',
    );
    expect(code).toBe(0);
    const { files } = JSON.parse(json) as { files: string[] };
    expect(files.map((file) => path.basename(file))).toEqual([
      'Rapport 2022 Social- och omsorgsförvaltningen.docx',
      'Rapport 2022 Social- och omsorgsförvaltningen.pdf',
      'Rapport 2022 Social- och omsorgsförvaltningen.pptx',
    ]);
    const [word = '', pdf = '', deck = ''] = files;
    const document = Buffer.from(unzipSync(fs.readFileSync(word))['word/document.xml'] ?? []).toString(
      'utf8',
    );
    expect(document).toContain('Social- och omsorgsförvaltningen');
    expect(readCharts(fs.readFileSync(deck)).length).toBeGreaterThan(5);
    expect(fs.readFileSync(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(withReader(workspace, (reader) => reader.releases(2022)).length).toBeGreaterThan(0);
  });

  it('K-20: refuses a year without results, and writes nothing', async () => {
    const out = path.join(folder, 'inget');
    const { code, out: json } = await dimios(
      'report',
      '--in',
      workspace,
      '--year',
      '1999',
      '--format',
      'pdf',
      '--out',
      out,
      '--json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(json)).toMatchObject({ error: { code: 'year-missing' } });
    expect(fs.existsSync(out)).toBe(false);
  });

  it('K-20: names the formats that there are where another is asked for', async () => {
    const { code } = await dimios(
      'report',
      '--in',
      workspace,
      '--year',
      '2022',
      '--format',
      'rtf',
      '--out',
      folder,
    );
    expect(code).toBe(2);
  });
});
