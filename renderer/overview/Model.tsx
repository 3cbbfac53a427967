import type { Overview } from '../../core/api.ts';
import { FigurePanel } from '../shared/figure/FigurePanel.tsx';
import { shown, useNumbers } from '../shared/numbers.ts';
import { VerdictMark } from '../shared/VerdictMark.tsx';
import { usePlace } from '../app/window.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import type { Scale } from '../shared/scale.ts';
import { scaleOver } from '../shared/scale.ts';
import { ScaleFoot, ScaleRow } from '../shared/ScaleRow.tsx';

type Part = Overview['model'][number];

/** Dimensions and categories with their change since the year before. */
export function Model({ overview }: { readonly overview: Overview }) {
  const t = useTexts();
  const say = useSaid();
  const numbers = useNumbers();
  const { go } = usePlace();
  const { model, since, subject } = overview;
  const scale = scaleOver(model.flatMap(({ values }) => values.slice(0, 2).map(({ value }) => value)));
  const title =
    since === null
      ? t('overview:model.titleOne', { year: subject.year })
      : t('overview:model.title', { from: since, to: subject.year });
  return (
    <FigurePanel
      className="model"
      title={title}
      base={t('overview:model.base')}
      kind="model"
      choice={{ units: [subject.unit] }}
    >
      <table className="scale-table compact">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('overview:model.part')}</th>
            <td />
            <th scope="col">{t('overview:standing.value')}</th>
            <th scope="col">{t('overview:model.change')}</th>
          </tr>
        </thead>
        <tbody>
          {model.map((part) => (
            <tr key={part.code} data-kind={part.kind}>
              <th scope="row">
                <button
                  type="button"
                  className="row-link"
                  onClick={() => {
                    go('categories', { [part.kind]: part.code });
                  }}
                >
                  {say(part.name)}
                </button>
              </th>
              <td aria-hidden className="scale-cell">
                {scale !== null && (
                  <ScaleRow scale={scale} height={27}>
                    <Dumbbell part={part} scale={scale} />
                  </ScaleRow>
                )}
              </td>
              <td className="number">
                <strong>
                  {part.values[0] === undefined ? '-' : shown(part.values[0], numbers.percentNumber)}
                </strong>
              </td>
              <td className="number change-cell">
                {part.change !== null && (
                  <>
                    <VerdictMark mark={part.change.mark} />{' '}
                    {numbers.percentDifference(part.change.difference)}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
        {scale !== null && <ScaleFoot scale={scale} after={2} />}
      </table>
    </FigurePanel>
  );
}

/** Newest as the larger dot; the line between is thick and coloured only where the change is sure. */
function Dumbbell({ part, scale }: { readonly part: Part; readonly scale: Scale }) {
  const now = part.values[0]?.value ?? null;
  const before = part.change === null ? null : (part.values[1]?.value ?? null);
  const isSure = part.change?.verdict === 'risen' || part.change?.verdict === 'fallen';
  const colour = part.change?.verdict === 'fallen' ? 'var(--fallen)' : 'var(--accent)';
  return (
    <>
      {now !== null && before !== null && (
        <line
          x1={`${scale.at(before)}%`}
          x2={`${scale.at(now)}%`}
          y1="13.5"
          y2="13.5"
          stroke={isSure ? colour : 'var(--control-border)'}
          strokeWidth={isSure ? 2.5 : 1}
        />
      )}
      {before !== null && <circle cx={`${scale.at(before)}%`} cy="13.5" r="4" fill="var(--year-2)" />}
      {now !== null && (
        <circle cx={`${scale.at(now)}%`} cy="13.5" r="5.5" fill="var(--year-1)" stroke="var(--surface)" />
      )}
    </>
  );
}
