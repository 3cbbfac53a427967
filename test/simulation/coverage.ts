import { dimios } from '../instruments.ts';
import type { Findings, Rate } from './simulate.ts';
import { drawings, shareOf, simulate } from './simulate.ts';

/**
 * Shows that 95 % intervals hold the truth 95 times of 100, and how often a difference is called a change though
 * nothing changed. `node test/simulation/coverage.ts [runs]`.
 */

const seed = 20_221_015;
const defaultRuns = 10_000;
const runs = Number(process.argv[2] ?? defaultRuns);

/** How far a share of 5 or 95 % is off by the luck of so many runs: two standard errors, in percent units. */
const luck = 2 * Math.sqrt((0.95 * 0.05) / runs) * 100;

function percent(rate: Rate): string {
  return `${(shareOf(rate) * 100).toFixed(1)} %`;
}

function linesOf(found: Findings): string[] {
  const row = (label: string, rates: readonly Rate[]): string =>
    `  ${label.padEnd(46)}${rates.map((rate) => percent(rate).padStart(12)).join('')}`;
  const { coverage, differenceCoverage, falseVerdicts, anotherDay } = found;
  const kinds = ['maturity', 'dimensions', 'categories', 'items'] as const;
  return [
    `${found.name}: ${found.respondents} of ${found.invited} invited, ${runs} runs (luck: ±${luck.toFixed(1)})`,
    `  ${''.padEnd(46)}${kinds.map((kind) => kind.padStart(12)).join('')}`,
    row(
      '95 % intervals that hold the value',
      kinds.map((kind) => coverage[kind]),
    ),
    row(
      '95 % intervals of differences that hold 0',
      kinds.map((kind) => differenceCoverage[kind]),
    ),
    `  ${''.padEnd(46)}${['maturity', 'composites', 'items'].map((kind) => kind.padStart(12)).join('')}`,
    row('comparisons with a false verdict', [
      falseVerdicts.maturity,
      falseVerdicts.composites,
      falseVerdicts.items,
    ]),
    `  ${''.padEnd(46)}${['invited', 'firm'].map((kind) => kind.padStart(12)).join('')}`,
    row('maturity called changed on another day', [anotherDay.amongInvited, anotherDay.firm]),
    '',
  ];
}

for (const drawing of drawings) {
  process.stdout.write(`${linesOf(simulate(dimios, drawing, runs, seed)).join('\n')}\n`);
}
