import * as XLSX from 'xlsx';
import { unpackParts } from '../electron/publishing/package-bytes.ts';

/** A reference of a chart to cells of its workbook, beside what the chart keeps of them. */
export interface ChartReference {
  readonly cells: string;
  /** As the chart draws them before the workbook is opened; null for an empty cell. */
  readonly kept: readonly (string | number | null)[];
  /** As they stand in the workbook. */
  readonly inWorkbook: readonly (string | number | null)[];
}

/** A chart of a Word or PowerPoint file, read back. */
export interface ReadChart {
  readonly part: string;
  readonly xml: string;
  readonly references: readonly ChartReference[];
  /** All texts of the workbook's cells. */
  readonly cellTexts: readonly string[];
  /** All numbers of the workbook's cells. */
  readonly cellNumbers: readonly number[];
}

/** Reads the charts of a Word or PowerPoint file with the workbooks inside them. */
export function readCharts(file: Uint8Array): ReadChart[] {
  const parts = unpackParts(file);
  return Object.entries(parts).flatMap(([part, xml]): ReadChart[] => {
    if (typeof xml !== 'string' || !/\/charts\/chart\d+\.xml$/.test(part)) return [];
    const links = parts[part.replace('charts/', 'charts/_rels/').concat('.rels')];
    const id = /<c:externalData r:id="([^"]+)"/.exec(xml)?.[1] ?? '';
    const target = new RegExp(`Id="${id}"[^>]*Target="\\.\\./([^"]+)"`).exec(String(links))?.[1];
    const workbook = parts[`${part.split('/')[0] ?? ''}/${target ?? ''}`];
    if (!(workbook instanceof Uint8Array)) throw new Error(`${part} has no workbook.`);
    const { Sheets } = XLSX.read(workbook);
    const all = Object.values(Sheets).flatMap((sheet) =>
      XLSX.utils.sheet_to_json<(string | number | null)[]>(sheet, { header: 1, defval: null }).flat(),
    );
    return [
      {
        part,
        xml,
        references: referencesIn(xml, Sheets),
        cellTexts: all.filter((cell) => typeof cell === 'string'),
        cellNumbers: all.filter((cell) => typeof cell === 'number'),
      },
    ];
  });
}

function referencesIn(xml: string, sheets: XLSX.WorkBook['Sheets']): ChartReference[] {
  const found = xml.matchAll(
    /<c:f>([^<]*)<\/c:f><c:(?:str|num)Cache>(?:<c:formatCode>[^<]*<\/c:formatCode>)?<c:ptCount val="(\d+)"\/>(.*?)<\/c:(str|num)Cache>/g,
  );
  return [...found].map(([, cells = '', count = '0', points = '', kind]) => {
    const kept = Array.from({ length: Number(count) }, (): string | number | null => null);
    for (const [, at = '', value = ''] of points.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v><\/c:pt>/g)) {
      kept[Number(at)] = kind === 'num' ? Number(value) : plain(value);
    }
    const [name = '', range = ''] = cells.replaceAll('$', '').split('!');
    const { s, e } = XLSX.utils.decode_range(range);
    const sheet = sheets[name];
    const inWorkbook = Array.from({ length: e.r - s.r + 1 }, (_, row): string | number | null => {
      const cell: unknown = sheet?.[XLSX.utils.encode_cell({ r: s.r + row, c: s.c })];
      const value = cell !== null && typeof cell === 'object' && 'v' in cell ? cell.v : null;
      return typeof value === 'string' || typeof value === 'number' ? value : null;
    });
    return { cells, kept, inWorkbook };
  });
}

/** A text of XML as it reads. */
export function plain(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
