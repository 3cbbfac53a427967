import type { Handlers } from '../registry.ts';
import { refuseDuplicates } from '../registry.ts';
import { appHandlers } from './app.ts';
import { dataHandlers } from './data.ts';
import { resultHandlers } from './results.ts';
import { settingsHandlers } from './settings.ts';
import { unitHandlers } from './units.ts';
import { workspaceHandlers } from './workspace.ts';

const topics = [appHandlers, workspaceHandlers, resultHandlers, dataHandlers, unitHandlers, settingsHandlers];
refuseDuplicates(topics);

/** What answers each call. */
export const handlers: Partial<Handlers> = {
  ...appHandlers,
  ...workspaceHandlers,
  ...resultHandlers,
  ...dataHandlers,
  ...unitHandlers,
  ...settingsHandlers,
};
