import { expect, test } from 'vitest';
import { buildGate } from '../../../../core/figures/gate/build.ts';
import { gate } from '../../../../core/figures/gate/index.ts';
import { buildEmployeePairs } from '../../../../core/figures/employee-pairs/build.ts';
import { employeePairs } from '../../../../core/figures/employee-pairs/index.ts';
import { buildEmployeeScatter } from '../../../../core/figures/employee-scatter/build.ts';
import { employeeScatter } from '../../../../core/figures/employee-scatter/index.ts';
import { buildMatrix } from '../../../../core/figures/matrix/build.ts';
import { matrix } from '../../../../core/figures/matrix/index.ts';
import type { FigureModule } from '../../../../core/figures/module.ts';
import { buildResponseRates } from '../../../../core/figures/response-rates/build.ts';
import { responseRates } from '../../../../core/figures/response-rates/index.ts';
import { themes } from '../../../../core/figures/theme.ts';
import { buildTrend } from '../../../../core/figures/trend/build.ts';
import { trend } from '../../../../core/figures/trend/index.ts';
import { textWidth } from '../../../../electron/publishing/fonts.ts';
import { textFaults } from '../../../scene-texts.ts';
import { choose, sampleSource } from './samples.ts';

const longName = 'Förvaltningen för långa namn och ännu längre benämningar här';

/** The same spec with every name as long as names get, and as many columns and rows as forty units give. */
function extreme<Spec>(spec: Spec): Spec {
  const longNames = new Set(['name', 'unitName', 'itemName', 'question']);
  const repeated = new Set(['columns', 'cells', 'panels', 'units', 'pairs', 'points']);
  const grown = JSON.stringify(spec, (key, value: unknown) => {
    if (longNames.has(key)) return longName;
    if (repeated.has(key) && Array.isArray(value)) {
      const list: readonly unknown[] = value;
      return Array.from({ length: 10 }, () => list).flat();
    }
    return value;
  });
  return JSON.parse(grown) as Spec;
}

function faultsOf<Spec>(module: FigureModule<Spec>, spec: Spec): string[] {
  return [480, 760, 1200].flatMap((width) => {
    const height = module.naturalHeight(spec, width, textWidth);
    const scene = module.draw(spec, { width, height, theme: themes.light, textWidth });
    const faults = textFaults(scene, textWidth).map((fault) => `${width}: ${fault}`);
    return scene.height > height + 1e-6 ? [...faults, `${width}: higher than it said`] : faults;
  });
}

test('G-9: no text is cut or lies over another, in any width, with long names and forty columns', () => {
  const source = sampleSource();
  for (const show of ['result', 'change'] as const) {
    const spec = buildMatrix(source, choose(source, { show }));
    expect(faultsOf(matrix, spec)).toEqual([]);
    expect(faultsOf(matrix, extreme(spec))).toEqual([]);
  }
  const rates = buildResponseRates(source, choose(source));
  expect(faultsOf(responseRates, rates)).toEqual([]);
  expect(faultsOf(responseRates, extreme(rates))).toEqual([]);
  const asked = buildGate(source, choose(source));
  expect(faultsOf(gate, asked)).toEqual([]);
  expect(faultsOf(gate, extreme(asked))).toEqual([]);
  const years = buildTrend(source, choose(source));
  expect(faultsOf(trend, years)).toEqual([]);
});

test('G-9: a figure of nothing is drawn as a sentence that says so', () => {
  const source = sampleSource();
  const pairs = buildEmployeePairs(source, choose(source));
  expect(faultsOf(employeePairs, pairs)).toEqual([]);
  expect(employeePairs.altText(pairs)).toContain('Inga kopplingar');
  const scatter = buildEmployeeScatter(source, choose(source));
  expect(faultsOf(employeeScatter, scatter)).toEqual([]);
  expect(employeeScatter.altText(scatter)).toContain('Inga enheter');
});
