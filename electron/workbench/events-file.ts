import { sheetToCsv } from '../publishing/csv.ts';
import type { WorkspaceEvent } from '../store/events.ts';
import type { UnitNames } from './event-texts.ts';
import { eventTexts } from './event-texts.ts';

/** The audit trail as a file for others: without the names of those who did what it tells. */
export function eventsFile(events: readonly WorkspaceEvent[], names: UnitNames): Buffer {
  return sheetToCsv({
    columns: ['När (UTC)', 'Vad'],
    rows: events.map((event) => [event.at.slice(0, 19).replace('T', ' '), eventTexts(event, names).sv]),
  });
}
