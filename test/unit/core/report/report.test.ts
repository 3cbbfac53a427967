import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuiltReport } from '../../../../core/report/build.ts';
import { buildReport } from '../../../../core/report/build.ts';
import type { Block, Report, Section } from '../../../../core/report/report.ts';
import type { ReportSettings } from '../../../../core/report/settings.ts';
import { parseReportSettings, proposedReportSettings } from '../../../../core/report/settings.ts';
import { measurementsOf } from '../../../../electron/workbench/measurements.ts';
import { reportInputOf } from '../../../../electron/workbench/reports.ts';
import { importSamples, settleSamples } from '../../../../electron/workbench/samples.ts';
import { withReader, withWriter } from '../../../../electron/workbench/workspace.ts';

let folder = '';
let workspace = '';

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-report-'));
  workspace = path.join(folder, 'a.dimios');
  await importSamples(workspace, '2024-01-01T00:00:00Z');
  settleSamples(workspace, '2024-01-01T00:00:00Z');
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

function built(
  changes: Partial<ReportSettings> = {},
  unitName: string | null = null,
  file = workspace,
): BuiltReport {
  return withReader(file, (reader) =>
    buildReport(
      reportInputOf(reader, measurementsOf(reader), {
        year: 2022,
        unit: unitName === null ? null : reader.findUnit(unitName).id,
        settings: { ...proposedReportSettings, ...changes },
        today: '2024-02-03',
      }),
    ),
  );
}

function allSections(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}

function allBlocks(report: Report): Block[] {
  return allSections(report.sections).flatMap(({ blocks }) => blocks);
}

function textOf(block: Block): string {
  if (block.kind === 'paragraph') return block.runs.map(({ text }) => text).join('');
  if (block.kind === 'list')
    return block.items.map((runs) => runs.map(({ text }) => text).join('')).join('\n');
  return block.caption;
}

function sectionOf(report: Report, id: string): Section {
  const found = allSections(report.sections).find((section) => section.id === id);
  if (found === undefined) throw new Error(`The report has no section ${id}.`);
  return found;
}

