import type { Handlers } from '../registry.ts';
import { refuseDuplicates } from '../registry.ts';
import { appHandlers } from './app.ts';
import { conclusionHandlers } from './conclusions.ts';
import { dataHandlers } from './data.ts';
import { exchangeHandlers } from './exchange.ts';
import { figureHandlers } from './figures.ts';
import { importHandlers } from './import.ts';
import { reportHandlers } from './report.ts';
import { resultHandlers } from './results.ts';
import { safetyHandlers } from './safety.ts';
import { settingsHandlers } from './settings.ts';
import { unitHandlers } from './units.ts';
import { workspaceHandlers } from './workspace.ts';

const topics = [
  appHandlers,
  workspaceHandlers,
  resultHandlers,
  conclusionHandlers,
  figureHandlers,
  dataHandlers,
  unitHandlers,
  exchangeHandlers,
  importHandlers,
  reportHandlers,
  safetyHandlers,
  settingsHandlers,
];
refuseDuplicates(topics);

/** What answers each call. */
export const handlers: Handlers = {
  ...appHandlers,
  ...workspaceHandlers,
  ...resultHandlers,
  ...conclusionHandlers,
  ...figureHandlers,
  ...exchangeHandlers,
  ...dataHandlers,
  ...unitHandlers,
  ...importHandlers,
  ...reportHandlers,
  ...safetyHandlers,
  ...settingsHandlers,
};
