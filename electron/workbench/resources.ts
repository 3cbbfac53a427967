import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { ProposedItemLink } from '../../core/employees/item-links.ts';
import { parseItemLinks } from '../../core/employees/item-links.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { parseInstrument } from '../../core/instrument/instrument.ts';
import type { Mapping } from '../../core/intake/mapping.ts';
import { parseMapping } from '../../core/intake/mapping.ts';
import { Refusal } from '../../core/problem.ts';

/** What ships with the program. */

const root = path.join(import.meta.dirname, '../..');

/** Folder of the sample workbooks. */
export const samplesFolder = path.join(root, 'resources/samples');

/** The instrument that a new workspace gets unless another is given. */
export function bundledInstrument(): Instrument {
  return readInstrument(path.join(root, 'resources/instruments/dimios.json'));
}

/** The links to items of the employee survey that ship for an instrument; none for another's. */
export function bundledItemLinks(instrument: Instrument): ProposedItemLink[] {
  const file = path.join(root, 'resources/links/dimios-employees.json');
  return parseItemLinks(readTextFile(file), path.basename(file), instrument);
}

/**
 * Reads an instrument file.
 * @throws Refusal `instrument-invalid`, or `file-unreadable`
 */
export function readInstrument(filePath: string): Instrument {
  return parseInstrument(readTextFile(filePath), path.basename(filePath));
}

/**
 * Reads a mapping file.
 * @throws Refusal `mapping-invalid`, or `file-unreadable`
 */
export function readMapping(filePath: string): Mapping {
  return parseMapping(readTextFile(filePath), path.basename(filePath));
}

/** The program's version, kept with every batch it imports. */
export function programVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}

/**
 * The text of a small file.
 * @throws Refusal `file-unreadable`
 */
export function readTextFile(filePath: string): string {
  try {
    return readFileSync(filePath, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    const file = path.basename(filePath);
    throw new Refusal({
      code: 'file-unreadable',
      message: `Filen ${file} går inte att läsa.`,
      file,
      nextStep: 'Kontrollera att namnet är rätt och att filen finns.',
    });
  }
}
