import type { ReactNode } from 'react';
import { useState } from 'react';
import { useCall } from '../../machine/queries.ts';
import { Deferred, fetched } from '../fetched.ts';
import { Answer, LoadingState } from '../states.tsx';
import type { FigureProps } from './Figure.tsx';
import { isFigureSpec, useFigureInput } from './Figure.tsx';
import './figure.css';
import { FigureDialogButton } from './FigureDialogButton.tsx';

/** They come with what draws figures, which a panel itself can do without. */
const panelTools = fetched(() => import('./PanelTools.tsx'));
const panelTable = fetched(() => import('./PanelTable.tsx'));

/**
 * What a screen draws of a figure in short, with the toolbar of four that every figure has: the table in place of the
 * drawing, the explanation, the copy and the files are those of the whole figure. It is asked for with the first of them.
 */
export function FigurePanel({
  className,
  title,
  base,
  beside,
  kind,
  options = {},
  choice: own = {},
  children,
}: Pick<FigureProps, 'kind' | 'options' | 'choice'> & {
  readonly className: string;
  readonly title: string;
  /** The line under the title: measure, scale, whose answers. */
  readonly base: ReactNode;
  /** Stands beside the tools: a key, other figures of the same. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) {
  const input = useFigureInput({ kind, options, choice: own });
  const [isTable, setIsTable] = useState(false);
  const query = useCall('figure.get', input, { enabled: isTable });
  return (
    <section className={className}>
      <div className="figure-head">
        <div>
          <h2 className="section-title">{title}</h2>
          <p className="figure-base">{base}</p>
        </div>
        {beside}
        <div className="figure-tools">
          <FigureDialogButton name={title} kind={kind} options={options} choice={own} />
          <Deferred
            code={panelTools}
            props={{
              name: title,
              input,
              isTable,
              onToggleTable: () => {
                setIsTable(!isTable);
              },
            }}
            waiting={null}
          />
        </div>
      </div>
      {isTable ? (
        <Answer query={query}>
          {(spec) =>
            isFigureSpec(spec) ? (
              <Deferred code={panelTable} props={{ spec, label: title }} waiting={<LoadingState />} />
            ) : null
          }
        </Answer>
      ) : (
        children
      )}
    </section>
  );
}
