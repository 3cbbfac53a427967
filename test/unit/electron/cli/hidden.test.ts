import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { UnitResult } from '../../../../core/scoring/results.ts';
import { resultFromAnswers } from '../../../../core/scoring/results.ts';
import { unitTree } from '../../../../core/survey/units.ts';
import { measurementsOf, wholeNameOf, yearInputs } from '../../../../electron/workbench/measurements.ts';
import { withReader } from '../../../../electron/workbench/workspace.ts';
import { readCharts } from '../../../chart-file.ts';
import { dimios } from '../../../dimios.ts';
import { samples } from './samples.ts';

const made = samples();
const { workspace } = made;

/** Numbers that are written out with so many digits are nobody's by chance. */
const tellingDigits = 12;

/** A third, 47 13/21 or √(1/5): what figures of other groups, of other people, may well be too. */
function isCommonFraction(value: number): boolean {
  const divisors = Array.from({ length: 60 }, (_, at) => at + 1);
  const isWhole = (number: number): boolean => Math.abs(number - Math.round(number)) < 1e-9;
  return divisors.some((divisor) => isWhole(value * divisor) || isWhole(value ** 2 * divisor));
}

/**
 * The composites of a unit, as JSON would write them: sums of so many fractions that no other group has the same.
 * (Of items few people give few possible figures; `attack.test.ts` holds those.)
 */
function figuresOf(unit: UnitResult): Set<string> {
  const { maturityPercent, dimensions, categories } = unit;
  const values = [maturityPercent, ...[...dimensions, ...categories].map(({ percent }) => percent)];
  return new Set(
    values
      .filter((value) => value !== null)
      .filter((value) => !isCommonFraction(value))
      .map(String)
      .filter(({ length }) => length > tellingDigits),
  );
}

/** What the gate hides in the samples, and nothing that it shows of another group. */
function hiddenFigures(): string[] {
  return withReader(workspace, (reader) => {
    const tree = unitTree(reader.units());
    const measurements = measurementsOf(reader);
    const shown = new Set<string>();
    for (const year of measurements.years) {
      for (const unit of measurements.bestResult(year).units) {
        for (const figure of figuresOf(unit)) shown.add(figure);
      }
    }
    const all = yearInputs(reader, tree).flatMap(({ year, instrument, answers }) =>
      answers === null
        ? []
        : resultFromAnswers({ year, instrument, wholeName: wholeNameOf(reader), tree, ...answers }).units,
    );
    return [...new Set(all.flatMap((unit) => [...figuresOf(unit)]))].filter((figure) => !shown.has(figure));
  });
}

/** Which of some figures the charts of every unit's report and deck hold, file by file. */
async function foundInReports(
  figures: readonly string[],
  formats: string,
  options: readonly string[],
): Promise<[file: string, found: string[]][]> {
  const { exitCode, json } = await dimios(
    ...['report', '--in', workspace, '--year', '2022', '--every-unit', '--format', formats, ...options],
    ...['--out', made.at('rapporter'), '--release-reason', 'prov', '--json'],
  );
  expect(exitCode).toBe(0);
  const { files } = json as { readonly files: readonly string[] };
  expect(files.length).toBeGreaterThan(3);
  // Charts keep percents as parts of one.
  const digits = (number: number): string => number.toFixed(9);
  return files.map((file) => {
    const charts = readCharts(fs.readFileSync(file));
    expect([file, charts.length > 3]).toEqual([file, true]);
    const numbers = new Set(
      charts.flatMap(({ references, cellNumbers }) =>
        [...references.flatMap(({ kept }) => kept), ...cellNumbers].flatMap((own) =>
          typeof own === 'number' ? [digits(own)] : [],
        ),
      ),
    );
    return [
      file,
      figures.filter(
        (figure) => numbers.has(digits(Number(figure))) || numbers.has(digits(Number(figure) / 100)),
      ),
    ];
  });
}

const commands: readonly (readonly string[])[] = [
  ['scores'],
  ['quadrants'],
  ['employees'],
  ['targets'],
  ['compare', '--from', '2021', '--to', '2022'],
  ['compare', '--from', '2020', '--to', '2022'],
  ['compare', '--from', '2021', '--to', '2022', '--unit', 'LKDATA'],
  ['compare', '--from', '2021', '--to', '2022', '--unit', 'Leanlink'],
  ['compare', '--year', '2022', '--unit', 'Leanlink', '--rest'],
  ['compare', '--year', '2022', '--unit', 'Leanlink', '--with', 'LKDATA'],
  ['compare', '--year', '2022', '--benchmark'],
  ['compare', '--year', '2022', '--benchmark', '--unit', 'LKDATA'],
  ['priorities', '--year', '2022'],
  ['priorities', '--year', '2022', '--unit', 'Leanlink'],
  ['priorities', '--year', '2022', '--unit', 'LKDATA'],
  ['conclusions', '--year', '2022'],
];

describe('what the gate hides', () => {
  it('P11: stands in the output of no command, not even as a part of it', async () => {
    const hidden = hiddenFigures();
    expect(hidden.length).toBeGreaterThan(200);
    for (const [command = '', ...options] of commands) {
      const { out, exitCode } = await dimios(command, '--in', workspace, ...options, '--json');
      expect(exitCode, `${command} ${options.join(' ')}: ${out.slice(0, 300)}`).toBe(0);
      const numbers = new Set(out.match(/-?\d+\.\d{8,}/g) ?? []);
      expect(
        hidden.filter((figure) => numbers.has(figure)),
        `${command} ${options.join(' ')}`,
      ).toEqual([]);
    }
  }, 60_000);

  it('D-14: stands in no chart of a report or a deck, and not in the workbook inside it', async () => {
    const hidden = hiddenFigures();
    expect(hidden.length).toBeGreaterThan(200);
    for (const [file, found] of await foundInReports(hidden, 'docx,pptx', []))
      expect([file, found]).toEqual([file, []]);
  }, 120_000);

  it('P11: is found by this very search when the limit is lowered', async () => {
    const hidden = hiddenFigures();
    const lowered = ['--minimum-group', '3', '--reason', 'prov'];
    const { out } = await dimios('scores', '--in', workspace, ...lowered, '--json');
    const numbers = new Set(out.match(/-?\d+\.\d{8,}/g) ?? []);
    expect(hidden.some((figure) => numbers.has(figure))).toBe(true);
    const inCharts = await foundInReports(hidden, 'pptx', lowered);
    expect(inCharts.some(([, found]) => found.length > 0)).toBe(true);
  }, 120_000);

  it('P11: stands in no table or sentence of the demo', async () => {
    const { out } = await dimios('demo', '--no-reports', '--out', made.at('demo'), '--json');
    const numbers = new Set(out.match(/-?\d+\.\d{8,}/g) ?? []);
    expect(hiddenFigures().filter((figure) => numbers.has(figure))).toEqual([]);
  });
});
