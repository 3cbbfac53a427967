import type { ReactNode } from 'react';
import type { OutputOf } from '../../core/api.ts';
import type { OwnBlock, OwnRun } from '../../core/report/settings.ts';
import { useTexts } from '../texts/texts.ts';

/** Own text as it is read in the report, with a chip where a number follows the data. */
export function OwnTextAsRead({
  blocks,
  numbers,
}: {
  readonly blocks: readonly OwnBlock[];
  readonly numbers: OutputOf<'report.get'>['liveNumbers'];
}) {
  const t = useTexts();
  const byKey = new Map(numbers.map((number) => [number.live, number]));
  const read = (runs: readonly OwnRun[]): ReactNode[] =>
    runs.map((run, at) => {
      if ('live' in run) {
        const number = byKey.get(run.live);
        return (
          <span key={at} className="report-chip" title={number?.label ?? t('report:numberGone')}>
            {number?.text ?? '-'}
          </span>
        );
      }
      const text = run.italic === true ? <em>{run.text}</em> : run.text;
      return run.bold === true ? <strong key={at}>{text}</strong> : <span key={at}>{text}</span>;
    });
  return (
    <div className="report-as-read" role="group" aria-label={t('report:asRead')}>
      {blocks.map((block, at) => {
        if (block.kind === 'paragraph') return <p key={at}>{read(block.runs)}</p>;
        const List = block.ordered ? 'ol' : 'ul';
        return (
          <List key={at}>
            {block.items.map((runs, place) => (
              <li key={place}>{read(runs)}</li>
            ))}
          </List>
        );
      })}
    </div>
  );
}