describe('a report', () => {
  it('RP-1: holds every chapter of an annual report, in its order', () => {
    const headings = built().report.sections.map(({ heading }) => heading);
    expect(headings).toEqual([
      'Sammanfattning',
      'Bakgrund och modell',
      'Uppföljning av slutsatser',
      'Resultat mot mål och riket',
      'Svarsfrekvens',
      'Inblandade i beslut',
      'Digital förmåga',
      'Digitalt arv',
      'Nya slutsatser',
      'Medarbetarundersökningen',
      'Bilaga: svarens fördelning',
      'Bilaga: mätpunkterna',
      'Metod och dolda grupper',
    ]);
  });

  it('RP-2: numbers headings, figures and tables through, without a gap', () => {
    const { report } = built();
    const counted = (kind: 'figure' | 'table'): number[] =>
      allBlocks(report).flatMap((block) => (block.kind === kind ? [block.number] : []));
    for (const kind of ['figure', 'table'] as const) {
      expect(counted(kind)).toEqual(counted(kind).map((_, at) => at + 1));
      expect(counted(kind).length).toBeGreaterThan(5);
    }
    expect(sectionOf(report, 'category:balansering').number).toBe('6.3');
  });

  it('RP-3: says what the municipality published, at the rounding it was printed with', () => {
    const { report } = built();
    expect(sectionOf(report, 'summary').blocks.map(textOf).join(' ')).toContain(
      'Den digitala mognaden 2022 är 42,0\u00A0% för Exempelkommunen. 287 av 529 inbjudna svarade (54\u00A0%).',
    );
  });

  it('RP-4: leaves out a section that is switched off, numbers the others anew, and keeps the method', () => {
    const { report } = built({
      sections: [
        { id: 'model', included: false },
        { id: 'method', included: false },
      ],
    });
    const ids = report.sections.map(({ id }) => String(id));
    expect(ids).not.toContain('model');
    expect(ids).toContain('method');
    expect(sectionOf(report, 'follow-up').number).toBe('1');
  });

  it('RP-4: puts sections in the order that is asked for, the others staying in their places', () => {
    const { report } = built({
      sections: [
        { id: 'gate', included: true },
        { id: 'response-rates', included: true },
      ],
    });
    const ids = report.sections.map(({ id }) => String(id));
    expect(ids.indexOf('gate')).toBe(ids.indexOf('response-rates') - 1);
    expect(ids.indexOf('result')).toBe(ids.indexOf('gate') - 1);
  });

  it('RP-5: sets own text beside what the program writes, its live numbers written from the data', () => {
    const { report } = built({
      texts: {
        'category:balansering': [
          {
            kind: 'paragraph',
            runs: [
              { text: 'Nyttokontroll ' },
              { live: 'item:nyttokontroll:mean:2022' },
              { text: ' är ', italic: true },
              { live: 'item:finns-inte:mean:2022' },
            ],
          },
        ],
      },
    });
    const { blocks } = sectionOf(report, 'category:balansering');
    const own = blocks.filter((block) => block.kind === 'paragraph' && block.origin === 'own');
    expect(own.map(textOf)).toEqual(['Nyttokontroll 2,6 är -']);
    expect(blocks.indexOf(own[0] as Block)).toBeLessThan(blocks.findIndex(({ kind }) => kind === 'figure'));
    expect(blocks.some((block) => block.kind === 'paragraph' && block.origin === 'generated')).toBe(true);
  });

  it('RP-6: adds a figure that is chosen, and leaves out one that is not wanted', () => {
    const { report } = built({
      blocks: {
        'category:balansering:distribution': { included: true },
        'category:balansering:figure': { included: false },
      },
    });
    const ids = sectionOf(report, 'category:balansering').blocks.map(({ id }) => id);
    expect(ids).toContain('category:balansering:distribution');
    expect(ids).not.toContain('category:balansering:figure');
  });

  it('RP-7: is of the same pattern for a förvaltning, and shows nothing that is hidden of it', () => {
    const { report } = built({}, 'LKDATA');
    expect(report.front.subtitle).toBe('LKDATA');
    expect(textOf(sectionOf(report, 'summary').blocks[0] as Block)).toContain(
      'Den digitala mognaden 2022 visas inte för LKDATA, för att skydda små grupper.',
    );
    const { hidden, shown } = withReader(workspace, (reader) => {
      const unit = measurementsOf(reader).unitIn(2022, reader.findUnit('LKDATA').id);
      return {
        hidden: unit.items.filter((item) => item.hidden.mean !== undefined).map(({ code }) => code),
        shown: unit.items.filter((item) => item.hidden.mean === undefined).map(({ code }) => code),
      };
    });
    expect(hidden.length).toBeGreaterThan(0);
    expect(shown.length).toBeGreaterThan(0);
    for (const { live, text } of built({}, 'LKDATA').liveNumbers) {
      const [kind, code, field, year] = live.split(':');
      if (kind !== 'item' || field !== 'mean' || year !== '2022') continue;
      expect([code, text === '..']).toEqual([code, hidden.some((own) => own === code)]);
    }
  });

  it('RP-8: gives the same tree for the same workspace and settings', () => {
    expect(built()).toEqual(built());
  });

  it('RP-11: tells a change once, with its years and how sure it is, and no item at length twice', () => {
    const { report } = built();
    const text = (id: string): string => sectionOf(report, id).blocks.map(textOf).join('\n');
    expect(text('category:balansering')).toContain(
      'Balansering ligger på 35\u00A0% 2022, mot 40\u00A0% 2021; sänkningen är större än osäkerheten.',
    );
    expect(text('summary')).toContain(
      'Nyttokontroll, medelvärde 2,6 (32\u00A0%): har fallit från 3,0 och hör till de lägsta.',
    );
    const all = allBlocks(report).map(textOf).join('\n');
    const atLength = all.match(/[A-ZÅÄÖ][\p{L}-]+ ligger på \d+\u00A0% \(medelvärde/gu) ?? [];
    expect(atLength.length).toBeGreaterThan(5);
    expect(new Set(atLength).size).toBe(atLength.length);
  });

  it('RP-12: calls the IT department what the organisation calls it', () => {
    const cells = (itDepartment: string | null): string => {
      const { report } = withReader(workspace, (reader) => {
        const input = reportInputOf(reader, measurementsOf(reader), {
          year: 2022,
          unit: null,
          settings: proposedReportSettings,
          today: '2024-02-03',
        });
        return buildReport({ ...input, itDepartment });
      });
      return sectionOf(report, 'appendix-items')
        .blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows.flat() : []))
        .map(({ shown }) => shown)
        .join('\n');
    };
    expect(cells('LKDATA')).toContain('Det finns förtroende för att LKDATA kan leverera.');
    expect(cells(null)).toContain('Det finns förtroende för att IT-avdelningen kan leverera.');
    expect(cells(null)).not.toContain('{');
  });

  it('RP-13: follows up what was done, what the figures did, and says what is not decided', () => {
    const { report } = built();
    const [followedUp] = sectionOf(report, 'follow-up').sections;
    const text = followedUp?.blocks.map(textOf).join('\n') ?? '';
    expect(text).toContain('Starta ett digitaliseringsråd där alla förvaltningar är med (genomfört)');
    expect(text).toContain('Siffrorna visar ingen säker förändring.');
    expect(text).toContain('Om slutsatsen kvarstår är ännu inte avgjort.');
  });
});

