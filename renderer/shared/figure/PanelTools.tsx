import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InputOf } from '../../../core/api.ts';
import { captionText } from '../../../core/figures/frame-texts.ts';
import { figureExplanation } from '../../../core/figures/index.ts';
import { useMachine } from '../../machine/machine.tsx';
import { callQuery, useCall } from '../../machine/queries.ts';
import { isFigureSpec } from './Figure.tsx';
import { FigureToolbar } from './FigureToolbar.tsx';

/** The toolbar of a panel: its figure is asked for when a tool is used. */
export default function PanelTools({
  name,
  input,
  isTable,
  onToggleTable,
}: {
  readonly name: string;
  readonly input: InputOf<'figure.get'>;
  readonly isTable: boolean;
  readonly onToggleTable: () => void;
}) {
  const machine = useMachine();
  const queries = useQueryClient();
  const [isExplained, setIsExplained] = useState(false);
  const { data: spec } = useCall('figure.get', input, { enabled: isExplained });
  return (
    <FigureToolbar
      name={name}
      input={input}
      figure={async () => {
        const figure = await queries.query(callQuery(machine, 'figure.get', input));
        if (!isFigureSpec(figure)) throw new Error('The machine gave a figure of an unknown kind.');
        return figure;
      }}
      explanation={
        spec !== undefined && isFigureSpec(spec) ? [...figureExplanation(spec), captionText(spec)] : null
      }
      onExplain={() => {
        setIsExplained(true);
      }}
      isTable={isTable}
      onToggleTable={onToggleTable}
    />
  );
}
