import { Button, Checkbox, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkspaceId } from '../../core/api.ts';
import { useMachine } from '../machine/machine.tsx';
import { problemText } from '../machine/queries.ts';
import { Dialog } from '../shared/Dialog.tsx';
import { useTexts } from '../texts/texts.ts';
import { useApplication } from './application.tsx';

/** Asks for the passphrase of a workspace that is to be opened. A wrong one changes nothing and says so. */
export function UnlockDialog({
  workspaceId,
  onUnlocked,
  onLeave,
}: {
  /** Null where nothing is asked. */
  readonly workspaceId: WorkspaceId | null;
  readonly onUnlocked: (workspaceId: WorkspaceId) => void;
  readonly onLeave: () => void;
}) {
  const t = useTexts();
  return (
    <Dialog opened={workspaceId !== null} onClose={onLeave} title={t('app:unlock.title')}>
      {workspaceId !== null && (
        <UnlockForm
          key={workspaceId}
          workspaceId={workspaceId}
          onUnlocked={() => {
            onUnlocked(workspaceId);
          }}
          onLeave={onLeave}
        />
      )}
    </Dialog>
  );
}

function UnlockForm({
  workspaceId,
  onUnlocked,
  onLeave,
}: {
  readonly workspaceId: WorkspaceId;
  readonly onUnlocked: () => void;
  readonly onLeave: () => void;
}) {
  const t = useTexts();
  const machine = useMachine();
  const { shell } = useApplication();
  const [secret, setSecret] = useState('');
  const [remember, setRemember] = useState(false);
  const unlock = useMutation({
    mutationFn: async () => {
      await machine.call('safety.unlock', { workspaceId, secret });
      if (remember) await machine.call('shell.rememberKey', { workspaceId, remember });
    },
    onSuccess: onUnlocked,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        unlock.mutate();
      }}
    >
      <PasswordInput
        label={t('app:unlock.passphrase')}
        description={t('app:unlock.text')}
        error={unlock.error === null ? null : problemText(unlock.error)}
        autoComplete="off"
        data-autofocus
        maxLength={1000}
        value={secret}
        visibilityToggleButtonProps={{ 'aria-label': t('app:unlock.show') }}
        onChange={(event) => {
          setSecret(event.currentTarget.value);
        }}
      />
      {shell.remembersKeys && (
        <Checkbox
          mt="md"
          label={t('app:unlock.remember')}
          description={t('app:unlock.rememberHelp')}
          checked={remember}
          onChange={(event) => {
            setRemember(event.currentTarget.checked);
          }}
        />
      )}
      <div className="dialog-actions">
        <Button variant="default" onClick={onLeave}>
          {t('shared:cancel')}
        </Button>
        <Button type="submit" disabled={secret === ''} loading={unlock.isPending}>
          {t('app:unlock.open')}
        </Button>
      </div>
    </form>
  );
}
