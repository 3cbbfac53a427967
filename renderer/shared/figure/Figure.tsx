import type { Choice, FigureKind, InputOf } from '../../../core/api.ts';
import type { FigureSpec } from '../../../core/figures/figure.ts';
import { figureKinds } from '../../../core/figures/figure.ts';
import type { ItemKey } from '../../../core/figures/scene.ts';
import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useMachine } from '../../machine/machine.tsx';
import { callQuery, useCall, useResultsInput } from '../../machine/queries.ts';
import { Deferred, fetched } from '../fetched.ts';
import { Answer, LoadingState } from '../states.tsx';
import './figure.css';

/** ECharts and the drawing of figures come with the first screen that has a figure, while the machine builds it. */
const drawnFigure = fetched(() => import('./DrawnFigure.tsx'));
drawnFigure.load().catch(() => undefined);

export type FigureOptions = InputOf<'figure.get'>['options'];

export interface FigureProps {
  readonly kind: FigureKind;
  /** What the figure shows beside the choice of the top bar: `category`, `item`, `sort`, `intervals`, `trail` … */
  readonly options?: FigureOptions;
  /** What differs from the choice of the top bar, such as one unit where all are chosen. */
  readonly choice?: Partial<Choice>;
  /** In px; as high as the figure wants to be unless given. */
  readonly height?: number;
  /** Instead of the figure's own title, where a short one is enough on the screen. */
  readonly title?: string;
  /** False where there is no room for the line under the figure: it then stands last in the explanation. */
  readonly caption?: boolean;
  /** A mark was clicked; `isAdding` with Ctrl. Give the same choice by keyboard in a list beside. */
  readonly onPick?: (key: ItemKey, isAdding: boolean) => void;
}

/** Of the place that is held until the figure is there, in px. */
const usualHeight = 320;

/**
 * A figure as the machine builds it: title, base line, the toolbar of four, the drawing (or its table), and the caption.
 * What is exported is the same figure.
 */
export function Figure({ kind, options = {}, choice: own = {}, ...shown }: FigureProps) {
  const input = useFigureInput({ kind, options, choice: own });
  const query = useCall('figure.get', input);
  const { height = usualHeight } = shown;
  return (
    <Answer query={query} height={height}>
      {(spec) =>
        isFigureSpec(spec) ? (
          <Deferred
            code={drawnFigure}
            props={{ spec, input, ...shown }}
            waiting={<LoadingState height={height} />}
          />
        ) : null
      }
    </Answer>
  );
}

type FigureWish = Pick<FigureProps, 'kind' | 'options' | 'choice'>;

/** What a figure is asked for with: the choice of the top bar, with what is the figure's own. */
export function useFigureInput({ kind, options = {}, choice: own = {} }: FigureWish): InputOf<'figure.get'> {
  const { workspaceId, choice } = useResultsInput();
  return { workspaceId, choice: { ...choice, ...own }, kind, options };
}

/** Asks for a figure that will stand inside what the screen still waits for, right after the screen has asked for that. */
export function useFigureAhead(wish: FigureWish): void {
  const machine = useMachine();
  const queries = useQueryClient();
  const input = useFigureInput(wish);
  useEffect(() => {
    // What goes wrong is shown where the figure stands.
    queries.query(callQuery(machine, 'figure.get', input)).catch(() => undefined);
  });
}

/** The machine makes specs of the very type; by its kind one is known again after its way as JSON. */
export function isFigureSpec(candidate: { readonly kind: string }): candidate is FigureSpec {
  return figureKinds.some((kind) => kind === candidate.kind);
}
