import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { parseInstrument } from '../../core/instrument/instrument.ts';
import type { AnswersDraft } from '../../core/intake/draft.ts';
import { score } from '../../core/scoring/score.ts';
import { sumTallies } from '../../core/survey/tally.ts';
import { createWorkspace, openReader } from '../../electron/store/workspace.ts';
import { measurementsOf } from '../../electron/workbench/measurements.ts';
import { analyseAll } from './analysis.ts';

/**
 * Storing many respondents in a workspace, tallying them again from the file, scoring from the stored tallies, and
 * the full analysis of them: wall time and peak memory, each step in a process of its own.
 */

const instrumentFile = new URL('../../resources/instruments/dimios.json', import.meta.url);
const instrument = parseInstrument(fs.readFileSync(instrumentFile, 'utf8'), 'dimios.json');
const circumstances = { now: '2024-01-01T00:00:00Z', programVersion: 'bench' };

/** Respondents with repeatable answers, over 40 units in two levels, 5 roles and both gate answers. */
function manyRespondents(respondents: number): AnswersDraft {
  const itemCount = instrument.items.length;
  const groups = Array.from({ length: 400 }, (_, group) => ({
    unit: [`Förvaltning ${group % 8}`, `Enhet ${group % 40}`],
    role: instrument.roles[Math.floor(group / 40) % 5]?.code ?? null,
    gate: group < 200 ? ('yes' as const) : ('no' as const),
  }));
  let state = 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const signs = Buffer.from('1223334445556??-', 'latin1');
  const codes = new Uint8Array(respondents * itemCount).map(() => signs[next(signs.length)] ?? 0);
  const groupOf = new Int32Array(respondents).map(() => next(groups.length));
  return {
    kind: 'answers',
    year: 2022,
    rows: { itemCount, respondents, codes },
    groups,
    groupOf,
    reversed: [],
  };
}

/** What one step took; printed as JSON by the step's process. */
const measuredShape = z.object({
  step: z.string(),
  seconds: z.number(),
  /** Memory before the step began, with its input in place. */
  startMegabytes: z.number(),
  peakMegabytes: z.number(),
});
type Measured = z.infer<typeof measuredShape>;

function measured(step: string, work: () => void): void {
  const startMegabytes = process.memoryUsage.rss() / 1e6;
  const start = performance.now();
  work();
  const seconds = (performance.now() - start) / 1000;
  const peakMegabytes = process.resourceUsage().maxRSS / 1000;
  console.log(JSON.stringify({ step, seconds, startMegabytes, peakMegabytes } satisfies Measured));
}

function runStep(step: string, file: string, respondents: number): void {
  if (step === 'store') {
    const draft = manyRespondents(respondents);
    const writer = createWorkspace(file, { instrument, ...circumstances });
    const provenance = {
      fileName: 'bench.xlsx',
      sizeBytes: 0,
      sha256: '0'.repeat(64),
      sheet: 'Blad1',
      platform: 'plain',
      profile: null,
      counts: null,
      findings: [],
    };
    measured('store answers and tallies', () => {
      writer.importBatches([{ draft, provenance, mode: 'new' }], circumstances);
      writer.close();
    });
    return;
  }
  const reader = openReader(file);
  if (step === 'check') {
    measured('check: tally all from answers, compare', () => {
      const { problems } = reader.check();
      if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
    });
  } else if (step === 'analysis') {
    measured('full analysis of 48 units from stored tallies', () => {
      analyseAll(measurementsOf(reader));
    });
  } else {
    measured('score the whole from stored tallies', () => {
      const tally = sumTallies(
        instrument,
        reader.cells(2022).map((cell) => cell.tally),
      );
      if (score(tally, instrument).maturityPercent === null) throw new Error('No maturity.');
    });
  }
  reader.close();
}

/** Stores, checks and scores so many respondents, each step in a process of its own. */
export function measureTallying(respondents: number): Measured[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-bench-'));
  try {
    const file = path.join(folder, 'bench.dimios');
    return ['store', 'check', 'score', 'analysis'].map((step) => {
      const child = spawnSync(process.execPath, [ownPath, '--step', step, file, String(respondents)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      if (child.status !== 0) throw new Error(`The step "${step}" failed.`);
      return measuredShape.parse(JSON.parse(child.stdout));
    });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const ownPath = fileURLToPath(import.meta.url);

if (process.argv[1] === ownPath) {
  const [, step = '', file = '', count = ''] = process.argv.slice(2);
  runStep(step, file, Number(count));
}
