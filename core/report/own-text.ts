import type { BlockDraft } from './draft.ts';
import type { LiveNumberChoice } from './live-numbers.ts';
import type { LiveNumber, Run } from './report.ts';
import type { OwnBlock, OwnRun } from './settings.ts';

/** Stands for a live number that the data no longer has. */
export const missingLiveNumber = '-';

/** The analyst's own text with its live numbers written out; empty paragraphs and points are left out. */
export function ownBlocks(
  section: string,
  blocks: readonly OwnBlock[],
  numbers: ReadonlyMap<LiveNumber, LiveNumberChoice>,
): BlockDraft[] {
  const runsOf = (runs: readonly OwnRun[]): Run[] =>
    runs.flatMap((run): Run[] => {
      if ('live' in run) {
        const live = run.live as LiveNumber;
        return [{ text: numbers.get(live)?.text ?? missingLiveNumber, live }];
      }
      if (run.text === '') return [];
      return [
        { text: run.text, ...(run.bold && { bold: run.bold }), ...(run.italic && { italic: run.italic }) },
      ];
    });
  return blocks.flatMap((block, at): BlockDraft[] => {
    const id = `${section}:own:${at + 1}`;
    if (block.kind === 'paragraph') {
      const runs = runsOf(block.runs);
      return runs.length === 0 ? [] : [{ kind: 'paragraph', id, origin: 'own', runs }];
    }
    const items = block.items.map(runsOf).filter((runs) => runs.length > 0);
    return items.length === 0 ? [] : [{ kind: 'list', id, origin: 'own', ordered: block.ordered, items }];
  });
}
