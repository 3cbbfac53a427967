import { useEffect, useState } from 'react';
import type { OutputOf, WorkspaceSummary } from '../../core/api.ts';
import { useMachine } from '../machine/machine.tsx';
import { useCall } from '../machine/queries.ts';
import { LoadingState } from '../shared/states.tsx';
import type { Choosable } from './choice.ts';
import { settleChoice } from './choice.ts';
import { Frame } from './Frame.tsx';
import type { Session } from './session.ts';
import { startSession } from './session.ts';
import { useStore } from './store.ts';
import { textParams } from './ViewsMenu.tsx';
import { WorkspaceProvider } from './window.tsx';

/** An open workspace: starts its session where it was left, and keeps where it stands. */
export function OpenedWorkspace({ opened }: { readonly opened: WorkspaceSummary }) {
  const { workspaceId } = opened;
  const views = useCall('app.listViews', { workspaceId });
  if (views.data === undefined && views.error === null)
    return (
      <main className="alone">
        <LoadingState />
      </main>
    );
  return <Started opened={opened} last={views.data?.last ?? null} />;
}

function Started({
  opened,
  last,
}: {
  readonly opened: WorkspaceSummary;
  readonly last: OutputOf<'app.listViews'>['last'];
}) {
  const { workspaceId } = opened;
  const [session] = useState(() =>
    startSession(workspaceId, settleChoice(last?.choice ?? null, choosable(opened)), {
      screen: last?.place?.screen ?? (opened.years.length === 0 ? 'import' : 'overview'),
      params: last?.place === null || last?.place === undefined ? {} : textParams(last.place.params),
    }),
  );
  const summary = useCall('workspace.summary', { workspaceId }).data ?? opened;
  useSettledChoice(session, summary);
  useKeptPlace(session);
  return (
    <WorkspaceProvider value={{ session, summary }}>
      <Frame />
    </WorkspaceProvider>
  );
}

function choosable({ years, units, cuts }: WorkspaceSummary): Choosable {
  return {
    years: years.map(({ year }) => year),
    units: units.map(({ unit }) => unit),
    topUnits: units.filter(({ level }) => level === 1).map(({ unit }) => unit),
    roles: cuts.roles.map(({ role }) => role),
  };
}

/** After an import or an undo the choice may name what is gone, or a first year may have come. */
function useSettledChoice(session: Session, summary: WorkspaceSummary): void {
  useEffect(() => {
    const has = choosable(summary);
    const { choice } = session.store.get();
    const settled = settleChoice(choice, has);
    if (JSON.stringify(settled) !== JSON.stringify(choice))
      session.store.dispatch({ kind: 'set-choice', choice: settled });
  }, [session, summary]);
}

/** Changes of the choice follow one another quickly; only where they come to rest is kept. */
const restMs = 800;

function useKeptPlace({ store, workspaceId }: Session): void {
  const machine = useMachine();
  const choice = useStore(store, (state) => state.choice);
  const place = useStore(store, (state) => state.places.now);
  useEffect(() => {
    if (choice.years.length === 0) return undefined;
    const timer = setTimeout(() => {
      machine
        .call('app.saveLast', {
          workspaceId,
          choice,
          place: { screen: place.screen, params: { ...place.params } },
        })
        // Nothing is lost but where one stood.
        .catch(() => undefined);
    }, restMs);
    return () => {
      clearTimeout(timer);
    };
  }, [machine, workspaceId, choice, place]);
}
