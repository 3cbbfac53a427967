import type { Inverse, OutputOf, WorkspaceId } from '../../../core/api.ts';
import { indicatorsOf } from '../../../core/analysis/indicators.ts';
import { instrumentView } from '../../../core/views/instrument.ts';
import { checkWorkspaceTexts } from '../check-texts.ts';
import type { Desk } from '../desk.ts';
import { figuresBeside } from '../exchange.ts';
import type { HandlersOf } from '../registry.ts';

/** Batches, invited, given figures, the instrument, and the check of the whole file. */
export const dataHandlers: HandlersOf<
  | 'data.batches'
  | 'data.undo'
  | 'data.redo'
  | 'data.findings'
  | 'data.invited'
  | 'data.setInvited'
  | 'data.figures'
  | 'data.addFigure'
  | 'data.removeFigure'
  | 'data.restoreFigures'
  | 'data.instrument'
  | 'data.audit'
> = {
  'data.batches': ({ workspaceId }, { desk }) => {
    const { reader } = desk.workspace(workspaceId);
    return {
      batches: [...reader.batches()].reverse().map((batch) => ({
        id: batch.id,
        kind: batch.kind,
        mode: batch.mode,
        year: batch.year,
        fileName: batch.fileName,
        sheet: batch.sheet,
        platform: batch.platform,
        sizeBytes: batch.sizeBytes,
        sha256: batch.sha256,
        importedAt: batch.importedAt,
        programVersion: batch.programVersion,
        undoneAt: batch.undoneAt,
        replacedBy: batch.replacedBy,
        respondents: batch.respondents,
        findings: reader.batchNotes(batch.id)?.findings.length ?? 0,
      })),
    };
  },

  'data.undo': ({ workspaceId, batches }, { desk, now }) => {
    const newestFirst = distinct(batches).sort((a, b) => b - a);
    desk.write(workspaceId, (writer) => {
      writer.together(() => {
        for (const batch of newestFirst) writer.undoBatch(batch, now);
      });
    });
    return { inverse: redoing(workspaceId, newestFirst) };
  },

  'data.redo': ({ workspaceId, batches }, { desk, now }) => {
    const oldestFirst = distinct(batches).sort((a, b) => a - b);
    desk.write(workspaceId, (writer) => {
      writer.together(() => {
        for (const batch of oldestFirst) writer.redoBatch(batch, now);
      });
    });
    return { inverse: undoing(workspaceId, oldestFirst) };
  },

  'data.findings': ({ workspaceId, batch }, { desk }) => ({
    findings: (desk.workspace(workspaceId).reader.batchNotes(batch)?.findings ?? []).map((finding) => ({
      ...finding,
    })),
  }),

  'data.invited': ({ workspaceId, year }, { desk }) => invitedLines(desk, workspaceId, year),

  'data.setInvited': ({ workspaceId, year, unit, invited }, { desk }) => {
    const before = desk.workspace(workspaceId).reader.invitedByHand(year, unit);
    desk.write(workspaceId, (writer) => {
      writer.setInvited(year, unit, invited);
    });
    return {
      inverse: {
        call: 'data.setInvited',
        input: { workspaceId, year, unit, invited: before },
        label: { sv: 'Ångra antalet inbjudna', en: 'Undo the number of invited' },
      },
    };
  },

  'data.figures': ({ workspaceId }, { desk }) => {
    const workspace = desk.workspace(workspaceId);
    const { reader } = workspace;
    const measurements = workspace.measurements();
    const rows = indicatorsOf(measurements, figuresBeside(reader, measurements));
    return {
      figures: reader.figures().map((figure) => ({ ...figure })),
      years: rows.map(({ year, outcome, sentence }) => ({
        year,
        sources: measurements.resultsOf(year).map(({ source }) => source),
        maturityPercent: outcome?.percent ?? null,
        sentence,
      })),
    };
  },

  'data.addFigure': ({ workspaceId, ...figure }, { desk }) => {
    const replaced = desk
      .workspace(workspaceId)
      .reader.figures()
      .filter((other) => figureKey(other) === figureKey({ ...figure, source: figure.source.trim() }));
    const added = desk.write(workspaceId, (writer) => writer.addFigure(figure));
    return { figure: { ...added }, inverse: restoringFigures(workspaceId, replaced, [added]) };
  },

  'data.removeFigure': ({ workspaceId, id }, { desk }) => {
    const removed = desk
      .workspace(workspaceId)
      .reader.figures()
      .filter((figure) => figure.id === id);
    desk.write(workspaceId, (writer) => {
      writer.removeFigure(id);
    });
    return { inverse: restoringFigures(workspaceId, removed, []) };
  },

  'data.restoreFigures': ({ workspaceId, figures, remove }, { desk }) => {
    const keys = new Set([...figures, ...remove].map(figureKey));
    const before = desk
      .workspace(workspaceId)
      .reader.figures()
      .filter((figure) => keys.has(figureKey(figure)));
    desk.write(workspaceId, (writer) => {
      writer.together(() => {
        const away = new Set(remove.map(figureKey));
        for (const figure of writer.figures()) {
          if (away.has(figureKey(figure))) writer.removeFigure(figure.id);
        }
        for (const figure of figures) writer.addFigure(figure);
      });
    });
    return { inverse: restoringFigures(workspaceId, before, [...figures, ...remove]) };
  },

  'data.instrument': ({ workspaceId }, { desk }) => {
    const { reader } = desk.workspace(workspaceId);
    const instrument = reader.currentInstrument();
    return {
      instrument: instrumentView(instrument, reader.settings().itDepartment),
      dimensionRule: instrument.dimensionRule,
      reversed: reader.years().flatMap(({ year, sources }) => {
        if (!sources.includes('answers') && !sources.includes('aggregated')) return [];
        const items = reader.instrument(year).items.filter((item) => item.reversed);
        return [{ year, items: items.map(({ code }) => code) }];
      }),
    };
  },

  'data.audit': ({ workspaceId }, context) => {
    const { reader } = context.desk.workspace(workspaceId);
    context.progress({ sv: 'Går igenom arbetsfilen', en: 'Going through the workspace' }, null);
    const { problems, counts } = reader.check();
    return {
      sound: problems.length === 0,
      checks: checkWorkspaceTexts(counts),
      faults: problems.map(({ message }) => message),
      releases: reader.releases().map(({ releasedAt, year, name, respondents, minimumGroup, reason }) => ({
        at: releasedAt,
        year,
        name,
        respondents,
        minimumGroup,
        reason,
      })),
      minimumGroups: reader
        .minimumGroupChanges()
        .map(({ setAt, size, reason }) => ({ at: setAt, size, reason })),
    };
  },
};

