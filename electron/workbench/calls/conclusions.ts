import type { ConclusionView, Inverse, Mark, ParsedInputOf, Texts, WorkspaceId } from '../../../core/api.ts';
import type { Conclusion, ConclusionContent } from '../../../core/conclusions/conclusion.ts';
import type { FigureChange, FollowUp } from '../../../core/conclusions/follow-up.ts';
import type { Instrument } from '../../../core/instrument/instrument.ts';
import { followUpLead, followUpMark } from '../../../core/views/follow-up.ts';
import { followUpOf, nextNumber } from '../conclusions.ts';
import type { HandlersOf } from '../registry.ts';

export const conclusionHandlers: HandlersOf<
  | 'conclusions.list'
  | 'conclusions.add'
  | 'conclusions.edit'
  | 'conclusions.remove'
  | 'conclusions.restore'
  | 'conclusions.decide'
  | 'conclusions.paragraph'
  | 'conclusions.followUp'
> = {
  'conclusions.list': ({ workspaceId, year, unit, allUnits }, { desk }) => {
    const workspace = desk.workspace(workspaceId);
    const { reader } = workspace;
    const measurements = workspace.measurements();
    const isAsked = (conclusion: Conclusion): boolean =>
      (year === null || conclusion.year === year) && (allUnits || conclusion.unit === unit);
    const named = (conclusion: Conclusion) => ({
      ...viewOf(conclusion),
      unitName: measurements.nameOf(conclusion.unit),
    });
    return {
      conclusions: reader.conclusions().filter(isAsked).map(named),
      removed: reader.conclusions('removed').filter(isAsked).map(named),
      nextNumber: year === null ? null : nextNumber(reader, year, unit),
    };
  },

  'conclusions.add': ({ workspaceId, content }, { desk, now }) =>
    desk.write(workspaceId, (writer) => {
      const added = writer.addConclusion(content, now);
      return { conclusion: viewOf(added), inverse: removing(workspaceId, added.id) };
    }),

  'conclusions.edit': ({ workspaceId, id, content }, { desk, now }) =>
    desk.write(workspaceId, (writer) => {
      const before = writer.conclusions().find((conclusion) => conclusion.id === id);
      const edited = writer.editConclusion(id, content, now);
      return {
        conclusion: viewOf(edited),
        inverse:
          before === undefined
            ? null
            : {
                call: 'conclusions.edit',
                input: { workspaceId, id, content: contentOf(before) },
                label: { sv: 'Ångra ändringen', en: 'Undo the edit' },
              },
      };
    }),

  'conclusions.remove': ({ workspaceId, id }, { desk, now }) => {
    desk.write(workspaceId, (writer) => {
      writer.removeConclusion(id, now);
    });
    return {
      inverse: {
        call: 'conclusions.restore',
        input: { workspaceId, id },
        label: { sv: 'Återställ slutsatsen', en: 'Restore the conclusion' },
      },
    };
  },

  'conclusions.restore': ({ workspaceId, id }, { desk, now }) => ({
    conclusion: viewOf(desk.write(workspaceId, (writer) => writer.restoreConclusion(id, now))),
    inverse: removing(workspaceId, id),
  }),

  'conclusions.decide': ({ workspaceId, id, year, decision }, { desk, now }) =>
    desk.write(workspaceId, (writer) => {
      const before = decisionIn(writer.conclusions(), id, year);
      const decided = writer.decideConclusion(id, year, decision, now);
      return {
        conclusion: viewOf(decided),
        inverse: {
          call: 'conclusions.decide',
          input: { workspaceId, id, year, decision: before },
          label: { sv: 'Ångra beslutet', en: 'Undo the decision' },
        },
      };
    }),

  'conclusions.paragraph': ({ workspaceId, id, year, text, draft }, { desk, now }) =>
    desk.write(workspaceId, (writer) => {
      const before = writer
        .conclusions()
        .find((conclusion) => conclusion.id === id)
        ?.paragraphs.find((paragraph) => paragraph.year === year);
      const written = writer.writeParagraph(id, year, text, draft, now);
      return {
        conclusion: viewOf(written),
        inverse: {
          call: 'conclusions.paragraph',
          input: { workspaceId, id, year, text: before?.text ?? '', draft: before?.draft ?? '' },
          label: { sv: 'Ångra texten', en: 'Undo the text' },
        },
      };
    }),

  'conclusions.followUp': ({ workspaceId, year }, { desk }) => {
    const workspace = desk.workspace(workspaceId);
    const measurements = workspace.measurements();
    const items = followUpOf(workspace.reader, measurements, year);
    const instrument = measurements.instrumentOf(year);
    return {
      year,
      since: measurements.yearBefore(year),
      lead: followUpLead(items, year),
      items: items.map((followUp) => followUpView(followUp, instrument)),
    };
  },
};

type Decision = ParsedInputOf<'conclusions.decide'>['decision'];

function decisionIn(conclusions: readonly Conclusion[], id: number, year: number): Decision {
  const decision = conclusions
    .find((conclusion) => conclusion.id === id)
    ?.decisions.find((own) => own.year === year);
  return decision === undefined ? null : { kind: decision.kind, text: decision.text };
}

function removing(workspaceId: WorkspaceId, id: number): Inverse {
  return {
    call: 'conclusions.remove',
    input: { workspaceId, id },
    label: { sv: 'Ta bort slutsatsen', en: 'Remove the conclusion' },
  };
}

function contentOf({ year, unit, number, heading, text, basis, activities }: Conclusion): ConclusionContent {
  return { year, unit, number, heading, text, basis, activities };
}

/** A conclusion whose lists are the window's own. */
function viewOf(conclusion: Conclusion): ConclusionView {
  return {
    ...conclusion,
    basis: conclusion.basis.map((figure) => ({ ...figure })),
    activities: conclusion.activities.map((activity) => ({ ...activity })),
    decisions: conclusion.decisions.map((decision) => ({ ...decision })),
    paragraphs: conclusion.paragraphs.map((paragraph) => ({ ...paragraph })),
  };
}

function followUpView(followUp: FollowUp, instrument: Instrument) {
  const { conclusion, standingText, since, changes, draft, text, isOwnText, draftHasChanged, decision } =
    followUp;
  return {
    conclusion: viewOf(conclusion),
    text: standingText,
    since,
    direction: followUp.direction,
    changes: changes.map((change) => changeView(change, instrument)),
    draft,
    own: isOwnText ? { text, draftHasChanged } : null,
    decision: decision === null ? null : { kind: decision.kind, text: decision.text },
  };
}

function changeView(
  change: FigureChange,
  instrument: Instrument,
): {
  kind: FigureChange['kind'];
  item: Extract<FigureChange, { kind: 'item' }>['item'] | null;
  name: Texts;
  mark: Mark | null;
  sentence: string;
} {
  const { kind, sentence } = change;
  const mark = followUpMark(change, instrument);
  switch (change.kind) {
    case 'item': {
      const name = instrument.items.find(({ code }) => code === change.item)?.name;
      return { kind, item: change.item, name: name ?? { sv: change.name, en: change.name }, mark, sentence };
    }
    case 'gate-share':
      return {
        kind,
        item: null,
        name: { sv: 'Delaktiga i beslut', en: 'Take part in decisions' },
        mark,
        sentence,
      };
    case 'response-rate':
      return { kind, item: null, name: { sv: 'Svarsfrekvens', en: 'Response rate' }, mark, sentence };
  }
}
