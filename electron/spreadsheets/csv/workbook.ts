import { TextDecoder } from 'node:util';
import type { Workbook } from '../../../core/intake/sheet.ts';
import { LimitFault } from '../faults.ts';
import type { Reading } from '../reading.ts';
import type { TextEncoding } from '../recognise/text.ts';
import { foreignContentRefusal } from '../refusals.ts';
import type { SourceFile } from '../source-file.ts';
import { declaredSeparator, detectSeparator } from './separator.ts';
import { CsvSheet } from './sheet.ts';

/** What recognising the file has already found out. */
export interface TextHead {
  readonly encoding: TextEncoding | null;
  readonly head: string;
  readonly isWhole: boolean;
}

/**
 * Opens delimited text: finds its separator and encoding. Throws a `Refusal` when nothing in it makes columns.
 */
export async function openCsv(file: SourceFile, text: TextHead, reading: Reading): Promise<Workbook> {
  if (file.sizeBytes > reading.limits.inflatedBytes) throw new LimitFault('inflatedBytes', reading.limits);
  const declared = declaredSeparator(text.head);
  const separator = declared ?? detectSeparator(text.head, text.isWhole);
  if (separator === null) throw foreignContentRefusal(file.fileName, 'plain-text');
  const encoding = text.encoding ?? ((await isUtf8(file, reading)) ? 'utf-8' : 'windows-1252');
  const format = { encoding, separator, hasSeparatorLine: declared !== null };
  return {
    fileName: file.fileName,
    format: 'csv',
    sheets: [new CsvSheet(file, format, reading)],
    close: () => file.close(),
  };
}

/** Only the whole file can tell: one Windows-1252 letter in the last row is not valid UTF-8. */
async function isUtf8(file: SourceFile, reading: Reading): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of file.chunks()) {
      reading.advance(0, 0, file.sizeBytes);
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
