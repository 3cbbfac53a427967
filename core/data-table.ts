/** A table for other programs to read: each column of one type, null where a row has nothing in it. */
export interface DataTable {
  readonly columns: readonly DataColumn[];
}

export type DataColumn = TextColumn | WholeNumberColumn;

interface TextColumn {
  readonly name: string;
  readonly type: 'text';
  readonly values: readonly (string | null)[];
}

interface WholeNumberColumn {
  readonly name: string;
  readonly type: 'whole-number';
  readonly values: readonly (number | null)[];
}
