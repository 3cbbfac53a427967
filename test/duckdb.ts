import type { DuckDBValue } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';

/** Runs statements one after the other in an empty DuckDB in memory, and gives the rows of the last. */
export async function inDuckDb(...statements: readonly string[]): Promise<Record<string, DuckDBValue>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    let rows: Record<string, DuckDBValue>[] = [];
    for (const statement of statements) {
      rows = (await connection.runAndReadAll(statement)).getRowObjects();
    }
    return rows;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
