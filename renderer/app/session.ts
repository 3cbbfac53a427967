import type { CallName, Choice, FileId, Inverse, WorkspaceId } from '../../core/api.ts';
import { isCallName } from '../../core/api.ts';
import type { Machine } from '../machine/client.ts';
import type { ChoiceAction } from './choice.ts';
import { reduceChoice } from './choice.ts';
import type { Place, PlaceAction, Places } from './places.ts';
import { reducePlaces, startAt } from './places.ts';
import type { Store } from './store.ts';
import { createStore } from './store.ts';
import type { StepAction, Steps } from './undo.ts';
import { noSteps, reduceSteps } from './undo.ts';

/** What takes a step back: the choice as it was, or a call that the machine gave for it. */
export type StepInverse =
  | { readonly kind: 'choice'; readonly choice: Choice }
  | { readonly kind: 'change'; readonly call: CallName; readonly input: unknown };

/** A file that was dropped on the window or opened with it, and waits for the screen that takes it. */
export interface HandedIn {
  readonly fileId: FileId;
  readonly fileName: string;
}

/** What the window holds of one open workspace: where it stands, what is looked at, what can be undone. */
export interface SessionState {
  readonly choice: Choice;
  readonly places: Places;
  readonly steps: Steps<StepInverse>;
  readonly handedIn: readonly HandedIn[];
}

export type SessionAction =
  | { readonly kind: 'place'; readonly action: PlaceAction }
  | { readonly kind: 'step'; readonly action: StepAction<StepInverse> }
  /** Chooses anew; `label` says what undoing it does. */
  | { readonly kind: 'choose'; readonly action: ChoiceAction; readonly label: string }
  /** Files for the import screen, or for the report where they are Word files; it opens. */
  | { readonly kind: 'hand-in'; readonly files: readonly HandedIn[] }
  /** The screen has taken the files over. */
  | { readonly kind: 'taken' }
  /** The choice alone, as undo and redo set it. */
  | { readonly kind: 'set-choice'; readonly choice: Choice };

export function reduceSession(state: SessionState, action: SessionAction): SessionState {
  switch (action.kind) {
    case 'place': {
      const places = reducePlaces(state.places, action.action);
      return places === state.places ? state : { ...state, places };
    }
    case 'step':
      return { ...state, steps: reduceSteps(state.steps, action.action) };
    case 'choose': {
      const choice = reduceChoice(state.choice, action.action);
      if (choice === state.choice) return state;
      const inverse: StepInverse = { kind: 'choice', choice: state.choice };
      const step = { label: action.label, inverse };
      return { ...state, choice, steps: reduceSteps(state.steps, { kind: 'did', step }) };
    }
    case 'hand-in': {
      const screen = action.files.every(isWordReport) ? 'report' : 'import';
      const go: PlaceAction = { kind: 'go', to: { screen, params: {} } };
      return {
        ...state,
        // The report that is looked at is the one that a Word file is about.
        places:
          screen === 'report' && state.places.now.screen === screen
            ? state.places
            : reducePlaces(state.places, go),
        handedIn: [...state.handedIn, ...action.files],
      };
    }
    case 'taken':
      return state.handedIn.length === 0 ? state : { ...state, handedIn: [] };
    case 'set-choice':
      return { ...state, choice: action.choice };
  }
}

/** True for a Word file: a report that was written earlier, and no answers. */
export function isWordReport({ fileName }: HandedIn): boolean {
  return /\.docx$/i.test(fileName);
}

/** One open workspace as the screens know it. */
export interface Session {
  readonly workspaceId: WorkspaceId;
  readonly store: Store<SessionState, SessionAction>;
}

export function startSession(workspaceId: WorkspaceId, choice: Choice, place: Place): Session {
  return {
    workspaceId,
    store: createStore(reduceSession, { choice, places: startAt(place), steps: noSteps, handedIn: [] }),
  };
}

/** The machine's way back from a change, as a step's inverse; null where it gave none that this window knows. */
export function inverseOf(inverse: Inverse): StepInverse | null {
  return inverse !== null && isCallName(inverse.call)
    ? { kind: 'change', call: inverse.call, input: inverse.input }
    : null;
}

/** Sessions in which a step is being taken: a second one waits its turn. */
const busy = new WeakSet<Session>();

/**
 * Takes the newest step back, or takes it again. Gives what kind of step it was, null where there was none or another is
 * still on its way. @throws MachineProblem when the machine refuses: the step then stays where it is
 */
export async function takeStep(
  session: Session,
  machine: Machine,
  direction: 'undo' | 'redo',
): Promise<StepInverse['kind'] | null> {
  const { store } = session;
  const { steps, choice } = store.get();
  const step = (direction === 'undo' ? steps.done : steps.undone).at(-1);
  if (step === undefined || busy.has(session)) return null;
  busy.add(session);
  try {
    const back = await carriedOut(step.inverse, choice, store, machine);
    store.dispatch({
      kind: 'step',
      action: direction === 'undo' ? { kind: 'undid', redo: back } : { kind: 'redid', undo: back },
    });
    return step.inverse.kind;
  } finally {
    busy.delete(session);
  }
}

/** Does what an inverse says, and gives the inverse of that. */
async function carriedOut(
  inverse: StepInverse,
  choice: Choice,
  store: Session['store'],
  machine: Machine,
): Promise<StepInverse | null> {
  if (inverse.kind === 'choice') {
    store.dispatch({ kind: 'set-choice', choice: inverse.choice });
    return { kind: 'choice', choice };
  }
  const answer = await machine.carryOut(inverse.call, inverse.input);
  return inverseOf(answer);
}
