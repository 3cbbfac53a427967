import type { StoredBatch } from '../../store/batch-records.ts';
import { withReader } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { kindNames } from '../names.ts';
import { noPositionals, workspacePath } from '../options.ts';
import { table } from '../table.ts';

/** `batches`: what has been imported, undone imports too. */
export const batches: Command = {
  name: 'batches',
  usage: '--in ARBETSFIL [--json]',
  summary: 'Listar inläsningarna i en arbetsfil.',
  options: { in: { type: 'string' } },
  run(positionals, options) {
    noPositionals(positionals);
    const stored = withReader(workspacePath(options), (reader) => reader.batches());
    return { json: stored.map(batchJson), text: batchesText(stored) };
  },
};

function batchJson({
  id,
  fileName,
  sha256,
  year,
  kind,
  undoneAt,
  replacedBy,
  respondents,
  importedAt,
}: StoredBatch) {
  return {
    batch: id,
    file: fileName,
    sha256,
    year,
    kind,
    undone: undoneAt !== null,
    replacedBy,
    respondents,
    importedAt,
  };
}

function batchesText(stored: readonly StoredBatch[]): string {
  if (stored.length === 0) return 'Inget har lästs in ännu.';
  const rows = stored.map((batch) => [
    String(batch.id),
    String(batch.year),
    batch.fileName,
    kindNames[batch.kind],
    batch.respondents === null ? '' : String(batch.respondents),
    stateOf(batch),
  ]);
  return table([['Nr', 'År', 'Fil', 'Innehåll', 'Svarande', ''], ...rows], [0, 4]);
}

function stateOf({ undoneAt, replacedBy }: StoredBatch): string {
  if (replacedBy !== null) return `ersatt av ${replacedBy}`;
  return undoneAt === null ? '' : 'ångrad';
}
