import type * as z from 'zod';
import { appCalls, fileCalls } from './api/app.ts';
import { conclusionCalls } from './api/conclusions.ts';
import { dataCalls } from './api/data.ts';
import { figureCalls } from './api/figures.ts';
import { importCalls } from './api/import.ts';
import { reportCalls } from './api/report.ts';
import { resultCalls } from './api/results.ts';
import { safetyCalls } from './api/safety.ts';
import { settingsCalls } from './api/settings.ts';
import { shellCalls } from './api/shell.ts';
import { workspaceCalls } from './api/workspace.ts';
import type { Problem } from './problem.ts';

/**
 * Every call between screen and machine: name, input, output, validated at run time on both sides. The same in
 * every shell. What comes out has passed the small-group gate; the one exception is the preview of a file that
 * has not been stored, whose personal and free-text columns are masked.
 */

export * from './api/values.ts';
export type { Preferences, SavedView } from './api/app.ts';
export type { ConclusionView } from './api/conclusions.ts';
export type { FigureKind } from './figures/figure.ts';
export { figureKinds } from './figures/figure.ts';
export type { FigureFormat, FigureOptions } from './api/figures.ts';
export { figureFormats } from './api/figures.ts';
export type { ImportOrder, ImportPreview } from './api/import.ts';
export type { RefreshOutcome, ReportFormat } from './api/report.ts';
export { refreshOutcomes, reportFormats } from './api/report.ts';
export type {
  Categories,
  Compare,
  Employees,
  ModelNode,
  Overview,
  PriorityList,
  Quadrant,
} from './api/results.ts';
export { sortOrders } from './api/results.ts';
export type { SettingsValues } from './api/settings.ts';
export type { MachineEvent } from './api/shell.ts';
export { exportFormats, machineEvent } from './api/shell.ts';
export type { WorkspaceSummary } from './api/workspace.ts';
export { destinations } from './api/workspace.ts';

/** Calls that the workbench answers, off the window's process. */
export const workbenchCalls = {
  ...appCalls,
  ...fileCalls,
  ...workspaceCalls,
  ...resultCalls,
  ...conclusionCalls,
  ...figureCalls,
  ...dataCalls,
  ...importCalls,
  ...reportCalls,
  ...safetyCalls,
  ...settingsCalls,
} as const;

/** Every call there is. */
export const calls = { ...shellCalls, ...workbenchCalls } as const;

export type CallName = keyof typeof calls;
export type ShellCallName = keyof typeof shellCalls;
export type WorkbenchCallName = keyof typeof workbenchCalls;
/** What a call is asked with. */
export type InputOf<Name extends CallName> = z.input<(typeof calls)[Name]['input']>;
/** What a handler gets, defaults filled in. */
export type ParsedInputOf<Name extends CallName> = z.output<(typeof calls)[Name]['input']>;
/** What a call answers. */
export type OutputOf<Name extends CallName> = z.output<(typeof calls)[Name]['output']>;

/** True for the name of a call. */
export function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

/** True for the name of a call that the workbench answers. */
export function isWorkbenchCall(name: string): name is WorkbenchCallName {
  return Object.hasOwn(workbenchCalls, name);
}

/** How every call is answered, as JSON: errors are values. */
export type Envelope =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: Problem };

/** What the preload (Electron) or the binding (browser) puts on `window.machine`: strings only. */
export interface MachineBridge<WindowFile = unknown> {
  /** Answers with an {@link Envelope} as JSON; never rejects. `callId` is for progress and cancelling. */
  call(name: string, inputJson: string, callId: string): Promise<string>;
  cancel(callId: string): void;
  /** Events ({@link MachineEvent}) as JSON. Gives the way to stop listening. */
  listen(listener: (eventJson: string) => void): () => void;
  /** Electron only: hands a dropped or chosen file to the machine, which gives its id; null in a browser. `WindowFile` is the DOM's `File`. */
  takeFile: ((file: WindowFile) => Promise<string>) | null;
}
