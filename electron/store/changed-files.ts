/** Workspaces that this process has changed and not yet made a backup of. */
const changed = new Set<string>();

/** Remembers that a file was changed. */
export function noteChange(full: string): void {
  changed.add(full);
}

/** The files that were changed, which are forgotten with this. */
export function takeChanges(): string[] {
  const files = [...changed];
  changed.clear();
  return files;
}

/** Whether a file was changed, which is forgotten with this. */
export function takeChange(full: string): boolean {
  return changed.delete(full);
}
