import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Refusal } from '../../../core/problem.ts';
import type { YearResult } from '../../../core/scoring/results.ts';
import { swedishDifference, swedishNumber, swedishPercent } from '../../../core/numbers.ts';
import { importSamples } from '../../workbench/samples.ts';
import { compareYears } from '../../../core/analysis/compare-years.ts';
import { measurementsOf } from '../../workbench/measurements.ts';
import { withReader } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { noPositionals, text, userPath } from '../options.ts';
import { table } from '../table.ts';
import { verdictText } from '../verdict-text.ts';

const changesShown = 8;

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
    await importSamples(workspace, new Date().toISOString());
    return withReader(workspace, (reader) => {
      const measurements = measurementsOf(reader);
      const years = measurements.years.map((year) => measurements.bestResult(year));
      const last = years.at(-1)?.year ?? 0;
      const before = years.at(-2)?.year ?? 0;
      const compared = compareYears(measurements, before, last, null);
      const largest = compared.items
        .filter(({ difference }) => difference !== null)
        .toSorted((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0))
        .slice(0, changesShown);
      const sureness = new Map(
        (compared.uncertainty?.items ?? []).map((item) => [item.code, verdictText(item)]),
      );
      const names = new Map(reader.instrument(last).items.map(({ code, name }) => [code, name.sv]));
      return {
        json: {
          workspace,
          years: years.map(({ year, units }) => ({ year, whole: units[0] })),
          largestChanges: largest,
        },
        text: [
          'Exempeldata: svaren är påhittade, men ger samma siffror som en publicerad mätning.',
          overviewTable(years),
          'Svarsfrekvens och mognad per förvaltning, ' + String(last),
          unitsTable(years.at(-1)),
          `Största förändringarna ${before} till ${last}`,
          table(
            [
              ['Mätpunkt', String(before), String(last), 'Skillnad', 'Vet ej', ''],
              ...largest.map(({ code, from, to, difference }) => [
                names.get(code) ?? code,
                swedishNumber(from.mean, 1),
                swedishNumber(to.mean, 1),
                swedishDifference(difference, 1),
                swedishPercent(from.dontKnowPercent, 0),
                swedishPercent(to.dontKnowPercent, 0),
                sureness.get(code) ?? '',
              ]),
            ],
            [1, 2, 3, 4, 5],
          ),
          `Arbetsfilen ligger i ${workspace}`,
        ].join('\n\n'),
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

function overviewTable(years: readonly YearResult[]): string {
  const wholes = years.flatMap(({ year, instrument, units }) => {
    const [whole] = units;
    return whole === undefined ? [] : [{ year, instrument, whole }];
  });
  const row = (name: string, value: (entry: (typeof wholes)[number]) => string): string[] => [
    name,
    ...wholes.map(value),
  ];
  const dimensions = wholes.at(-1)?.instrument.dimensions ?? [];
  const rows = [
    ['', ...wholes.map(({ year }) => String(year))],
    row('Digital mognad', ({ whole }) => swedishPercent(whole.maturityPercent, 1)),
    ...dimensions.map((dimension, place) =>
      row(`  ${dimension.name.sv}`, ({ whole }) =>
        swedishPercent(whole.dimensions[place]?.percent ?? null, 1),
      ),
    ),
    row('Svarande', ({ whole }) => String(whole.respondents ?? '-')),
    row('Svarsfrekvens', ({ whole }) => swedishPercent(whole.responseRatePercent, 0)),
    row('Inblandade i beslut', ({ whole }) => swedishPercent(whole.gateYesPercent, 0)),
  ];
  return table(
    rows,
    wholes.map((_, place) => place + 1),
  );
}

function unitsTable(year: YearResult | undefined): string {
  const rows = (year?.units ?? [])
    .filter(({ level }) => level <= 1)
    .map((unit) => [
      unit.name,
      `${unit.respondents ?? '-'} av ${unit.invited ?? '-'}`,
      swedishPercent(unit.responseRatePercent, 0),
      swedishPercent(unit.maturityPercent, 0),
    ]);
  return table([['', 'Svarande', 'Svarsfrekvens', 'Mognad'], ...rows], [1, 2, 3]);
}
