import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { InputOf, TargetId } from '../../core/api.ts';
import { useApplication } from '../app/application.tsx';
import { useToasts } from '../app/toasts.tsx';
import type { Machine } from '../machine/client.ts';
import { MachineProblem } from '../machine/client.ts';
import { useMachine } from '../machine/machine.tsx';
import { problemText } from '../machine/queries.ts';
import { useTexts } from '../texts/texts.ts';

/** Something to be written to a file. */
export interface Saving {
  readonly suggestedName: string;
  readonly kind: InputOf<'shell.saveTarget'>['kind'];
  readonly write: (
    machine: Machine,
    target: { readonly targetId: TargetId; readonly releaseReason: string | null },
  ) => Promise<{ readonly shownPath: string }>;
}

export interface Save {
  readonly start: (saving: Saving) => void;
  readonly isSaving: boolean;
  /** Why the machine advises against it (rule P10); the user may give a reason and go on, or leave it. */
  readonly advised: MachineProblem | null;
  readonly goOn: (reason: string) => void;
  readonly leave: () => void;
}

/** Saves to a place that the user chooses, and tells where it went. Show a `ReleaseDialog` beside. */
export function useSave(): Save {
  const t = useTexts();
  const machine = useMachine();
  const toasts = useToasts();
  const { shell } = useApplication();
  const [held, setHeld] = useState<{ saving: Saving; targetId: TargetId; problem: MachineProblem } | null>(
    null,
  );

  const save = useMutation({
    mutationFn: async ({
      saving,
      ...before
    }: {
      readonly saving: Saving;
      readonly targetId?: TargetId;
      readonly releaseReason: string | null;
    }) => {
      const targetId =
        before.targetId ??
        (
          await machine.call('shell.saveTarget', {
            suggestedName: saving.suggestedName,
            kind: saving.kind,
          })
        )?.targetId;
      if (targetId === undefined) return null;
      try {
        const written = await saving.write(machine, { targetId, releaseReason: before.releaseReason });
        return { ...written, targetId };
      } catch (error) {
        if (!(error instanceof MachineProblem) || !asksForReason(error)) throw error;
        setHeld({ saving, targetId, problem: error });
        return null;
      }
    },
    onSuccess: (written) => {
      if (written === null) return;
      const { shownPath, targetId } = written;
      toasts.dispatch({
        kind: 'show',
        toast: {
          kind: 'done',
          text: t('shared:saved', { path: shownPath }),
          action:
            shell.shell === 'electron'
              ? {
                  label: t('shared:reveal'),
                  run: () => void machine.call('shell.reveal', { targetId }).catch(() => undefined),
                }
              : null,
          ...(shell.shell === 'electron' && {
            drag: () => void machine.call('shell.drag', { targetId }).catch(() => undefined),
          }),
        },
      });
    },
    onError: (error) => {
      toasts.dispatch({ kind: 'show', toast: { kind: 'problem', text: problemText(error), action: null } });
    },
  });

  return {
    start: (saving) => {
      save.mutate({ saving, releaseReason: null });
    },
    isSaving: save.isPending,
    advised: held?.problem ?? null,
    goOn: (releaseReason) => {
      if (held === null) return;
      setHeld(null);
      save.mutate({ saving: held.saving, targetId: held.targetId, releaseReason });
    },
    leave: () => {
      setHeld(null);
    },
  };
}

/** What may still be released when a reason is given and kept. */
function asksForReason({ problem }: MachineProblem): boolean {
  return problem.code.startsWith('release-');
}
