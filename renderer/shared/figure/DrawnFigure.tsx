import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { use, useId, useState } from 'react';
import type { InputOf } from '../../../core/api.ts';
import type { FigureSpec } from '../../../core/figures/figure.ts';
import { captionText } from '../../../core/figures/frame-texts.ts';
import { figureAltText, figureExplanation, figureTable } from '../../../core/figures/index.ts';
import Chart from './Chart.tsx';
import { drawingOf } from './drawing.ts';
import type { FigureProps } from './Figure.tsx';
import { FigureTableView } from './FigureTableView.tsx';
import { FigureToolbar } from './FigureToolbar.tsx';
import { fontsLoaded } from './text-width.ts';

const fonts = fontsLoaded();

/** A figure that has come from the machine, drawn. */
export default function DrawnFigure({
  spec,
  input,
  height,
  title = spec.title,
  caption = true,
  onPick,
}: Omit<FigureProps, 'kind' | 'options' | 'choice'> & {
  readonly spec: FigureSpec;
  readonly input: InputOf<'figure.get'>;
}) {
  use(fonts);
  const titleId = useId();
  const theme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const { ref, width } = useElementSize();
  const [isTable, setIsTable] = useState(false);
  const [hit, setHit] = useState<{ name: string; x: number; y: number } | null>(null);
  const drawing = width === 0 ? null : drawingOf(spec, { width, height, theme });

  return (
    <figure className="figure" aria-labelledby={titleId}>
      <div className="figure-head">
        <div>
          <h2 className="section-title" id={titleId}>
            {title}
          </h2>
          <p className="figure-base">{spec.base}</p>
        </div>
        <FigureToolbar
          name={title}
          figure={() => Promise.resolve(spec)}
          input={input}
          explanation={[...figureExplanation(spec), ...(caption ? [] : [captionText(spec)])]}
          isTable={isTable}
          onToggleTable={() => {
            setIsTable(!isTable);
          }}
        />
      </div>
      <div className="figure-body" ref={ref}>
        {isTable ? (
          <FigureTableView table={figureTable(spec)} label={title} />
        ) : (
          drawing !== null && (
            <div role="img" aria-label={figureAltText(spec)} className="figure-drawing">
              <Chart {...drawing} onPick={onPick} onPoint={setHit} />
              {hit !== null && (
                <span className="figure-hit" style={{ left: hit.x, top: hit.y }} aria-hidden>
                  {hit.name}
                </span>
              )}
            </div>
          )
        )}
      </div>
      {caption && <figcaption className="figure-caption">{captionText(spec)}</figcaption>}
    </figure>
  );
}
