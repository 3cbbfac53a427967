import fs from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Logo, Report } from '../../../../core/report/report.ts';
import { reportToHtml } from '../../../../electron/publishing/html/report-html.ts';
import { pictureSize, placedLogo } from '../../../../electron/publishing/logo.ts';
import { pdfStandards } from '../../../../electron/publishing/pdf/typst.ts';
import { reportToPdf } from '../../../../electron/publishing/pdf/report-pages.ts';
import { svgToPng } from '../../../../electron/publishing/png.ts';
import { reportToDocx } from '../../../../electron/publishing/word/report-docx.ts';
import { readLogo } from '../../../../electron/workbench/logo.ts';
import { readPdf } from '../../../pdf-file.ts';
import { temporaryFolder } from '../store/samples.ts';
import { about } from './samples.ts';

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100" viewBox="0 0 400 100"><rect width="400" height="100" fill="#0B5673"/></svg>';
const form = { origin: { workspace: '0123456789abcdef', year: 2022, unit: null }, template: null };
const altText = 'Vapen <för> "Exempelkommunen"';
const logos: readonly Logo[] = [
  { format: 'svg', base64: Buffer.from(drawing).toString('base64'), altText },
  { format: 'png', base64: svgToPng(drawing, 1).toString('base64'), altText },
];

function reportWith(logo: Logo | null): Report {
  return {
    language: 'sv',
    front: {
      title: 'Digital mognad 2022',
      subtitle: null,
      organisation: 'Exempelkommunen',
      caseNumber: null,
      date: '2024-02-03',
      administrator: null,
      status: 'draft',
      logo,
    },
    sections: [],
  };
}

describe('a logo on the front page', () => {
  it.each(logos)('D-64: stands in a PDF of each standard with what it shows ($format)', (logo) => {
    for (const standard of pdfStandards) {
      const { alternatives } = readPdf(reportToPdf(reportWith(logo), standard));
      expect(alternatives).toEqual([altText]);
    }
    expect(readPdf(reportToPdf(reportWith(null), 'ua-1')).alternatives).toEqual([]);
  });

  it.each(logos)('D-64: stands in Word with what it shows, in its proportions ($format)', async (logo) => {
    const parts = unzipSync(await reportToDocx(reportWith(logo), about, form));
    const document = Buffer.from(parts['word/document.xml'] ?? []).toString('utf8');
    expect(document).toContain('descr="Vapen &lt;för&gt; &quot;Exempelkommunen&quot;"');
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(document) ?? [];
    expect(Number(width) / Number(height)).toBeCloseTo(4, 1);
    expect(Object.keys(parts).some((name) => name.endsWith(`.${logo.format}`))).toBe(true);
  });

  it.each(logos)('D-64: stands in a page for browsers with what it shows ($format)', (logo) => {
    const page = reportToHtml(reportWith(logo)).toString('utf8');
    expect(page).toContain('alt="Vapen &lt;för&gt; &quot;Exempelkommunen&quot;"');
    expect(page).toContain(logo.base64);
  });

  it('D-64: is no larger than its room, and a photograph no larger than it is', () => {
    expect(logos.map(placedLogo).map((placed) => [placed?.width, placed?.height])).toEqual([
      [227, 57],
      [227, 57],
    ]);
    const small = svgToPng(drawing.replaceAll('400', '40').replaceAll('100', '10'), 1);
    expect(placedLogo({ format: 'png', base64: small.toString('base64'), altText })).toMatchObject({
      width: 40,
      height: 10,
    });
  });

  it('D-64: is left out where it can no longer be read, and refused when it is chosen', () => {
    const broken = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
    expect(pictureSize(broken)).toBeNull();
    const logo: Logo = { format: 'png', base64: broken.toString('base64'), altText };
    expect(readPdf(reportToPdf(reportWith(logo), 'ua-1')).alternatives).toEqual([]);
    expect(reportToHtml(reportWith(logo)).toString('utf8')).not.toContain('<img');
    const file = path.join(temporaryFolder(), 'logo.png');
    fs.writeFileSync(file, broken);
    expect(() => readLogo(file, altText)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'logo-unreadable' }) as unknown }),
    );
  });
});
