import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Refusal } from '../../../core/problem.ts';
import { demoAnalysis } from '../../workbench/demo.ts';
import { measurementsOf } from '../../workbench/measurements.ts';
import { importSamples, settleSamples } from '../../workbench/samples.ts';
import { withReader } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { demoText } from '../demo-text.ts';
import { noPositionals, text, userPath } from '../options.ts';

/** `demo`: the sample workbooks in a workspace of their own, and what they say. */
export const demo: Command = {
  name: 'demo',
  usage: '[--out MAPP] [--json]',
  summary: 'Läser in exempelfilerna i en ny arbetsfil och visar vad de säger.',
  options: { out: { type: 'string' } },
  async run(positionals, options) {
    noPositionals(positionals);
    const out = text(options, 'out');
    const workspace = freePath(out === null ? mkdtempSync(path.join(tmpdir(), 'dimios-')) : userPath(out));
    const now = new Date().toISOString();
    await importSamples(workspace, now);
    settleSamples(workspace, now);
    return withReader(workspace, (reader) => {
      const analysis = demoAnalysis(reader, measurementsOf(reader));
      const { years, ...rest } = analysis;
      return {
        json: {
          workspace,
          years: years.map(({ year, units }) => ({ year, whole: units[0] })),
          ...rest,
        },
        text: `${demoText(analysis)}\n\nArbetsfilen ligger i ${workspace}`,
      };
    });
  },
};

/** A name in the folder that no file has: an earlier demo, which someone may have worked on, is left alone. */
function freePath(folder: string): string {
  makeFolder(folder);
  for (let number = 1; ; number++) {
    const candidate = path.join(folder, `DiMiOS exempel${number === 1 ? '' : ` ${number}`}.dimios`);
    if (!existsSync(candidate)) return candidate;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new Refusal({
      code: 'folder-unusable',
      message: `${folder} går inte att använda som mapp.`,
      file: path.basename(folder),
      nextStep: 'Välj en annan mapp med --out.',
    });
  }
}
