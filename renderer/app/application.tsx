import { createContext, use } from 'react';
import type { OutputOf, Preferences, WorkspaceId } from '../../core/api.ts';

/** The program around the open workspace. */
export interface Application {
  readonly version: string;
  readonly shell: OutputOf<'shell.state'>;
  readonly recents: OutputOf<'app.state'>['recents'];
  readonly preferences: Preferences;
  /** Changes what is named and leaves the rest. */
  readonly setPreferences: (changes: Partial<Preferences>) => void;
  readonly open: (workspaceId: WorkspaceId) => void;
  /** Asks for a workspace file; in a browser the start screen lists what there is. */
  readonly openOther: () => void;
  readonly openSamples: () => void;
  readonly startNew: () => void;
  readonly close: () => void;
}

const ApplicationContext = createContext<Application | null>(null);
export const ApplicationProvider = ApplicationContext.Provider;

/** The program around the open workspace: other workspaces, preferences. */
export function useApplication(): Application {
  const application = use(ApplicationContext);
  if (application === null) throw new Error('There is no application around this component.');
  return application;
}
