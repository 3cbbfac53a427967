import { Button, Textarea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { PriorityList } from '../../core/api.ts';
import { reasonKinds } from '../../core/insights/reasons.ts';
import { useChoice, usePlace } from '../app/window.tsx';
import { shown, useNumbers } from '../shared/numbers.ts';
import { Hidden } from '../shared/states.tsx';
import { VerdictMark } from '../shared/VerdictMark.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import { useDrawConclusion } from '../shared/draw-conclusion.ts';

/** Why the item stands where it does, how it stands in the units, and a draft to make a conclusion of. */
export function PriorityPanel({
  list,
  row,
}: {
  readonly list: PriorityList;
  readonly row: PriorityList['rows'][number];
}) {
  const t = useTexts();
  const say = useSaid();
  const { go } = usePlace();
  const { choice } = useChoice();
  const numbers = useNumbers();
  const draw = useDrawConclusion(list);
  const [draft, setDraft] = useState(row.draft);
  const [made] = row.conclusions;
  const write = choice.measure === 'mean' ? numbers.mean : numbers.percent;
  return (
    <aside className="priorities-panel" aria-labelledby="priority-title">
      <p className="priorities-category">
        {t('priorities:place', { category: say(row.category.name), rank: row.rank, items: list.items })}
      </p>
      <h2 id="priority-title" className="panel-title">
        <button
          type="button"
          className="link"
          onClick={() => {
            go('categories', { item: row.code });
          }}
        >
          {say(row.name)}
        </button>
      </h2>
      <p className="priorities-definition">{row.definition}</p>

      <h3 className="section-title">{t('priorities:why')}</h3>
      <ul className="priorities-why">
        {reasonKinds.map((kind) => {
          const { held, sentence } = row.reasons[kind];
          return (
            <li key={kind} data-held={held}>
              <strong>{t(`priorities:reasons.${kind}`)}.</strong> {say(sentence)}
            </li>
          );
        })}
      </ul>

      {row.units.length > 0 && (
        <>
          <h3 className="section-title">{t('priorities:inUnits')}</h3>
          <table className="plain-table">
            <tbody>
              {[...row.units]
                .sort((a, b) => (a[choice.measure].value ?? Infinity) - (b[choice.measure].value ?? Infinity))
                .map((unit) => {
                  const value = unit[choice.measure];
                  return (
                    <tr key={unit.unit}>
                      <th scope="row">{unit.name}</th>
                      <td className="priorities-mark">
                        {unit.change !== null && <VerdictMark mark={unit.change.mark} />}
                      </td>
                      <td className="number">
                        {value.hidden === null ? shown(value, write) : <Hidden reason={value.hidden} />}
                      </td>
                    </tr>
                  );
                })}
            </tbody>
          </table>
        </>
      )}

      {made === undefined ? (
        <>
          <Textarea
            className="priorities-draft"
            label={t('priorities:draft')}
            autosize
            minRows={5}
            maxRows={12}
            value={draft}
            onChange={(event) => {
              setDraft(event.currentTarget.value);
            }}
          />
          <Button
            fullWidth
            leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
            disabled={!draw.isReady}
            onClick={() => {
              draw.draw(row, draft);
            }}
          >
            {t('priorities:make')}
          </Button>
        </>
      ) : (
        <Button
          fullWidth
          variant="default"
          onClick={() => {
            go('conclusions', { conclusion: String(made.id) });
          }}
        >
          {t('priorities:open', { number: made.number })}
        </Button>
      )}
    </aside>
  );
}
