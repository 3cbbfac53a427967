import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useToasts } from '../app/toasts.tsx';
import { useWorkspace } from '../app/window.tsx';
import { useMachine } from '../machine/machine.tsx';
import { problemText, useCall } from '../machine/queries.ts';
import { Dialog } from '../shared/Dialog.tsx';
import { Answer } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';

interface Erasable {
  readonly id: number;
  readonly fileName: string;
}

/** Erases an import for good, once its number has been typed: the one change without a way back. */
export function EraseBatch({ batch }: { readonly batch: Erasable }) {
  const t = useTexts();
  const [isAsking, setAsking] = useState(false);
  const leave = () => {
    setAsking(false);
  };
  return (
    <p>
      <button
        type="button"
        className="link"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('data:erase.action')}
      </button>
      <Dialog opened={isAsking} onClose={leave} title={t('data:erase.title', { file: batch.fileName })}>
        <EraseForm batch={batch} onDone={leave} />
      </Dialog>
    </p>
  );
}

function EraseForm({ batch, onDone }: { readonly batch: Erasable; readonly onDone: () => void }) {
  const t = useTexts();
  const machine = useMachine();
  const queries = useQueryClient();
  const toasts = useToasts();
  const { workspaceId } = useWorkspace().session;
  const plan = useCall('safety.planErasure', { workspaceId, batch: batch.id });
  const [typed, setTyped] = useState('');
  const erase = useMutation({
    mutationFn: () => machine.call('safety.erase', { workspaceId, batch: batch.id }),
    onSuccess: async () => {
      const text = t('data:erase.done', { batch: batch.id });
      toasts.dispatch({ kind: 'show', toast: { kind: 'done', text, action: null } });
      onDone();
      await queries.invalidateQueries();
    },
    onError: (error) => {
      toasts.dispatch({ kind: 'show', toast: { kind: 'problem', text: problemText(error), action: null } });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        erase.mutate();
      }}
    >
      <p>{t('data:erase.text')}</p>
      <Answer query={plan} height={60}>
        {({ backups }) => (
          <ul className="data-sentences">
            {backups.length === 0 && <li>{t('data:erase.noBackups')}</li>}
            {backups.map(({ fileName, fate }) => (
              <li key={fileName}>{t(`data:erase.fates.${fate}`, { name: fileName })}</li>
            ))}
          </ul>
        )}
      </Answer>
      <TextInput
        label={t('data:erase.type', { batch: batch.id })}
        inputMode="numeric"
        data-autofocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <div className="dialog-actions">
        <Button variant="default" onClick={onDone}>
          {t('shared:cancel')}
        </Button>
        <Button
          type="submit"
          loading={erase.isPending}
          disabled={plan.data === undefined || typed.trim() !== String(batch.id)}
        >
          {t('data:erase.confirm')}
        </Button>
      </div>
    </form>
  );
}
