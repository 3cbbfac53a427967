import { parquetWriteBuffer } from 'hyparquet-writer';
import type { DataColumn, DataTable } from '../../core/data-table.ts';
import { sheetToCsv } from './csv.ts';
import type { SheetCell } from './sheet.ts';

/** Formats that other programs read a table in. */
export const dataFormats = ['csv', 'parquet'] as const;
export type DataFormat = (typeof dataFormats)[number];

/** What a file of data says of itself. */
export interface DataMarks {
  /** Which program wrote it. */
  readonly writtenBy: string;
  /** Names and texts that lie in the head of the file, where its format has one. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A table as a file of the format, the same bytes each time. */
export function dataTableBytes(table: DataTable, format: DataFormat, marks: DataMarks): Buffer {
  return format === 'csv' ? csvBytes(table) : parquetBytes(table, marks);
}

function csvBytes({ columns }: DataTable): Buffer {
  const cells = columns.map((column) =>
    column.type === 'text'
      ? column.values
      : column.values.map((value): SheetCell =>
          value === null ? null : { value, shownAs: 'number', decimals: 0 },
        ),
  );
  const rows = Array.from({ length: cells[0]?.length ?? 0 }, (_, row) =>
    cells.map((column) => column[row] ?? null),
  );
  return sheetToCsv({ columns: columns.map(({ name }) => name), rows });
}

function parquetBytes({ columns }: DataTable, { writtenBy, metadata = {} }: DataMarks): Buffer {
  const file = parquetWriteBuffer({
    columnData: columns.map((column) => ({
      name: column.name,
      data: [...column.values],
      type: column.type === 'text' ? 'STRING' : 'INT32',
      nullable: hasGaps(column),
    })),
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    createdBy: writtenBy,
  });
  return Buffer.from(file);
}

function hasGaps({ values }: DataColumn): boolean {
  return values.some((value) => value === null);
}
