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

/** The command on every förvaltning of 2022, on a terminal; `onErr` hears what is shown while it works. */
async function everyUnit(
  out: string,
  options: readonly string[],
  onErr: (text: string) => void = () => undefined,
): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const args = [
    'report',
    '--in',
    workspace,
    '--year',
    '2022',
    '--every-unit',
    '--format',
    'html',
    '--out',
    out,
  ];
  const code = await main([...args, ...options], {
    isInteractive: true,
    out: (text) => (said.out += text),
    err: (text) => {
      said.err += text;
      onErr(text);
    },
  });
  return { code, ...said };
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

  it('K-21: shows how far it has come on a terminal, and names each förvaltning that has no report', async () => {
    const out = path.join(folder, 'alla');
    const {
      code,
      out: said,
      err,
    } = await everyUnit(out, ['--minimum-group', '20', '--release-reason', 'prov', '--json']);
    expect(code).toBe(0);
    const { files, leftOut } = JSON.parse(said) as { files: string[]; leftOut: string[] };
    expect(leftOut).toContain('LKDATA');
    expect(files.length).toBeGreaterThan(0);
    expect(files.length + leftOut.length).toBe(8);
    expect(fs.readdirSync(out)).toHaveLength(files.length);
    expect(err).toMatch(/█.* %  Skriver /);
    const { out: told } = await everyUnit(out, ['--release-reason', 'prov']);
    expect(told).toContain(`Utan egen rapport, eftersom inga av deras resultat får visas: `);
    for (const name of leftOut) expect(told).toContain(name);
  });

  it('K-21: leaves nothing behind where it is interrupted, not even in the release log', async () => {
    const out = path.join(folder, 'avbruten');
    const logged = (): number => withReader(workspace, (reader) => reader.releases(2022)).length;
    const before = logged();
    const { code, err } = await everyUnit(out, [], (text) => {
      if (text.includes('Skriver')) process.emit('SIGINT');
    });
    expect(code).toBe(1);
    expect(err).toContain('Avbrutet. Inget har sparats.');
    expect(fs.existsSync(out)).toBe(false);
    expect(logged()).toBe(before);
  });

  it('K-20: refuses a place that is no folder, and keeps nothing as released', async () => {
    const out = path.join(folder, 'fil');
    fs.writeFileSync(out, '');
    const before = withReader(workspace, (reader) => reader.releases(2022)).length;
    const { code, out: said } = await everyUnit(out, ['--json']);
    expect(code).toBe(1);
    expect(JSON.parse(said)).toMatchObject({ error: { code: 'folder-unusable' } });
    expect(withReader(workspace, (reader) => reader.releases(2022)).length).toBe(before);
  });
});

describe('the demo', () => {
  // Nine reports in two formats take their time on a busy machine.
  it('K-22: writes the reports of its last year in Word and PDF, and says where', async () => {
    const { code, out } = await dimios('demo', '--out', path.join(folder, 'demo'));
    expect(code).toBe(0);
    const reports = /ligger i\n(.*)\n/.exec(out)?.[1] ?? '';
    expect(fs.readdirSync(reports)).toHaveLength(2 * 9);
    expect(fs.readdirSync(reports)).toEqual(
      expect.arrayContaining(['Rapport 2022 Exempelkommunen.docx', 'Rapport 2022 Leanlink.pdf']),
    );
  }, 240_000);
});
