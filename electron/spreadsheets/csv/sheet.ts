import { pipeline, Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { CsvError, parse } from 'csv-parse';
import { cellName, type Cell, type Row, type Sheet, type SheetTail } from '../../../core/intake/sheet.ts';
import { Fault, LimitFault } from '../faults.ts';
import { Padding } from '../padding.ts';
import type { Reading } from '../reading.ts';
import type { TextEncoding } from '../recognise/text.ts';
import { brokenQuoteRefusal, faultRefusal } from '../refusals.ts';
import type { SourceFile } from '../source-file.ts';
import type { Separator } from './separator.ts';

const batchRows = 512;
/** The parser takes as long over a line without anything as over so many fields. */
const emptyLineFields = 64;

/** How the text is written. */
export interface CsvFormat {
  readonly encoding: TextEncoding;
  readonly separator: Separator;
  /** The first line names the separator and is no row. */
  readonly hasSeparatorLine: boolean;
}

/** How far a pass over the text has come. */
interface Pass {
  /** Records seen, with or without a value. */
  records: number;
  /** Lines that the records seen take up; more than they where quoted texts have line breaks. */
  lines: number;
}

/** The one sheet of a delimited text. Every value stays the text it is. */
export class CsvSheet implements Sheet {
  /** As Excel names it: the file's name without its ending. */
  readonly name: string;
  readonly hidden = false;
  readonly #file: SourceFile;
  readonly #format: CsvFormat;
  readonly #reading: Reading;

  constructor(file: SourceFile, format: CsvFormat, reading: Reading) {
    this.name = file.fileName.replace(/\.[^.]*$/, '');
    this.#file = file;
    this.#format = format;
    this.#reading = reading;
  }

  async *rows(): AsyncGenerator<readonly Row[]> {
    const pass: Pass = { records: 0, lines: 0 };
    const padding = new Padding(this.#reading.limits);
    let values = 0;
    let fields = 0;
    let batch: Row[] = [];
    try {
      for await (const record of this.#records(pass)) {
        pass.records++;
        const cells = this.#cells(record, pass.records);
        fields += cells.length === 0 ? record.length + emptyLineFields : record.length;
        values += cells.reduce<number>((count, cell) => (cell === null ? count : count + 1), 0);
        padding.note(this.name, { bytes: 0, cells: fields, values });
        if (cells.length === 0) continue;
        batch.push({ number: pass.records, hidden: false, cells });
        if (batch.length < batchRows) continue;
        yield batch;
        batch = [];
      }
    } catch (error) {
      // A stream may wrap the reason of a cancelled reading.
      this.#reading.throwIfCancelled();
      throw this.#refusal(error, pass);
    }
    if (batch.length > 0) yield batch;
  }

  tail(): Promise<SheetTail> {
    return Promise.resolve({ merged: [], hiddenColumns: [] });
  }

  #records(pass: Pass): AsyncIterable<string[]> {
    const parser = parse({
      delimiter: this.#format.separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: this.#reading.limits.recordLength,
      on_record: (record: string[], { lines }) => {
        pass.lines = lines;
        return record;
      },
    });
    // Errors of the text reach the loop over the records through the destroyed parser.
    pipeline(Readable.from(this.#texts(pass)), parser, () => undefined);
    return parser;
  }

  async *#texts(pass: Pass): AsyncGenerator<string> {
    const decoder = new TextDecoder(this.#format.encoding);
    const { sizeBytes } = this.#file;
    let skipsLine = this.#format.hasSeparatorLine;
    let bytesRead = 0;
    let lineLength = 0;
    for await (const chunk of this.#file.chunks()) {
      bytesRead += chunk.length;
      let text = decoder.decode(chunk, { stream: true });
      if (skipsLine) text = text.slice(lengthOfFirstLine(text));
      skipsLine = false;
      lineLength = this.#checkedLine(lineLength, text);
      yield text.replaceAll('\0', '');
      this.#reading.advance(pass.records, bytesRead, sizeBytes);
    }
    yield decoder.decode();
  }

  /**
   * Characters of the line that a piece of text ends in. The parser counts what stands in fields, and not the fields: a
   * line of separators alone would fill the memory. A piece is shorter than the longest line.
   */
  #checkedLine(lengthBefore: number, text: string): number {
    const { limits } = this.#reading;
    const firstBreak = text.search(/[\r\n]/);
    if (lengthBefore + (firstBreak < 0 ? text.length : firstBreak) > limits.recordLength)
      throw new LimitFault('recordLength', limits);
    const lastBreak = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    return lastBreak < 0 ? lengthBefore + text.length : text.length - lastBreak - 1;
  }

  /** The record's values up to the last that is not empty. */
  #cells(record: readonly string[], row: number): Cell[] {
    const { limits } = this.#reading;
    const cells: Cell[] = [];
    for (const [index, text] of record.entries()) {
      if (text === '') continue;
      if (index >= limits.columns) throw this.#limitRefusal('columns', row, index);
      if (text.length > limits.cellTextLength) throw this.#limitRefusal('cellTextLength', row, index);
      while (cells.length < index) cells.push(null);
      cells.push(text);
    }
    if (row > limits.rows) throw this.#limitRefusal('rows', row, 0);
    return cells;
  }

  #limitRefusal(bound: 'columns' | 'cellTextLength' | 'rows', row: number, index: number): Error {
    return faultRefusal(new LimitFault(bound, this.#reading.limits), {
      file: this.#file.fileName,
      cell: cellName(row, index + 1),
    });
  }

  #refusal(error: unknown, pass: Pass): unknown {
    if (error instanceof Fault) return faultRefusal(error, { file: this.#file.fileName });
    if (!(error instanceof CsvError)) return error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') {
      return faultRefusal(new LimitFault('recordLength', this.#reading.limits), {
        file: this.#file.fileName,
        cell: cellName(pass.records + 1, 1),
      });
    }
    // A quotation mark that never ends is only noticed at the end, but stands in the first record not seen.
    const isWithinLine = error.code === 'CSV_INVALID_CLOSING_QUOTE' || error.code === 'INVALID_OPENING_QUOTE';
    const line = isWithinLine && typeof error['lines'] === 'number' ? error['lines'] : pass.lines + 1;
    return brokenQuoteRefusal(this.#file.fileName, line + (this.#format.hasSeparatorLine ? 1 : 0));
  }
}

function lengthOfFirstLine(text: string): number {
  return /^[^\r\n]*(?:\r\n|\r|\n)?/.exec(text)?.[0].length ?? 0;
}
