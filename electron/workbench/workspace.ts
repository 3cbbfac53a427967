import type { WorkspaceReader, WorkspaceWriter } from '../store/workspace.ts';
import { openReader, openWriter } from '../store/workspace.ts';

/** Runs `work` on a workspace opened for reading, and closes it again. @throws Refusal */
export function withReader<Result>(path: string, work: (reader: WorkspaceReader) => Result): Result {
  const reader = openReader(path);
  try {
    return work(reader);
  } finally {
    reader.close();
  }
}

/** Runs `work` on a workspace opened for writing, and closes it again. @throws Refusal */
export function withWriter<Result>(path: string, work: (writer: WorkspaceWriter) => Result): Result {
  const writer = openWriter(path);
  try {
    return work(writer);
  } finally {
    writer.close();
  }
}
