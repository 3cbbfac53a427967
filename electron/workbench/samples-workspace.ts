import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { importSamples, settleSamples } from './samples.ts';
import { workspacesFolder } from './user-files.ts';
import { workspaceEnding } from './user.ts';
import { withWriter } from './workspace.ts';

/** The workspace that shows what the program can do. */

/** Where it lies. */
export function samplesWorkspacePath(): string {
  return path.join(workspacesFolder(), `Exempelkommunen${workspaceEnding}`);
}

/** Makes the workspace with the samples, in place of one that is there. `now` is an ISO time. */
export async function makeSamplesWorkspace(now: string): Promise<string> {
  const file = samplesWorkspacePath();
  const underWay = `${file}.${process.pid}.exempel`;
  mkdirSync(path.dirname(file), { recursive: true });
  removeWorkspace(underWay);
  try {
    await importSamples(underWay, now);
    settleSamples(underWay, now);
    withWriter(underWay, (writer) => {
      writer.changeSettings({ isSample: true });
    });
    removeWorkspace(file);
    renameSync(underWay, file);
    return file;
  } finally {
    removeWorkspace(underWay);
  }
}

/** True when it has been made. */
export function hasSamplesWorkspace(): boolean {
  return existsSync(samplesWorkspacePath());
}

/** A workspace file and what SQLite leaves beside one that was not closed. */
function removeWorkspace(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}
