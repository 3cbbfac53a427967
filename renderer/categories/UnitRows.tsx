import type { Categories } from '../../core/api.ts';
import { useChoice, useWorkspace } from '../app/window.tsx';
import { shown, useNumbers } from '../shared/numbers.ts';
import { scaleOver } from '../shared/scale.ts';
import { ScaleRow } from '../shared/ScaleRow.tsx';
import { Hidden } from '../shared/states.tsx';
import { VerdictMark } from '../shared/VerdictMark.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';

type Item = NonNullable<Categories['item']>;

/** The item in the units right under the one looked at; the upright line is that one. */
export function UnitRows({ categories, item }: { readonly categories: Categories; readonly item: Item }) {
  const t = useTexts();
  const say = useSaid();
  const numbers = useNumbers();
  const { choice } = useChoice();
  const { scale: ends } = useWorkspace().summary.instrument;
  const isMean = choice.measure === 'mean';
  const write = isMean ? numbers.mean : numbers.percent;
  const { subject, tree } = categories;
  const ownResult = tree.find(({ kind, code }) => kind === 'item' && code === item.code)?.value;
  const own = ownResult?.value ?? null;
  const values = item.units.map((unit) => unit[choice.measure]);
  const scale = scaleOver(
    [own, ...values.flatMap(({ value, ciLow, ciHigh }) => [value, ciLow, ciHigh])],
    isMean
      ? { least: ends.min, most: ends.max, step: 0.25, width: 120 }
      : { least: 0, most: 100, step: 5, width: 120 },
  );
  return (
    <section>
      <h3 className="section-title">{t('categories:units.title', { year: subject.year })}</h3>
      <p className="categories-base">
        {t(isMean ? 'categories:units.mean' : 'categories:units.percent', {
          name: subject.name,
          value: ownResult === undefined ? write(null) : shown(ownResult, write),
        })}
      </p>
      <table className="plain-table categories-units">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('categories:unit')}</th>
            <td />
            <th scope="col">{t('categories:units.rest')}</th>
            <th scope="col">{t('categories:value')}</th>
          </tr>
        </thead>
        <tbody>
          {item.units.map((unit) => {
            const estimate = unit[choice.measure];
            const { value, ciLow, ciHigh, hidden } = estimate;
            return (
              <tr key={unit.unit} className={hidden === null ? '' : 'dimmed'}>
                <th scope="row">{unit.name}</th>
                <td aria-hidden className="categories-scale">
                  {scale !== null && (
                    <ScaleRow scale={{ ...scale, ticks: [] }} height={22}>
                      {own !== null && (
                        <line
                          x1={`${scale.at(own)}%`}
                          x2={`${scale.at(own)}%`}
                          y1="0"
                          y2="22"
                          stroke="var(--text)"
                        />
                      )}
                      {ciLow !== null && ciHigh !== null && (
                        <line
                          x1={`${scale.at(ciLow)}%`}
                          x2={`${scale.at(ciHigh)}%`}
                          y1="11"
                          y2="11"
                          stroke="var(--control-border)"
                          strokeWidth="1.4"
                        />
                      )}
                      {value !== null && (
                        <circle
                          cx={`${scale.at(value)}%`}
                          cy="11"
                          r="4.5"
                          fill="var(--accent)"
                          stroke="var(--surface)"
                        />
                      )}
                    </ScaleRow>
                  )}
                </td>
                <td title={unit.change === null ? undefined : say(unit.change.sentence)}>
                  {unit.change !== null && hidden === null && <VerdictMark mark={unit.change.mark} />}
                </td>
                <td className="number">
                  {hidden === null ? shown(estimate, write) : <Hidden reason={hidden} />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
