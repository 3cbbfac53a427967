import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attentionOf } from '../../../../core/analysis/attention.ts';
import { compareYears } from '../../../../core/analysis/compare-years.ts';
import { rankCorrelation } from '../../../../core/comparison/rank-correlation.ts';
import { defaultBands } from '../../../../core/employees/bands.ts';
import { crossReference } from '../../../../core/employees/cross-reference.ts';
import { proposeStructure } from '../../../../core/employees/table.ts';
import { proposeUnitLinks } from '../../../../core/employees/unit-links.ts';
import type { ItemVerdict } from '../../../../core/insights/figures.ts';
import { defaultInsightLimits } from '../../../../core/insights/limits.ts';
import { strongestImprovements } from '../../../../core/insights/movements.ts';
import type { Priorities } from '../../../../core/insights/priorities.ts';
import { leastAgreement } from '../../../../core/insights/units-apart.ts';
import { alikeReason } from '../../../../core/intake/unit-names.ts';
import type { GatedYearResult } from '../../../../core/privacy/gated.ts';
import type { WorkspaceReader } from '../../../../electron/store/workspace.ts';
import { measurementsOf } from '../../../../electron/workbench/measurements.ts';
import { importSamples } from '../../../../electron/workbench/samples.ts';
import { withReader } from '../../../../electron/workbench/workspace.ts';
import { stated } from '../../../../resources/samples/make/published.ts';
import { publishedItems, startingSet } from '../employees/survey.ts';

/** The samples, gated and compared by the rooms that stand before, and handed on as they are. */
interface Analysed {
  readonly years: readonly GatedYearResult[];
  readonly changes: readonly ItemVerdict[];
  readonly list: Priorities;
}

let folder = '';
let workspace = '';
let analysed: Analysed;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-insights-'));
  workspace = path.join(folder, 'a.dimios');
  await importSamples(workspace, '2024-01-01T00:00:00Z');
  analysed = withReader(workspace, analyse);
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

function analyse(reader: WorkspaceReader): Analysed {
  const measurements = measurementsOf(reader);
  return {
    years: measurements.years.map((year) => measurements.bestResult(year)),
    changes: compareYears(measurements, 2021, 2022, null).uncertainty?.items ?? [],
    list: attentionOf(measurements, 2022, null, defaultInsightLimits).priorities,
  };
}

describe('the published measurement', () => {
  it('I-2: has as its low items the very ones that the report of 2022 calls low', () => {
    const low = analysed.list.items.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'low'));
    expect(low.map(({ code }) => code).sort()).toEqual([...stated.low].sort());
  });

  it('I-3: has no item that has surely fallen but those that the report says have declined', () => {
    const fallen = analysed.list.items.filter(({ reasons }) =>
      reasons.some(({ kind, certainty }) => kind === 'fallen' && certainty !== 'unsure'),
    );
    expect(fallen.length).toBeGreaterThan(0);
    for (const { code } of fallen) expect(stated.declined).toContain(code);
  });

  it('I-4: has the heritage items that most have no opinion of', () => {
    const item = analysed.list.items.find(({ code }) => code === 'skugg-it');
    expect(item?.reasons.find(({ kind }) => kind === 'dont-know')).toMatchObject({ certainty: 'firm' });
    expect(item?.draft.replaceAll('\u00A0', ' ')).toContain(
      'Andelen vet ej är 78 %, över gränsen 50 %, mot 71 % 2021',
    );
  });

  it('I-6: stands in every förvaltning and year as the gate lets it', () => {
    const [first] = analysed.list.items;
    expect(first?.units).toHaveLength(8);
    expect(first?.years.map(({ year }) => year)).toEqual([2020, 2021, 2022]);
    const shown = analysed.years.at(-1)?.units ?? [];
    for (const standing of first?.units ?? []) {
      const own = shown.find(({ unit }) => unit === standing.unit);
      expect(standing.percent).toBe(own?.items.find(({ code }) => code === first?.code)?.percent ?? null);
    }
  });

  it('I-9: has no improvement to tell as sure', () => {
    const instrument = analysed.years[0]?.instrument;
    if (instrument === undefined) throw new Error('no year');
    const told = strongestImprovements(analysed.changes, 2021, defaultInsightLimits, instrument);
    expect(told.filter(({ certainty }) => certainty === 'firm')).toEqual([]);
  });

  it('I-11: has its spread between units told with what is beyond chance', () => {
    const last = analysed.years.at(-1);
    if (last === undefined) throw new Error('no year');
    const units = last.units.flatMap(({ unit, name, level, items }) =>
      unit === null || level !== 1 ? [] : [{ unit, name, items, againstRest: [] }],
    );
    for (const spread of leastAgreement(units, last.instrument)) {
      expect(spread.beyondChancePoints).not.toBeNull();
      expect(spread.beyondChancePoints).toBeLessThanOrEqual(spread.spreadPoints);
    }
  });

  it('E-11: gives no correlation of four units, but the reason', () => {
    withReader(workspace, (reader) => {
      const table = reader.employeeSurvey();
      const { whole } = proposeStructure(table);
      const [link] = crossReference({
        instrument: reader.instrument(2022),
        bands: defaultBands,
        indexChangeLimit: 1,
        itemLinks: startingSet.filter(({ known }) => known),
        unitLinks: proposeUnitLinks({
          employeeUnits: [...new Set(table.answered.map(({ unit }) => unit))],
          units: reader.units(),
          wholeName: 'Exempelkommunen',
          alike: alikeReason,
          decided: [],
        }),
        employees: { table, whole },
        survey: analysed.years,
        verdicts: [],
        rankCorrelation,
      });
      expect(publishedItems).toContain(link?.employeeItem);
      const correlation = link?.correlations.find(({ year }) => year === 2022);
      expect(correlation?.units).toHaveLength(4);
      expect(correlation?.result).toMatchObject({ rho: null, reason: 'too-few-points' });
      const total = link?.cells.find(({ unit, year }) => unit === null && year === 2022);
      expect(total?.notComparable?.units).toEqual([
        'Kultur- och fritidsförvaltningen',
        'Leanlink',
        'LKDATA',
        'Verksamhetsstöd och service',
      ]);
    });
  });
});
