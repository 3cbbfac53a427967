import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const core = path.resolve(import.meta.dirname, '../../../../core');

/** All files that a file needs at run time, itself too, from `core/`. */
function reached(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const source = fs.readFileSync(file, 'utf8');
  for (const [, name = ''] of source.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)';/gmu)) {
    reached(path.resolve(path.dirname(file), name), found);
  }
  return found;
}

it('G-21: what draws, tables and tells a figure needs nothing that computes results', () => {
  const files = [...reached(path.join(core, 'figures/index.ts'))].map((file) => path.relative(core, file));
  expect(files.length).toBeGreaterThan(40);
  const outside = files.filter((file) => !file.startsWith('figures/'));
  expect(outside.sort()).toEqual(['numbers.ts', 'privacy/reasons.ts', 'text.ts']);
});
