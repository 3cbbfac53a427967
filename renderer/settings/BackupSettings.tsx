import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useToasts } from '../app/toasts.tsx';
import { useWorkspace } from '../app/window.tsx';
import { useMachine } from '../machine/machine.tsx';
import { problemText } from '../machine/queries.ts';
import { BackupList } from '../shared/BackupList.tsx';
import { useTexts } from '../texts/texts.ts';

/** The copies of the workspace that lie beside it: made, and restored. */
export function BackupSettings() {
  const t = useTexts();
  const machine = useMachine();
  const queries = useQueryClient();
  const toasts = useToasts();
  const { workspaceId } = useWorkspace().session;
  const make = useMutation({
    mutationFn: () => machine.call('safety.makeBackup', { workspaceId }),
    onSuccess: async ({ backup }) => {
      const text = t('settings:backups.made', { name: backup.fileName });
      toasts.dispatch({ kind: 'show', toast: { kind: 'done', text, action: null } });
      await queries.invalidateQueries({ queryKey: ['safety.backups'] });
    },
    onError: (error) => {
      toasts.dispatch({ kind: 'show', toast: { kind: 'problem', text: problemText(error), action: null } });
    },
  });
  return (
    <>
      <BackupList workspaceId={workspaceId} none={t('settings:backups.none')} />
      <div className="settings-submit">
        <Button
          loading={make.isPending}
          onClick={() => {
            make.mutate();
          }}
        >
          {t('settings:backups.make')}
        </Button>
      </div>
    </>
  );
}
