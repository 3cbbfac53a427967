import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Measurements } from '../../core/analysis/measurements.ts';
import type { MachineEvent, TargetId, WorkspaceId } from '../../core/api.ts';
import { Refusal } from '../../core/problem.ts';
import { backUpIfChanged } from '../store/backups.ts';
import { holdForWriting } from '../store/lock.ts';
import { unlockedKey, unlockWithKept } from '../store/protection.ts';
import type { WorkspaceReader, WorkspaceWriter } from '../store/workspace.ts';
import { openReader, openWriter } from '../store/workspace.ts';
import type { Grant } from './channel.ts';
import { HandedFiles } from './handed-files.ts';
import { measurementsOf, wholeNameOf } from './measurements.ts';
import { readRecents, rememberRecent, workspaceIdOf, workspacesInFolder } from './user.ts';
import { withWriter } from './workspace.ts';

/** A workspace that is open: its reader stays open, and what is computed from it is kept until the file changes. */
export class OpenWorkspace {
  readonly id: WorkspaceId;
  readonly path: string;
  readonly reader: WorkspaceReader;
  /** Lets other programs write to the file; null where another one has it, or nobody may write. */
  readonly #release: (() => void) | null;
  #version: number;
  readonly #kept = new Map<string, unknown>();

  constructor(id: WorkspaceId, filePath: string) {
    this.id = id;
    this.path = filePath;
    this.reader = openReader(filePath);
    this.#version = this.reader.version();
    this.#release = holdIfFree(filePath);
  }

