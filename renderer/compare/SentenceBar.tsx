import type { Compare } from '../../core/api.ts';
import { useToasts } from '../app/toasts.tsx';
import { usePlace, useWorkspace } from '../app/window.tsx';
import { useDrawConclusion } from '../shared/draw-conclusion.ts';
import { VerdictMark } from '../shared/VerdictMark.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import type { Row } from './rows.ts';
import { mainPair } from './rows.ts';

/** What can be said of the row pointed at, ready to be copied, and what can be done with it. */
export function SentenceBar({
  compare,
  row,
  pair,
}: {
  readonly compare: Compare;
  readonly row: Row;
  readonly pair: number;
}) {
  const t = useTexts();
  const say = useSaid();
  const toasts = useToasts();
  const change = row.changes[pair] ?? null;
  const sentence =
    change === null || pair === mainPair(compare)
      ? say(row.sentence)
      : t('compare:sentenceOf', {
          item: say(row.name),
          pair: compare.pairs[pair]?.label ?? '',
          sentence: say(change.sentence),
        });
  const copy = async (): Promise<void> => {
    const isCopied = await navigator.clipboard.writeText(sentence).then(
      () => true,
      () => false,
    );
    toasts.dispatch({
      kind: 'show',
      toast: {
        kind: isCopied ? 'done' : 'problem',
        text: t(isCopied ? 'compare:copied' : 'compare:notCopied'),
        action: null,
      },
    });
  };
  return (
    <div className="compare-bar">
      {change !== null && <VerdictMark mark={change.mark} decorative />}
      <p aria-live="polite" className="compare-sentence">
        {sentence}
      </p>
      <button type="button" className="link" onClick={() => void copy()}>
        {t('compare:copy')}
      </button>
      <RowWays compare={compare} row={row} sentence={sentence} />
    </div>
  );
}

function RowWays({
  compare,
  row,
  sentence,
}: {
  readonly compare: Compare;
  readonly row: Row;
  readonly sentence: string;
}) {
  const t = useTexts();
  const { go } = usePlace();
  const { dimensions } = useWorkspace().summary.instrument;
  const conclusion = useDrawConclusion(compare);
  if (row.kind === 'maturity') return null;
  if (row.kind !== 'item')
    return (
      <button
        type="button"
        className="link"
        onClick={() => {
          go('categories', { [row.kind]: row.code });
        }}
      >
        {t(row.kind === 'category' ? 'compare:openCategory' : 'compare:openDimension')}
      </button>
    );
  const item = dimensions
    .flatMap(({ categories }) => categories.flatMap(({ items }) => items))
    .find(({ code }) => code === row.code);
  if (item === undefined) return null;
  const made = conclusion.made(item.code);
  return (
    <>
      <button
        type="button"
        className="link"
        onClick={() => {
          go('categories', { item: item.code });
        }}
      >
        {t('compare:openItem')}
      </button>
      {made === null ? (
        <button
          type="button"
          className="link"
          disabled={!conclusion.isReady}
          onClick={() => {
            conclusion.draw(item, sentence);
          }}
        >
          {t('compare:conclude')}
        </button>
      ) : (
        <button
          type="button"
          className="link"
          onClick={() => {
            go('conclusions', { conclusion: String(made.id) });
          }}
        >
          {t('compare:openConclusion', { number: made.number })}
        </button>
      )}
    </>
  );
}
