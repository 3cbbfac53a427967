import { createHash, createHmac } from 'node:crypto';
import type { Measurements } from '../../core/analysis/measurements.ts';
import { sumTallies } from '../../core/survey/tally.ts';
import { tallyToBytes } from '../../core/survey/tally-bytes.ts';
import type { TallyCell } from '../../core/survey/units.ts';
import { compareTexts } from '../../core/text.ts';

/** What a figure is made of. */
export interface FingerprintBasis {
  readonly measurements: Measurements;
  /** The years that it shows. */
  readonly years: readonly number[];
  /** All else that decides what it shows: kind, units, measure, given figures. Must survive JSON. */
  readonly settings: unknown;
}

/**
 * The first eight hexadecimal digits of a keyed hash over tallies, instruments and settings: two figures with the
 * same fingerprint were made of the same answers in the same way. The key is the workspace's own, so that nobody
 * can find hidden answers by trying which ones give the fingerprint.
 */
export function fingerprintOf(secret: Buffer, { measurements, years, settings }: FingerprintBasis): string {
  const hash = createHmac('sha256', secret);
  const part = partsOf(hash);
  const { tree, minimumGroup, wholeName } = measurements;
  part('settings', stableJson(settings));
  part('analysis', stableJson(measurements.settings));
  part('minimum-group', String(minimumGroup.size));
  part('units', stableJson([wholeName, ...tree.units.map(({ id, name, parent }) => [id, name, parent])]));
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    part(`year ${year}`, yearDigest(measurements, year));
  }
  return hash.digest('hex').slice(0, 8);
}

/** A hash that still takes more. */
interface Updatable {
  update(bytes: string | Uint8Array): Updatable;
}

/** Adds named parts to a hash, each with its length before it, so that no two different lists are the same bytes. */
function partsOf(hash: Updatable): (name: string, content: string | Uint8Array) => void {
  return (name, content) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
  };
}

/** Measurements never change, and many figures show the same years: a year is gone through once. */
const digests = new WeakMap<Measurements, Map<number, Buffer>>();

/** Stands for all that is known of a year. Without the workspace's key, so it must stay in memory. */
function yearDigest(measurements: Measurements, year: number): Buffer {
  const known = digests.get(measurements) ?? new Map<number, Buffer>();
  digests.set(measurements, known);
  const before = known.get(year);
  if (before !== undefined) return before;
  const hash = createHash('sha256');
  const part = partsOf(hash);
  for (const { source, units } of measurements.resultsOf(year)) part(source, stableJson(units));
  const first = measurements.resultsOf(year)[0];
  if (first !== undefined) {
    part('instrument', stableJson(first.instrument.file));
    for (const [key, cells] of cellsByGroup(measurements, year)) {
      const tallies = cells.map(({ tally }) => tally);
      part(`cell ${key}`, tallyToBytes(sumTallies(first.instrument, tallies)));
    }
  }
  const digest = hash.digest();
  known.set(year, digest);
  return digest;
}

/** Cells of the same group together, in an order of their own: batches and the order of import do not matter. */
function cellsByGroup(measurements: Measurements, year: number): [string, TallyCell[]][] {
  const groups = new Map<string, TallyCell[]>();
  for (const cell of measurements.cellsIn(year)) {
    const unit = cell.unit === null ? null : measurements.tree.resolve(cell.unit);
    const key = JSON.stringify([unit, cell.role, cell.gate]);
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups].sort(([a], [b]) => compareTexts(a, b));
}

/** JSON whose keys stand in alphabetical order. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
