import type { TrailLine } from '../../core/report/input.ts';
import type { EventKind } from '../store/events.ts';
import type { WorkspaceReader } from '../store/workspace.ts';
import { eventTexts, unitNamesOf } from './event-texts.ts';

/**
 * What changes no number of a report: files that left the program, the report itself among them, and how the workspace
 * is locked.
 */
const beside: ReadonlySet<EventKind> = new Set<EventKind>([
  'released',
  'answers-written',
  'passphrase-set',
  'passphrase-changed',
  'passphrase-removed',
]);

/**
 * What the audit trail tells of that a report rests on, oldest first: without who did it, and without how many answers a
 * file had, which together with an earlier report could be few.
 */
export function reportTrail(reader: WorkspaceReader): TrailLine[] {
  const names = unitNamesOf(reader);
  return reader
    .events()
    .filter(({ kind }) => !beside.has(kind))
    .map((event) => ({
      date: event.at.slice(0, 10),
      text: eventTexts(event, names, ['respondents']),
    }));
}
