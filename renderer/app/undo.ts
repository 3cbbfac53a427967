/** One step that can be taken back: what it is called, and what brings the state before it. */
export interface Step<Inverse> {
  /** As it stands after "Ångra": "slå ihop enheter". */
  readonly label: string;
  readonly inverse: Inverse;
}

/** Steps that were taken and steps that were taken back, each newest last. */
export interface Steps<Inverse> {
  readonly done: readonly Step<Inverse>[];
  readonly undone: readonly Step<Inverse>[];
}

export type StepAction<Inverse> =
  | { readonly kind: 'did'; readonly step: Step<Inverse> }
  /** The newest step was taken back; `redo` brings it again, null where nothing can. */
  | { readonly kind: 'undid'; readonly redo: Inverse | null }
  | { readonly kind: 'redid'; readonly undo: Inverse | null }
  | { readonly kind: 'forgot' };

const mostSteps = 200;

export const noSteps = { done: [], undone: [] };

export function reduceSteps<Inverse>(steps: Steps<Inverse>, action: StepAction<Inverse>): Steps<Inverse> {
  const { done, undone } = steps;
  switch (action.kind) {
    case 'did':
      return { done: [...done, action.step].slice(-mostSteps), undone: [] };
    case 'undid':
      return { done: done.slice(0, -1), undone: moved(undone, done.at(-1), action.redo) };
    case 'redid':
      return { done: moved(done, undone.at(-1), action.undo), undone: undone.slice(0, -1) };
    case 'forgot':
      return done.length + undone.length === 0 ? steps : noSteps;
  }
}

function moved<Inverse>(
  onto: readonly Step<Inverse>[],
  step: Step<Inverse> | undefined,
  inverse: Inverse | null,
): readonly Step<Inverse>[] {
  return step === undefined || inverse === null ? onto : [...onto, { label: step.label, inverse }];
}