  /** What `make` gives, made once until the file changes, here or through another program. */
  kept<Value>(key: string, make: () => Value): Value {
    const version = this.reader.version();
    if (version !== this.#version) {
      this.#version = version;
      this.#kept.clear();
    }
    if (!this.#kept.has(key)) this.#kept.set(key, make());
    // Every key is of one place in the program, which gives it one type.
    return this.#kept.get(key) as Value;
  }

  /** The measurements behind the small-group gate. */
  measurements(): Measurements {
    return this.kept('measurements', () => measurementsOf(this.reader));
  }

  /** Runs a change that no result rests on, such as a line in the release log: what is kept stays. */
  record<Result>(work: (writer: WorkspaceWriter) => Result): Result {
    const wasCurrent = this.reader.version() === this.#version;
    const result = withWriter(this.path, work);
    if (wasCurrent) this.#version = this.reader.version();
    return result;
  }

  /** {@link record} for work that waits for something, such as a file being written. */
  async recordLater<Result>(work: (writer: WorkspaceWriter) => Promise<Result>): Promise<Result> {
    const wasCurrent = this.reader.version() === this.#version;
    const writer = openWriter(this.path);
    try {
      return await work(writer);
    } finally {
      writer.close();
      if (wasCurrent) this.#version = this.reader.version();
    }
  }

  close(): void {
    this.reader.close();
    this.#release?.();
  }
}

/** A workspace that another program has, or that lies where nothing may be written, is open all the same: for reading. */
function holdIfFree(filePath: string): (() => void) | null {
  try {
    return holdForWriting(path.resolve(filePath));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** All that the workbench has before it: open workspaces, files handed in, places to save to. Nothing of it lasts. */
export class Desk {
  readonly files = new HandedFiles();
  readonly #emit: (event: MachineEvent) => void;
  readonly #open = new Map<WorkspaceId, OpenWorkspace>();
  /** Workspace files that the shell has allowed, by id. */
  readonly #granted = new Map<WorkspaceId, string>();
  readonly #targets = new Map<TargetId, string>();

  constructor(emit: (event: MachineEvent) => void) {
    this.#emit = emit;
  }

  /** Lets a path be used under an id. Only the shell grants. */
  grant({ kind, id, path: granted }: Grant): void {
    switch (kind) {
      case 'file':
        this.files.grant(id, granted);
        return;
      case 'target':
        this.#targets.set(id as TargetId, granted);
        return;
      case 'workspace':
        this.#granted.set(id as WorkspaceId, granted);
        return;
    }
  }

  /** Ids of the open workspaces. */
  get open(): readonly WorkspaceId[] {
    return [...this.#open.keys()];
  }

  /**
   * The workspace with that id, opened if it is known and not open.
   * @throws Refusal `workspace-unknown`, and as `openReader`
   */
  workspace(id: WorkspaceId): OpenWorkspace {
    const open = this.#open.get(id);
    if (open !== undefined) return open;
    const filePath = this.pathOf(id);
    if (filePath === null) throw unknownWorkspace();
    return this.openPath(filePath);
  }

  /** Opens a workspace file, and remembers that it was opened. @throws Refusal as `openReader` */
  openPath(filePath: string, now: string | null = null): OpenWorkspace {
    const id = workspaceIdOf(filePath);
    const workspace = this.#open.get(id) ?? new OpenWorkspace(id, filePath);
    this.#open.set(id, workspace);
    this.#granted.set(id, filePath);
    if (now !== null) this.remember(workspace, now);
    return workspace;
  }

  /** Puts a workspace first among the recent ones. */
  remember({ path: filePath, reader }: OpenWorkspace, now: string): void {
    rememberRecent({
      path: path.resolve(filePath),
      name: wholeNameOf(reader),
      isSample: reader.settings().isSample,
      lastOpened: now,
    });
  }

  /** Where a workspace lies; null where nobody has named it. */
  pathOf(id: WorkspaceId): string | null {
    const granted = this.#granted.get(id);
    if (granted !== undefined) return granted;
    const known = [...readRecents().map((recent) => recent.path), ...workspacesInFolder()];
    return known.find((candidate) => existsSync(candidate) && workspaceIdOf(candidate) === id) ?? null;
  }

  /** Closes a workspace, and makes a backup of it when it was changed. `now` is an ISO time. */
  close(id: WorkspaceId, now: string): void {
    const workspace = this.#open.get(id);
    if (workspace === undefined) return;
    this.#open.delete(id);
    const { isSample } = workspace.reader.settings();
    workspace.close();
    if (!isSample) backUpIfChanged(path.resolve(workspace.path), now);
  }

  /** Runs `work` on the file of a workspace while nothing of the window has it open, and tells of the change. */
  whileClosed<Result>(id: WorkspaceId, work: (filePath: string) => Result): Result {
    const filePath = this.pathOf(id);
    if (filePath === null) throw unknownWorkspace();
    const wasOpen = this.#open.get(id);
    wasOpen?.close();
    this.#open.delete(id);
    try {
      return work(path.resolve(filePath));
    } finally {
      if (wasOpen !== undefined) this.openPath(filePath);
      this.changed(id);
    }
  }

  /** Changes a workspace, and tells the window that it has changed. @throws Refusal */
  write<Result>(id: WorkspaceId, work: (writer: WorkspaceWriter) => Result): Result {
    const { path: filePath } = this.workspace(id);
    const result = withWriter(filePath, work);
    this.changed(id);
    return result;
  }

  /** The key of an encrypted workspace that has been unlocked; null where there is none. */
  keyOf(id: WorkspaceId): string | null {
    const filePath = this.pathOf(id);
    return filePath === null ? null : unlockedKey(filePath);
  }

  /** Unlocks a workspace with a key that was kept; false when it does not fit. */
  takeKey(id: WorkspaceId, key: string): boolean {
    const filePath = this.pathOf(id);
    return filePath !== null && unlockWithKept(filePath, key);
  }

  /** Tells the window that a workspace has changed. */
  changed(id: WorkspaceId): void {
    this.#emit({ type: 'changed', workspaceId: id });
  }

  /** The path of a place to save to. @throws Refusal `target-unknown` */
  target(id: TargetId): string {
    const target = this.#targets.get(id);
    if (target !== undefined) return target;
    throw new Refusal({
      code: 'target-unknown',
      message: 'Platsen att spara på är inte vald.',
      nextStep: 'Välj var filen ska sparas och försök igen.',
    });
  }

  /** Closes everything and removes what was handed in piece by piece. `now` is an ISO time. */
  clear(now: string): void {
    for (const id of this.open) this.close(id, now);
    this.files.clear();
  }
}

/** Nobody has named a workspace with that id. */
export function unknownWorkspace(): Refusal {
  return new Refusal({
    code: 'workspace-unknown',
    message: 'Arbetsytan går inte att hitta. Den kan ha flyttats eller tagits bort.',
    nextStep: 'Öppna den igen från listan över arbetsytor.',
  });
}