describe('report settings', () => {
  it('RP-10: are refused with the place that does not fit', () => {
    expect(() => parseReportSettings('{"format":1,"pdfStandard":"word"}', 'a.json')).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ code: 'report-settings-invalid', file: 'a.json' }) as unknown,
      }),
    );
    expect(() => parseReportSettings('nej', 'a.json')).toThrow(/inte JSON/);
  });

  it('B-31: ends its method with what was done to the data, without who, how many answers, or what has left', () => {
    const copy = path.join(folder, 'b.dimios');
    fs.copyFileSync(workspace, copy);
    withWriter(copy, (writer) => {
      for (const percent of [50, 51, 52])
        writer.addFigure({ kind: 'target', year: 2023, percent, source: 'A' });
      const unit = writer.findUnit('Kultur- och fritidsförvaltningen').id;
      for (let line = 1; line <= 50; line++) writer.setInvited(2022, unit, 100 + line);
      writer.setMinimumGroup(7, null, '2024-05-01T10:00:00.000Z');
      writer.undoBatch(1, '2024-05-01T10:00:00.000Z');
      writer.redoBatch(1, '2024-05-02T10:00:00.000Z');
      writer.undoBatch(1, '2024-05-02T11:00:00.000Z');
      writer.redoBatch(1, '2024-05-02T12:00:00.000Z');
      writer.recordReleases([], '2024-05-03T10:00:00.000Z');
      writer.recordAnswersWritten(2022, 9, '2024-05-03T10:00:00.000Z');
    });
    for (const language of ['sv', 'en'] as const) {
      const [trail] = sectionOf(built({ language }, null, copy).report, 'method').blocks.slice(-1);
      if (trail?.kind !== 'table') throw new Error('The method does not end with a table.');
      const rows = trail.table.rows.map((row) => row.map(({ shown }) => shown));
      expect(rows).toHaveLength(40);
      expect(trail.note).toMatch(
        language === 'sv' ? /[1-9]\d* äldre händelser visas inte/ : /older events not shown/,
      );
      expect(rows.slice(-4)).toEqual(
        language === 'sv'
          ? [
              ['2024-05-01', 'Ändrade minsta grupp: till 7'],
              ['2024-05-01', 'Ångrade inläsning 1'],
              ['2024-05-02', 'Gjorde om inläsning 1 (2 gånger)'],
              ['2024-05-02', 'Ångrade inläsning 1'],
            ]
          : [
              ['2024-05-01', 'Changed the minimum group: to 7'],
              ['2024-05-01', 'Undid import 1'],
              ['2024-05-02', 'Redid import 1 (2 times)'],
              ['2024-05-02', 'Undid import 1'],
            ],
      );
      const { username } = os.userInfo();
      expect(JSON.stringify(trail)).not.toContain(`"${username}`);
      expect(JSON.stringify(trail)).not.toMatch(/svarande|respondents/);
    }
    expect(
      built({ blocks: { 'method:trail': { included: false } } }, null, copy)
        .report.sections.at(-1)
        ?.blocks.at(-1)?.id,
    ).not.toBe('method:trail');
  });
});
