import { tableOf, textCell } from '../cells.ts';
import type { BlockDraft } from '../draft.ts';
import type { ReportContext, TrailLine } from '../input.ts';
import { words } from '../words.ts';

/** As many as somebody reads; the workspace's own log has them all. */
const mostLines = 40;

/** What has been done to the answers, units and limits that the report rests on; null where nothing is known. */
export function trailTable({ settings: { language }, trail }: ReportContext): BlockDraft | null {
  if (trail.length === 0) return null;
  const say = words[language];
  const lines = told(trail, language, (text, times) => (times === 1 ? text : say.repeated(text, times)));
  const left = Math.max(0, lines.length - mostLines);
  return {
    kind: 'table',
    id: 'method:trail',
    caption: say.trail,
    note: say.trailNote(left),
    table: tableOf(
      [
        [say.date, 'text'],
        [say.done, 'text'],
      ],
      lines.slice(left).map(({ date, text }) => [textCell(date), textCell(text)]),
    ),
  };
}

/** The same done several times on a day is one line. */
function told(
  trail: readonly TrailLine[],
  language: keyof TrailLine['text'],
  repeated: (text: string, times: number) => string,
): { readonly date: string; readonly text: string }[] {
  const days = Map.groupBy(trail, ({ date, text }) => `${date} ${text[language]}`);
  return [...days.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined
      ? []
      : [{ date: first.date, text: repeated(first.text[language], same.length) }];
  });
}
