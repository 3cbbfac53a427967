import type { Measurements } from '../../core/analysis/measurements.ts';
import type { FigureSource, PoolFigures } from '../../core/figures/source.ts';
import type { ItemCode } from '../../core/instrument/instrument.ts';
import type { WorkspaceReader } from '../store/workspace.ts';
import { employeeInputOf } from './employees.ts';
import { figuresBeside, othersIn } from './exchange.ts';
import { fingerprintOf } from './fingerprint.ts';

/** What a workspace's figures are made of. */
export function figureSourceOf(reader: WorkspaceReader, measurements: Measurements): FigureSource {
  const pooledYears = reader.exchangeYears();
  const given = figuresBeside(reader, measurements);
  return {
    measurements,
    given,
    employees: employeeInputOf(reader, measurements),
    pool: pooledYears.length === 0 ? null : (year) => poolIn(reader, measurements, year),
    // Given figures are part of what a figure shows, and of what its fingerprint stands for.
    fingerprint: (years, settings) =>
      fingerprintOf(reader.secret(), { measurements, years, settings: { figure: settings, given } }),
  };
}

function poolIn(reader: WorkspaceReader, measurements: Measurements, year: number): PoolFigures | null {
  const others = othersIn(reader, measurements, year);
  if (others === null) return null;
  const items = others.estimates.items.flatMap(({ code, value }): [ItemCode, number][] =>
    value === null ? [] : [[code, value]],
  );
  return { name: 'Deltagande kommuner', items: new Map(items) };
}
