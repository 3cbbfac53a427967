import type { Categories } from '../../core/api.ts';
import { useChoice } from '../app/window.tsx';
import { shown, useNumbers } from '../shared/numbers.ts';
import { Hidden } from '../shared/states.tsx';
import { VerdictMark } from '../shared/VerdictMark.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import type { TreePart } from './place.ts';

/** A dimension or category: its own result, and its items with what they have done. */
export function PartPanel({
  categories,
  onChoose,
}: {
  readonly categories: Categories;
  readonly onChoose: (part: Pick<TreePart, 'kind' | 'code'>) => void;
}) {
  const t = useTexts();
  const say = useSaid();
  const numbers = useNumbers();
  const { choice } = useChoice();
  const { name, own, rows, since, subject } = categories;
  const labels = new Map(rows.flatMap(({ bars }) => bars.map(({ key, label }) => [key, label] as const)));
  const isMean = choice.measure === 'mean';
  return (
    <>
      <h2 id="categories-panel" className="panel-title" tabIndex={-1}>
        {say(name)}
      </h2>
      <table className="plain-table categories-own">
        <thead>
          <tr>
            <th scope="col">{t('categories:whole')}</th>
            <th scope="col" className="number">
              {t('categories:percent')}
            </th>
            <th scope="col" className="number">
              {t('categories:interval')}
            </th>
          </tr>
        </thead>
        <tbody>
          {own.map(({ key, percent }) => (
            <tr key={key}>
              <th scope="row">{labels.get(key) ?? key}</th>
              <td className="number">
                {percent.hidden === null ? (
                  <strong>{shown(percent, numbers.percentNumber)}</strong>
                ) : (
                  <Hidden reason={percent.hidden} />
                )}
              </td>
              <td className="number">
                {percent.ciLow === null
                  ? '-'
                  : `${numbers.percentNumber(percent.ciLow)}–${numbers.percentNumber(percent.ciHigh)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className="section-title">
        {since === null
          ? t('categories:itemsIn', { year: subject.year })
          : t('categories:itemsSince', { from: since, to: subject.year })}
      </h3>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('categories:item')}</th>
            <th scope="col" className="number">
              {t('categories:value')}
            </th>
            <th scope="col" className="number">
              {t('categories:change')}
            </th>
            <th scope="col" className="number">
              {t('categories:dontKnow')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const [newest] = row.bars;
            return (
              <tr key={row.code} title={row.change === null ? undefined : say(row.change.sentence)}>
                <th scope="row">
                  <button
                    type="button"
                    className="categories-item"
                    onClick={() => {
                      onChoose({ kind: 'item', code: row.code });
                    }}
                  >
                    {say(row.name)}
                  </button>
                </th>
                <td className="number">
                  {newest === undefined
                    ? '-'
                    : shown(newest[choice.measure], isMean ? numbers.mean : numbers.percent)}
                </td>
                <td className="number">
                  {row.change === null ? (
                    '-'
                  ) : (
                    <>
                      <VerdictMark mark={row.change.mark} />{' '}
                      {isMean
                        ? numbers.meanDifference(row.change.difference)
                        : numbers.percentDifference(row.change.difference)}
                    </>
                  )}
                </td>
                <td className="number">
                  {newest === undefined ? '-' : shown(newest.dontKnowPercent, numbers.share)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
