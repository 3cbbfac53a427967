import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../../../core/report/build.ts';
import type { Report } from '../../../../core/report/report.ts';
import { proposedReportSettings } from '../../../../core/report/settings.ts';
import { pdfStandards } from '../../../../electron/publishing/pdf/typst.ts';
import { reportPages, reportToPdf } from '../../../../electron/publishing/pdf/report-pages.ts';
import { measurementsOf } from '../../../../electron/workbench/measurements.ts';
import { reportInputOf } from '../../../../electron/workbench/reports.ts';
import { importSamples, settleSamples } from '../../../../electron/workbench/samples.ts';
import { withReader } from '../../../../electron/workbench/workspace.ts';

let folder = '';
let report: Report;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-report-pdf-'));
  const workspace = path.join(folder, 'a.dimios');
  await importSamples(workspace, '2024-01-01T00:00:00Z');
  settleSamples(workspace, '2024-01-01T00:00:00Z');
  report = withReader(
    workspace,
    (reader) =>
      buildReport(
        reportInputOf(reader, measurementsOf(reader), {
          year: 2022,
          unit: null,
          settings: proposedReportSettings,
          today: '2024-02-03',
        }),
      ).report,
  );
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

describe('a report as a PDF', () => {
  it.each(pdfStandards)('D-30: follows %s, the same bytes each time', (standard) => {
    const bytes = reportToPdf(report, standard);
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(bytes.toString('latin1')).toMatch(
      standard === 'ua-1' ? /pdfuaid:part>1|pdfuaid:part="1"/ : /pdfaid:part>2|pdfaid:part="2"/,
    );
    expect(reportToPdf(report, standard).equals(bytes)).toBe(true);
  });

  it('D-31: begins every chapter on a page, in reading order', () => {
    const { pageCount, sections } = reportPages(report);
    const pages = report.sections.map(({ id }) => sections.find((place) => place.id === id)?.page ?? 0);
    expect(pages.every((page) => page >= 1 && page <= pageCount)).toBe(true);
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
  });
});
