import { Button } from '@mantine/core';
import type { Categories } from '../../core/api.ts';
import { usePlace } from '../app/window.tsx';
import { useDrawConclusion } from '../shared/draw-conclusion.ts';
import { Figure } from '../shared/figure/Figure.tsx';
import { VerdictMark } from '../shared/VerdictMark.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import { UnitRows } from './UnitRows.tsx';

/** The chosen item: what it asks, what has happened, how the answers fall, and where the units stand. */
export function ItemPanel({
  categories,
  item,
}: {
  readonly categories: Categories;
  readonly item: NonNullable<Categories['item']>;
}) {
  const t = useTexts();
  const say = useSaid();
  const { go } = usePlace();
  const { subject } = categories;
  const conclusion = useDrawConclusion(categories);
  const made = conclusion.made(item.code);
  // In the measure of the figure beside it.
  const change = categories.rows.find(({ code }) => code === item.code)?.change ?? item.change;
  const said = [change?.sentence, item.dontKnowSentence].flatMap((sentence) =>
    sentence === undefined || sentence === null ? [] : [say(sentence)],
  );
  return (
    <>
      <h2 id="categories-panel" className="panel-title" tabIndex={-1}>
        {say(item.name)}
      </h2>
      <p className="categories-definition">{item.definition}</p>
      {change !== null && (
        <p className="categories-said">
          <VerdictMark mark={change.mark} decorative />
          <span>{said.join(' ')}</span>
        </p>
      )}
      <Figure
        kind="distribution"
        title={t('categories:distribution')}
        options={{ item: item.code }}
        choice={{ units: [subject.unit] }}
        caption={false}
      />
      {item.units.length > 0 && <UnitRows categories={categories} item={item} />}
      <div className="categories-ways">
        <Button
          variant="default"
          onClick={() => {
            go('compare', { row: item.code });
          }}
        >
          {t('categories:compare')}
        </Button>
        {made === null ? (
          <Button
            disabled={!conclusion.isReady}
            onClick={() => {
              conclusion.draw(item, said.join(' '));
            }}
          >
            {t('categories:conclude')}
          </Button>
        ) : (
          <Button
            onClick={() => {
              go('conclusions', { conclusion: String(made.id) });
            }}
          >
            {t('categories:openConclusion', { number: made.number })}
          </Button>
        )}
      </div>
    </>
  );
}
