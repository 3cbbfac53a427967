import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseInstrument, withReversedItems } from '../../../../core/instrument/instrument.ts';
import { validateInstrumentFile, type InstrumentFile } from '../../../../core/instrument/schema.ts';
import { Refusal } from '../../../../core/problem.ts';
import { dimios } from '../../../instruments.ts';

const shipped = (): InstrumentFile => structuredClone(dimios.file);

function faultsOf(candidate: unknown): string[] {
  const checked = validateInstrumentFile(candidate);
  return checked.ok ? [] : checked.faults.map(({ path, message }) => `${path}: ${message}`);
}

describe('an instrument file', () => {
  it('N-5: ships with 26 items in six categories and two dimensions', () => {
    expect(dimios.items).toHaveLength(26);
    expect(dimios.categories.map(({ items }) => items.length)).toEqual([7, 6, 5, 2, 2, 4]);
    expect(dimios.dimensions.map(({ code }) => code)).toEqual(['formaga', 'arv']);
    expect(dimios.items.every(({ reversed }) => !reversed)).toBe(true);
  });

  it('N-5: gives every item a definition, an English name and something to be recognised by', () => {
    for (const item of dimios.items) {
      expect(item.definition.length, item.code).toBeGreaterThan(20);
      expect(item.name.en, item.code).not.toBe('');
      expect(item.stems.length, item.code).toBeGreaterThan(0);
    }
  });

  it('N-2: is refused with the path of each fault', () => {
    const file = shipped();
    const item = file.dimensions[0]?.categories[1]?.items[2];
    if (item !== undefined) item.code = 'Öppen Utveckling';
    file.scale.max = 1;
    expect(faultsOf(file)).toEqual([
      expect.stringContaining('dimensions[0].categories[1].items[2].code: en kod får bara ha'),
      expect.stringContaining('scale.max: måste vara större'),
    ]);
  });

  it('N-2: names a key that does not belong there', () => {
    expect(faultsOf({ ...shipped(), colour: 'red' })).toEqual([expect.stringContaining('colour')]);
  });

  it('N-2: is refused as a Refusal that names the file when it is not JSON', () => {
    expect(() => parseInstrument('{', 'min.json')).toThrow(Refusal);
    expect(() => parseInstrument('{}', 'min.json')).toThrow(/min\.json.*dimensions/);
  });

  it('N-3: is refused when a code stands twice', () => {
    const file = shipped();
    const second = file.dimensions[1]?.categories[2]?.items[1];
    if (second !== undefined) second.code = 'rykte';
    expect(faultsOf(file)).toEqual([
      'dimensions[1].categories[2].items[1].code: koden "rykte" förekommer två gånger',
    ]);
  });

  it('N-4: is refused when quadrants lack an axis or a corner', () => {
    const file = shipped();
    const [first] = file.dimensions;
    if (first !== undefined) first.axis = 'x';
    expect(faultsOf(file)).toEqual([expect.stringContaining('dimensions: kvadranter behöver exakt två')]);
    const other = shipped();
    const [corner] = other.quadrants?.types ?? [];
    if (corner !== undefined) corner.x = 'high';
    expect(faultsOf(other)).toEqual([expect.stringContaining('quadrants.types: varje hörn')]);
  });

  it('N-1: is the same after it has been kept and read again', () => {
    const text = readFileSync(
      new URL('../../../../resources/instruments/dimios.json', import.meta.url),
      'utf8',
    );
    expect(parseInstrument(JSON.stringify(dimios.file), 'x')).toEqual(parseInstrument(text, 'x'));
  });

  it('A-8: can have other items turned without a change of anything else', () => {
    const turned = withReversedItems(dimios, new Set(['skugg-it']));
    expect(turned.items.filter(({ reversed }) => reversed).map(({ code }) => code)).toEqual(['skugg-it']);
    expect(withReversedItems(turned, new Set())).toEqual(dimios);
  });
});
