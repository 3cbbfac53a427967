import { useMantineColorScheme } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf, Preferences, WorkspaceId, WorkspaceSummary } from '../../core/api.ts';
import { useMachine, useMachineEvents } from '../machine/machine.tsx';
import { callQuery, problemText } from '../machine/queries.ts';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import type { Application } from './application.tsx';
import { ApplicationProvider } from './application.tsx';
import { NewWorkspace } from './NewWorkspace.tsx';
import { OpenedWorkspace } from './OpenedWorkspace.tsx';
import { screenOf } from './screens.ts';
import type { Broken } from './DamagedDialog.tsx';
import { DamagedDialog } from './DamagedDialog.tsx';
import { isDamaged, isLocked, openWorkspace } from './opening.ts';
import { useToasts } from './toasts.tsx';
import { UnlockDialog } from './UnlockDialog.tsx';
import { Welcome } from './Welcome.tsx';

/** What fills the window: a workspace, or the way to one. */
type Showing =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'new'; readonly before: WorkspaceSummary | null }
  | { readonly kind: 'workspace'; readonly summary: WorkspaceSummary };

/** What the window starts with. */
interface First {
  readonly opened: WorkspaceSummary | null;
  /** The workspace that would have opened, had its passphrase been known. */
  readonly locked: WorkspaceId | null;
}

/** The whole window, once the machine has said what it knows. */
export function App() {
  const machine = useMachine();
  const queries = useQueryClient();
  const start = useQuery({
    queryKey: ['start'],
    queryFn: async () => {
      // Fetched while the machine opens the workspace: most starts show it.
      const code = screenOf('overview').code.load();
      const [app, shell] = await Promise.all([
        machine.call('app.state', {}),
        machine.call('shell.state', {}),
      ]);
      const first = await openFirst(app);
      await code;
      return { app, shell, ...first };
    },
    gcTime: Infinity,
  });

  /** The workspace used last; the samples where there has been none. One that is locked is asked for once it shows. */
  async function openFirst({ recents }: OutputOf<'app.state'>): Promise<First> {
    const last = recents.find(({ exists }) => exists);
    try {
      if (last === undefined) {
        if (recents.length > 0) return { opened: null, locked: null };
        return { opened: await machine.call('workspace.openSamples', { afresh: false }), locked: null };
      }
      const { workspaceId } = last;
      queries.query(callQuery(machine, 'app.listViews', { workspaceId })).catch(() => undefined);
      const opened = await openWorkspace(machine, workspaceId);
      queries.setQueryData(['workspace.summary', { workspaceId }], opened);
      return { opened, locked: null };
    } catch (error) {
      // The start screen shows what can be opened instead, and says why when it is tried there.
      return { opened: null, locked: isLocked(error) && last !== undefined ? last.workspaceId : null };
    }
  }

  if (start.error !== null)
    return (
      <main className="alone">
        <ErrorState error={start.error} retry={() => void start.refetch()} />
      </main>
    );
  if (start.data === undefined)
    return (
      <main className="alone">
        <LoadingState />
      </main>
    );
  return <Running {...start.data} />;
}

