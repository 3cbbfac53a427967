import type { WorkspaceId, WorkspaceSummary } from '../../core/api.ts';
import type { Machine } from '../machine/client.ts';
import { MachineProblem } from '../machine/client.ts';

/** Opens a workspace, with a key that the operating system keeps where it is locked. @throws MachineProblem */
export async function openWorkspace(machine: Machine, workspaceId: WorkspaceId): Promise<WorkspaceSummary> {
  try {
    return await machine.call('workspace.open', { workspaceId });
  } catch (error) {
    if (!isLocked(error)) throw error;
    const { unlocked } = await machine.call('shell.recallKey', { workspaceId });
    if (!unlocked) throw error;
    return machine.call('workspace.open', { workspaceId });
  }
}

/** True when a workspace is encrypted and its passphrase is not known. */
export function isLocked(error: unknown): boolean {
  return error instanceof MachineProblem && error.problem.code === 'passphrase-needed';
}

/** True when a workspace cannot be read, so that a backup is what helps. */
export function isDamaged(error: unknown): boolean {
  return error instanceof MachineProblem && error.problem.code === 'workspace-damaged';
}
