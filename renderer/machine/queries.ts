import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CallName, Choice, InputOf, Inverse, OutputOf, WorkspaceId } from '../../core/api.ts';
import { inverseOf, takeStep } from '../app/session.ts';
import { useToasts } from '../app/toasts.tsx';
import { useChoice, useWorkspace } from '../app/window.tsx';
import { pageLanguage, problemIn } from '../texts/machine-texts.ts';
import { useSaid, useTexts } from '../texts/texts.ts';
import type { CallOptions, Machine } from './client.ts';
import { MachineProblem } from './client.ts';
import { useMachine } from './machine.tsx';

/** Answers hold until something changes: the machine says so, and every change of the window does. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 10 * 60 * 1000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // There is no network: a query must not wait for one.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** What an answer of the machine is known by, and how it is fetched. */
export function callQuery<Name extends CallName>(machine: Machine, name: Name, input: InputOf<Name>) {
  return {
    queryKey: [name, input],
    queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<OutputOf<Name>> =>
      machine.call(name, input, { signal }),
  };
}

/** An answer of the machine. While another is fetched, the one before stays (`isPlaceholderData`). */
export function useCall<Name extends CallName>(
  name: Name,
  input: InputOf<Name>,
  { enabled = true }: { readonly enabled?: boolean } = {},
): UseQueryResult<OutputOf<Name>> {
  const machine = useMachine();
  return useQuery<OutputOf<Name>>({
    ...callQuery(machine, name, input),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** The workspace and the choice that every call for results is asked with. */
export function useResultsInput(): { readonly workspaceId: WorkspaceId; readonly choice: Choice } {
  const { workspaceId } = useWorkspace().session;
  const { choice } = useChoice();
  return { workspaceId, choice };
}

/** The calls that change something and tell how it is taken back. */
export type ChangeCallName = {
  [Name in CallName]: OutputOf<Name> extends { inverse: Inverse } ? Name : never;
}[CallName];

/**
 * A change: what it did can be undone from then on, everything shown is fetched anew, and a message offers to undo.
 * A refusal is shown as a message too, and `onError` of the call is told.
 */
export function useChange<Name extends ChangeCallName>(
  name: Name,
  {
    quiet = false,
    callOptions,
  }: {
    readonly quiet?: boolean;
    /** Made anew for each call: a signal to cancel it by, and a listener to its progress. */
    readonly callOptions?: () => CallOptions;
  } = {},
): UseMutationResult<OutputOf<Name>, Error, InputOf<Name>> {
  const machine = useMachine();
  const queries = useQueryClient();
  const toasts = useToasts();
  const { session } = useWorkspace();
  const say = useSaid();
  const takeBack = useTakeStep();
  const t = useTexts();
  return useMutation<OutputOf<Name>, Error, InputOf<Name>>({
    mutationFn: (input) => machine.call(name, input, callOptions?.()),
    onSuccess: async ({ inverse }) => {
      const way = inverseOf(inverse);
      if (inverse !== null && way !== null) {
        const label = say(inverse.label);
        session.store.dispatch({ kind: 'step', action: { kind: 'did', step: { label, inverse: way } } });
        if (!quiet)
          toasts.dispatch({
            kind: 'show',
            toast: {
              kind: 'done',
              text: t('app:undo.changed'),
              action: { label, run: () => void takeBack('undo') },
            },
          });
      }
      await queries.invalidateQueries();
    },
    onError: (error) => {
      toasts.dispatch({ kind: 'show', toast: { kind: 'problem', text: problemText(error), action: null } });
    },
  });
}

/** Undo and redo of choices and changes alike. */
export function useTakeStep(): (direction: 'undo' | 'redo') => Promise<void> {
  const machine = useMachine();
  const queries = useQueryClient();
  const toasts = useToasts();
  const { session } = useWorkspace();
  return async (direction) => {
    try {
      const taken = await takeStep(session, machine, direction);
      if (taken === 'change') await queries.invalidateQueries();
    } catch (error) {
      toasts.dispatch({ kind: 'show', toast: { kind: 'problem', text: problemText(error), action: null } });
    }
  };
}

/** What is wrong and what to do next, as one text. */
export function problemText(error: unknown): string {
  if (error instanceof MachineProblem) {
    const { message, nextStep } = problemIn(pageLanguage(), error.problem);
    return `${message} ${nextStep}`;
  }
  return error instanceof Error ? error.message : String(error);
}
