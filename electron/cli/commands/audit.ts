import type { WorkspaceEvent } from '../../store/events.ts';
import type { UnitNames } from '../../workbench/event-texts.ts';
import { eventTexts, unitNamesOf } from '../../workbench/event-texts.ts';
import { eventsFile } from '../../workbench/events-file.ts';
import { writeFileWhole } from '../../publishing/write-file.ts';
import { withReader } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { noPositionals, text, userPath, workspacePath } from '../options.ts';
import { table } from '../table.ts';

/** `audit`: who did what and when. What is written to a file is without the names of persons. */
export const audit: Command = {
  name: 'audit',
  usage: '--in ARBETSFIL [--out FIL.csv] [--json]',
  summary: 'Visar arbetsfilens logg: vem som gjort vad och när; --out skriver den utan personnamn.',
  options: { in: { type: 'string' }, out: { type: 'string' } },
  async run(positionals, options) {
    noPositionals(positionals);
    const { events, names } = withReader(workspacePath(options), (reader) => ({
      events: reader.events(),
      names: unitNamesOf(reader),
    }));
    const out = text(options, 'out');
    if (out === null) return { json: { events }, text: eventsText(events, names) };
    const file = userPath(out);
    await writeFileWhole(file, eventsFile(events, names));
    return { json: { file, events: events.length }, text: `Loggen är sparad i ${file}, utan personnamn.` };
  },
};

function eventsText(events: readonly WorkspaceEvent[], names: UnitNames): string {
  if (events.length === 0) return 'Loggen är tom.';
  const rows = events.map((event) => [
    event.at.slice(0, 16).replace('T', ' '),
    event.person,
    eventTexts(event, names).sv,
  ]);
  return table([['När (UTC)', 'Vem', 'Vad'], ...rows]);
}
