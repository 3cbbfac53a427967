import type { Workbook } from '../../core/intake/sheet.ts';
import { Fault } from './faults.ts';
import { Reading, type OpenOptions } from './reading.ts';
import { faultRefusal } from './refusals.ts';
import { SourceFile } from './source-file.ts';
import { openXlsx } from './xlsx/workbook.ts';
import { ZipArchive } from './zip-archive.ts';

export async function openWorkbook(path: string, options: OpenOptions = {}): Promise<Workbook> {
  const file = await SourceFile.open(path);
  const reading = new Reading(file.fileName, options);
  try {
    const zip = await ZipArchive.open(file, reading.limits);
    return await openXlsx(file, zip, reading);
  } catch (error) {
    await file.close();
    throw error instanceof Fault ? faultRefusal(error, { file: file.fileName }) : error;
  }
}