function Running({
  app,
  shell,
  opened,
  locked,
}: {
  readonly app: OutputOf<'app.state'>;
  readonly shell: OutputOf<'shell.state'>;
} & First) {
  const machine = useMachine();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [preferences, setPreferences] = usePreferences(app.preferences);
  const [recents, setRecents] = useState(app.recents);
  const [showing, setShowing] = useState<Showing>(
    opened === null ? { kind: 'welcome' } : { kind: 'workspace', summary: opened },
  );

  const complain = (error: Error) => {
    toasts.dispatch({ kind: 'show', toast: { kind: 'problem', text: problemText(error), action: null } });
  };
  const show = (summary: WorkspaceSummary) => {
    queries.setQueryData(['workspace.summary', { workspaceId: summary.workspaceId }], summary);
    setShowing({ kind: 'workspace', summary });
    void machine.call('app.state', {}).then((state) => {
      setRecents(state.recents);
    }, complain);
  };
  const [asking, setAsking] = useState<WorkspaceId | null>(locked);
  const [broken, setBroken] = useState<Broken | null>(null);
  const open = useMutation({
    mutationFn: (workspaceId: WorkspaceId) => openWorkspace(machine, workspaceId),
    onSuccess: (summary) => {
      setAsking(null);
      setBroken(null);
      show(summary);
    },
    onError: (error, workspaceId) => {
      if (isLocked(error)) setAsking(workspaceId);
      else if (isDamaged(error)) setBroken({ workspaceId, text: problemText(error) });
      else complain(error);
    },
  });
  const openSamples = useMutation({
    mutationFn: () => machine.call('workspace.openSamples', { afresh: false }),
    onSuccess: show,
    onError: complain,
  });
  const openOther = async () => {
    if (shell.shell === 'browser') {
      setShowing({ kind: 'welcome' });
      return;
    }
    const chosen = await machine.call('shell.openWorkspaceDialog', {});
    if (chosen !== null) open.mutate(chosen.workspaceId);
  };
  const startNew = () => {
    setShowing({ kind: 'new', before: showing.kind === 'workspace' ? showing.summary : null });
  };

  const application: Application = {
    version: app.version,
    shell,
    recents,
    preferences,
    setPreferences,
    open: open.mutate,
    openOther: () => {
      openOther().catch(complain);
    },
    openSamples: openSamples.mutate,
    startNew,
    close: () => {
      if (showing.kind === 'workspace')
        machine.call('workspace.close', { workspaceId: showing.summary.workspaceId }).catch(complain);
      setShowing({ kind: 'welcome' });
    },
  };

  useMachineEvents((event) => {
    if (event.type === 'changed') void queries.invalidateQueries();
    if (event.type === 'opened') open.mutate(event.workspaceId);
    if (event.type === 'restarted' && showing.kind === 'workspace') open.mutate(showing.summary.workspaceId);
    if (event.type !== 'menu') return;
    if (event.command === 'new') startNew();
    if (event.command === 'open') application.openOther();
    if (event.command === 'open-samples') openSamples.mutate();
    if (event.command === 'close') application.close();
  });

  const title = showing.kind === 'workspace' ? showing.summary.name : '';
  useEffect(() => {
    const name = 'Digital mognad';
    machine
      .call('shell.setTitle', { title: title === '' ? name : `${title} – ${name}` })
      .catch(() => undefined);
  }, [machine, title]);

  return (
    <ApplicationProvider value={application}>
      {showing.kind === 'workspace' && (
        <OpenedWorkspace key={showing.summary.workspaceId} opened={showing.summary} />
      )}
      {showing.kind === 'welcome' && <Welcome />}
      <UnlockDialog
        workspaceId={asking}
        onUnlocked={open.mutate}
        onLeave={() => {
          setAsking(null);
        }}
      />
      <DamagedDialog
        broken={broken}
        onRestored={open.mutate}
        onLeave={() => {
          setBroken(null);
        }}
      />
      {showing.kind === 'new' && (
        <NewWorkspace
          onCreated={show}
          onCancel={() => {
            setShowing(
              showing.before === null ? { kind: 'welcome' } : { kind: 'workspace', summary: showing.before },
            );
          }}
        />
      )}
    </ApplicationProvider>
  );
}

/** Theme, language and movement as the user has chosen: kept by the machine, worn by the page. */
function usePreferences(initial: Preferences): [Preferences, (changes: Partial<Preferences>) => void] {
  const machine = useMachine();
  const [preferences, setPreferences] = useState(initial);
  const { setColorScheme } = useMantineColorScheme();
  const { i18n } = useTranslation();
  const { theme, language, reducedMotion } = preferences;

  useEffect(() => {
    setColorScheme(theme === 'system' || theme === 'contrast' ? 'auto' : theme);
    document.documentElement.toggleAttribute('data-contrast', theme === 'contrast');
  }, [theme, setColorScheme]);
  useEffect(() => {
    document.documentElement.lang = language;
    void i18n.changeLanguage(language);
  }, [language, i18n]);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-still', reducedMotion);
  }, [reducedMotion]);

  return [
    preferences,
    (changes) => {
      setPreferences((before) => ({ ...before, ...changes }));
      // What could not be kept still holds until the program ends.
      machine.call('app.savePreferences', changes).catch(() => undefined);
    },
  ];
}
