import path from 'node:path';
import type { OutputOf } from '../../../core/api.ts';
import { Refusal } from '../../../core/problem.ts';
import type { OpenWorkspace } from '../desk.ts';
import type { ListedExchangeFile } from '../exchange.ts';
import { exchangeFilesOf, othersIn, takeInExchangeFiles, writeExchange } from '../exchange.ts';
import { writeOwnCounts } from '../counts.ts';
import type { HandlersOf } from '../registry.ts';

/** Exchange files between municipalities. */
export const exchangeHandlers: HandlersOf<
  | 'data.exchangeWrite'
  | 'data.exchangeRead'
  | 'data.exchangeRemove'
  | 'data.exchangeRestore'
  | 'data.exchangeList'
> = {
  'data.exchangeWrite': async ({ workspaceId, year, targetId, releaseReason, format }, { desk, now }) => {
    const workspace = desk.workspace(workspaceId);
    const out = desk.target(targetId);
    const file = await workspace.recordLater(async (writer) => {
      if (format === 'json') return writeExchange(writer, { year, out, releaseReason, now });
      const { shared } = await writeOwnCounts(writer, {
        format,
        out,
        itemsOut: null,
        years: [year],
        releaseReason,
        now,
      });
      const [own] = shared;
      if (own === undefined) throw new Error(`The counts of ${year} were written but are not there.`);
      return own;
    });
    const withheld = file.items.filter((item) => 'withheld' in item).length;
    return {
      targetId,
      shownPath: path.normalize(out),
      respondents: file.respondents,
      notes:
        withheld === 0
          ? []
          : [`${withheld} av ${file.items.length} mätpunkter är utelämnade, för att skydda enskilda svar.`],
    };
  },

  'data.exchangeRead': ({ workspaceId, fileId }, { desk, now }) => {
    const source = desk.files.path(fileId);
    const workspace = desk.workspace(workspaceId);
    const standing = standingIds(workspace);
    const [id] = desk.write(workspaceId, (writer) => takeInExchangeFiles(writer, [source], now));
    const taken = listed(workspace).find((stored) => stored.id === id);
    if (taken === undefined) throw new Error('An exchange file was taken in but is not there.');
    const replaced = listed(workspace).find((stored) => standing.has(stored.id) && stored.removedAt !== null);
    return {
      file: fileView(taken),
      inverse:
        replaced === undefined
          ? {
              call: 'data.exchangeRemove',
              input: { workspaceId, id: taken.id },
              label: { sv: 'Ta bort utbytesfilen', en: 'Remove the exchange file' },
            }
          : {
              call: 'data.exchangeRestore',
              input: { workspaceId, id: replaced.id },
              label: { sv: 'Återställ den tidigare filen', en: 'Restore the earlier file' },
            },
    };
  },

  'data.exchangeRemove': ({ workspaceId, id }, { desk, now }) => {
    desk.write(workspaceId, (writer) => {
      writer.removeExchangeFile(id, now);
    });
    return {
      inverse: {
        call: 'data.exchangeRestore',
        input: { workspaceId, id },
        label: { sv: 'Återställ utbytesfilen', en: 'Restore the exchange file' },
      },
    };
  },

  'data.exchangeRestore': ({ workspaceId, id }, { desk, now }) => {
    const workspace = desk.workspace(workspaceId);
    const standing = standingIds(workspace);
    desk.write(workspaceId, (writer) => {
      writer.restoreExchangeFile(id, now);
    });
    const displaced = listed(workspace).find(
      (stored) => standing.has(stored.id) && stored.removedAt !== null,
    );
    return {
      inverse: {
        call: displaced === undefined ? 'data.exchangeRemove' : 'data.exchangeRestore',
        input: { workspaceId, id: displaced?.id ?? id },
        label: { sv: 'Ångra återställandet', en: 'Undo the restoring' },
      },
    };
  },

  'data.exchangeList': ({ workspaceId }, { desk }) => {
    const workspace = desk.workspace(workspaceId);
    const files = listed(workspace);
    const byYear = Map.groupBy(files, ({ file }) => file.year);
    const years = workspace.reader.exchangeYears();
    return {
      files: files.map(fileView),
      years: years.map((year) => yearView(workspace, year, byYear.get(year))),
    };
  },
};

function listed(workspace: OpenWorkspace): ListedExchangeFile[] {
  return exchangeFilesOf(workspace.reader, workspace.measurements());
}

function standingIds(workspace: OpenWorkspace): ReadonlySet<number> {
  return new Set(listed(workspace).flatMap(({ id, removedAt }) => (removedAt === null ? [id] : [])));
}

type ExchangeList = OutputOf<'data.exchangeList'>;

function fileView(stored: ListedExchangeFile): ExchangeList['files'][number] {
  const { id, file, fileName, takenInAt, removedAt, isOwn, fault } = stored;
  const { municipality, year, respondents } = file;
  return { id, municipality, year, respondents, fileName, addedAt: takenInAt, removedAt, isOwn, fault };
}

function yearView(
  workspace: OpenWorkspace,
  year: number,
  files: readonly ListedExchangeFile[] | undefined,
): ExchangeList['years'][number] {
  const nothing = { year, municipalities: 0, respondents: null, maturityPercent: null, statement: null };
  try {
    const others = othersIn(workspace.reader, workspace.measurements(), year, files);
    if (others === null) return { ...nothing, problem: null };
    const { benchmark, estimates } = others;
    return {
      year,
      municipalities: benchmark.strata.length,
      respondents: benchmark.respondents,
      maturityPercent: estimates.maturity.value,
      statement: benchmark.statement,
      problem: null,
    };
  } catch (error) {
    if (error instanceof Refusal) return { ...nothing, problem: error.problem.message };
    throw error;
  }
}
