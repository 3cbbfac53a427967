import { describe, expect, test } from 'vitest';
import {
  otherInstrument,
  otherInstrumentFile,
  otherInstrumentPeople,
} from '../../fixtures/layouts/other-instrument.ts';
import { plain } from '../../fixtures/layouts/plain.ts';
import { wholeOf } from './expectations.ts';
import { Workbench } from './workbench.ts';

const ofYear = ['--year', '2023'];

async function importedWithInstrument(): Promise<Workbench> {
  const bench = new Workbench();
  const instrument = bench.putJson('instrument.json', otherInstrument);
  await bench.import(otherInstrumentFile(), ...ofYear, '--instrument', instrument);
  return bench;
}

describe('an instrument with other items and another scale', () => {
  test('N-1: is read without a line of code', async () => {
    const bench = await importedWithInstrument();
    const { items, dimensions, respondents } = wholeOf(bench.scores(), 2023);
    expect(respondents).toBe(otherInstrumentPeople.length);
    expect(dimensions.map(({ code }) => code)).toEqual(['vardag', 'framtid']);
    expect(items.map(({ code, counts, dontKnow }) => ({ code, counts, dontKnow }))).toEqual(
      ['lunch', 'kaffe', 'drommar', 'planer'].map((code, place) => ({
        code,
        counts: [1, 2, 3, 4, 5].map(
          (value) => otherInstrumentPeople.filter((answers) => answers[place] === value).length,
        ),
        dontKnow: otherInstrumentPeople.filter((answers) => answers[place] === 'Ingen aning').length,
      })),
    );
  });

  test('N-1: travels in the workspace: the next import needs no file', async () => {
    const bench = await importedWithInstrument();
    await bench.import({ ...otherInstrumentFile(1), fileName: 'Nästa år.xlsx' }, '--year', '2024');
    const { years } = bench.scores();
    expect(years.map(({ year, units }) => [year, units[0]?.items.length])).toEqual([
      [2023, 4],
      [2024, 4],
    ]);
  });

  test('N-2: is refused by the path of its fault', async () => {
    const bench = new Workbench();
    const instrument = bench.putJson('trasigt.json', { ...otherInstrument, scale: { min: 5, max: 1 } });
    const { error } = await bench.refusedImport(plain(), ...ofYear, '--instrument', instrument);
    expect(error).toMatchObject({ code: 'instrument-invalid', file: 'trasigt.json' });
    expect(error.message).toContain('scale');
    expect(bench.hasWorkspace).toBe(false);
  });
});
