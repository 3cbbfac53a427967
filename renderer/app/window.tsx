import { createContext, use } from 'react';
import type { Choice, WorkspaceSummary } from '../../core/api.ts';
import type { ChoiceAction } from './choice.ts';
import type { Place } from './places.ts';
import type { HandedIn, Session } from './session.ts';
import { useStore } from './store.ts';

/** The open workspace: its session, and what the machine tells of it for the frame. */
export interface OpenWorkspace {
  readonly session: Session;
  readonly summary: WorkspaceSummary;
}

const WorkspaceContext = createContext<OpenWorkspace | null>(null);
export const WorkspaceProvider = WorkspaceContext.Provider;

/** The open workspace. Every screen stands inside one. */
export function useWorkspace(): OpenWorkspace {
  const open = use(WorkspaceContext);
  if (open === null) throw new Error('No workspace is open around this component.');
  return open;
}

/** What is looked at, and the way to choose anew: `choose(action, label)`, where the label says what undoing does. */
export function useChoice(): {
  readonly choice: Choice;
  readonly choose: (action: ChoiceAction, label: string) => void;
} {
  const { store } = useWorkspace().session;
  const choice = useStore(store, (state) => state.choice);
  return {
    choice,
    choose: (action, label) => {
      store.dispatch({ kind: 'choose', action, label });
    },
  };
}

/** Where the window stands, and the ways to elsewhere. */
export function usePlace(): {
  readonly place: Place;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  /** Opens a screen, with what is to be opened on it. */
  readonly go: (screen: string, params?: Place['params']) => void;
  /** Changes what is opened on this screen, without a step to come back to. */
  readonly refine: (params: Place['params']) => void;
  readonly back: () => void;
  readonly forward: () => void;
} {
  const { store } = useWorkspace().session;
  const places = useStore(store, (state) => state.places);
  return {
    place: places.now,
    canGoBack: places.past.length > 0,
    canGoForward: places.future.length > 0,
    go: (screen, params = {}) => {
      store.dispatch({ kind: 'place', action: { kind: 'go', to: { screen, params } } });
    },
    refine: (params) => {
      store.dispatch({ kind: 'place', action: { kind: 'refine', params } });
    },
    back: () => {
      store.dispatch({ kind: 'place', action: { kind: 'back' } });
    },
    forward: () => {
      store.dispatch({ kind: 'place', action: { kind: 'forward' } });
    },
  };
}

/** Files that were dropped on the window, for the screen that takes them: it calls `taken` once it has them. */
export function useHandedIn(): { readonly files: readonly HandedIn[]; readonly taken: () => void } {
  const { store } = useWorkspace().session;
  return {
    files: useStore(store, (state) => state.handedIn),
    taken: () => {
      store.dispatch({ kind: 'taken' });
    },
  };
}
