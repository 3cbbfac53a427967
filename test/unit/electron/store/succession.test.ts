import { describe, expect, it } from 'vitest';
import { compareYears } from '../../../../core/analysis/compare-years.ts';
import { measurementsOf } from '../../../../electron/workbench/measurements.ts';
import { importSamples } from '../../../../electron/workbench/samples.ts';
import { withReader, withWriter } from '../../../../electron/workbench/workspace.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

async function sampleWorkspace(): Promise<string> {
  const workspace = path.join(mkdtempSync(path.join(tmpdir(), 'dimios-succession-')), 'w.dimios');
  await importSamples(workspace, '2022-06-01T10:00:00.000Z');
  return workspace;
}

describe('a recorded reorganisation', () => {
  it('U-5: compares a unit that took over with the sum of what it was made of', async () => {
    const workspace = await sampleWorkspace();
    const respondents2021 = withReader(workspace, (reader) => {
      const of = (name: string): number => {
        const unit = reader.findUnit(name).id;
        const ids = new Set([
          unit,
          ...reader.units().flatMap(({ id, parent }) => (parent === unit ? [id] : [])),
        ]);
        return reader
          .cells(2021)
          .filter((cell) => cell.unit !== null && ids.has(cell.unit))
          .reduce((sum, cell) => sum + cell.tally.respondents, 0);
      };
      return of('Leanlink') + of('LKDATA');
    });
    withWriter(workspace, (writer) => {
      writer.recordSuccession(writer.findUnit('LKDATA').id, [writer.findUnit('Leanlink').id], 2022);
    });
    withReader(workspace, (reader) => {
      const leanlink = reader.findUnit('Leanlink');
      expect(leanlink.validFrom).toBeNull();
      const compared = compareYears(measurementsOf(reader), 2021, 2022, leanlink.id);
      expect(compared.notComparable).toBeNull();
      const [item] = compared.items;
      const counted = reader.cells(2021).reduce((sum, cell) => sum + cell.tally.respondents, 0);
      expect(respondents2021).toBeGreaterThan(0);
      expect(respondents2021).toBeLessThan(counted);
      expect(item?.from.n).toBeLessThanOrEqual(respondents2021);
    });
  });

  it('U-5: does not compare the unit that ended with what took over, if that had people of its own', async () => {
    const workspace = await sampleWorkspace();
    withWriter(workspace, (writer) => {
      writer.recordSuccession(writer.findUnit('LKDATA').id, [writer.findUnit('Leanlink').id], 2022);
    });
    const compared = withReader(workspace, (reader) =>
      compareYears(measurementsOf(reader), 2021, 2022, reader.findUnit('LKDATA').id),
    );
    expect(compared.notComparable).toBe('reorganised');
    expect(compared.maturity.difference).toBeNull();
  });
});