/** The call that takes batches out of the results. */
export function undoing(workspaceId: WorkspaceId, batches: readonly number[]): Inverse {
  return {
    call: 'data.undo',
    input: { workspaceId, batches },
    label: { sv: 'Ångra inläsningen', en: 'Undo the import' },
  };
}

function redoing(workspaceId: WorkspaceId, batches: readonly number[]): Inverse {
  return {
    call: 'data.redo',
    input: { workspaceId, batches },
    label: { sv: 'Gör om inläsningen', en: 'Redo the import' },
  };
}

function distinct(batches: readonly number[]): number[] {
  return [...new Set(batches)];
}

interface FigureKeyParts {
  readonly kind: string;
  readonly year: number;
  readonly source: string;
}

/** What a figure takes the place of: a year has one published value and one target, and a benchmark per source. */
function figureKey({ kind, year, source }: FigureKeyParts): string {
  return JSON.stringify([kind, year, kind === 'benchmark' ? source : '']);
}

function restoringFigures(
  workspaceId: WorkspaceId,
  back: readonly (FigureKeyParts & { readonly percent: number })[],
  away: readonly FigureKeyParts[],
): Inverse {
  const kept = new Set(back.map(figureKey));
  return {
    call: 'data.restoreFigures',
    input: {
      workspaceId,
      figures: back.map(({ kind, year, source, percent }) => ({ kind, year, source, percent })),
      remove: away
        .filter((figure) => !kept.has(figureKey(figure)))
        .map(({ kind, year, source }) => ({ kind, year, source })),
    },
    label: { sv: 'Ångra ändringen av värdet', en: 'Undo the change of the value' },
  };
}

function invitedLines(desk: Desk, workspaceId: WorkspaceId, year: number): OutputOf<'data.invited'> {
  const workspace = desk.workspace(workspaceId);
  const { reader } = workspace;
  const measurements = workspace.measurements();
  const { tree } = measurements;
  const result = measurements.years.includes(year) ? measurements.bestResult(year) : null;
  const invited = reader.invited(year);
  const lines = [null, ...tree.units.map(({ id }) => id)].map((unit) => {
    const own = result?.units.find((candidate) => candidate.unit === unit);
    return {
      unit,
      name: measurements.nameOf(unit),
      level: unit === null ? 0 : tree.levelOf(unit),
      respondents: own?.respondents ?? null,
      invited: own?.invited ?? (unit === null ? invited.whole : (invited.byUnit.get(unit) ?? null)),
      percent: own?.responseRatePercent ?? null,
      byHand: reader.invitedByHand(year, unit) !== null,
    };
  });
  return { year, lines };
}
