import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutputOf, WorkspaceId } from '../../core/api.ts';
import { useToasts } from '../app/toasts.tsx';
import { useMachine } from '../machine/machine.tsx';
import { problemText, useCall } from '../machine/queries.ts';
import { useTexts } from '../texts/texts.ts';
import { Dialog } from './Dialog.tsx';
import { Answer } from './states.tsx';
import { localMinute } from './times.ts';

type Backup = OutputOf<'safety.backups'>['backups'][number];

/** The backups of a workspace, open or not, each with the way to restore it. */
export function BackupList({
  workspaceId,
  none,
  onRestored,
}: {
  readonly workspaceId: WorkspaceId;
  /** What is said where there are none. */
  readonly none: string;
  readonly onRestored?: () => void;
}) {
  const t = useTexts();
  const query = useCall('safety.backups', { workspaceId });
  const [chosen, setChosen] = useState<Backup | null>(null);
  const restore = useRestore(workspaceId, () => {
    setChosen(null);
    onRestored?.();
  });
  return (
    <Answer query={query} height={120}>
      {({ backups }) =>
        backups.length === 0 ? (
          <p className="setting-help">{none}</p>
        ) : (
          <>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('settings:backups.madeAt')}</th>
                  <th scope="col" className="number">
                    {t('settings:backups.size')}
                  </th>
                  <th scope="col">{t('settings:backups.state')}</th>
                  <th scope="col">{t('settings:backups.restore')}</th>
                </tr>
              </thead>
              <tbody>
                {backups.map((backup) => (
                  <tr key={backup.fileName}>
                    <th scope="row" title={backup.fileName}>
                      {timeText(backup)}
                    </th>
                    <td className="number">
                      {t('settings:backups.kilobytes', { size: Math.ceil(backup.sizeBytes / 1024) })}
                    </td>
                    <td>{backup.isEncrypted ? t('settings:backups.encrypted') : ''}</td>
                    <td>
                      <button
                        type="button"
                        className="link"
                        aria-label={t('settings:backups.restoreOne', { name: timeText(backup) })}
                        onClick={() => {
                          setChosen(backup);
                        }}
                      >
                        {t('settings:backups.restore')}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Dialog
              opened={chosen !== null}
              onClose={() => {
                setChosen(null);
              }}
              title={t('settings:backups.confirm', { at: chosen === null ? '' : timeText(chosen) })}
            >
              <p>{t('settings:backups.confirmText')}</p>
              <div className="dialog-actions">
                <Button
                  variant="default"
                  onClick={() => {
                    setChosen(null);
                  }}
                >
                  {t('shared:cancel')}
                </Button>
                <Button
                  loading={restore.isPending}
                  onClick={() => {
                    if (chosen !== null) restore.mutate(chosen.fileName);
                  }}
                >
                  {t('settings:backups.restore')}
                </Button>
              </div>
            </Dialog>
          </>
        )
      }
    </Answer>
  );
}

function useRestore(workspaceId: WorkspaceId, onRestored: () => void) {
  const t = useTexts();
  const machine = useMachine();
  const queries = useQueryClient();
  const toasts = useToasts();
  const tell = (kind: 'done' | 'problem', text: string) => {
    toasts.dispatch({ kind: 'show', toast: { kind, text, action: null } });
  };
  return useMutation({
    mutationFn: (fileName: string) => machine.call('safety.restore', { workspaceId, fileName }),
    onSuccess: async ({ kept }) => {
      tell(
        'done',
        kept === null ? t('settings:backups.restoredOnly') : t('settings:backups.restored', { name: kept }),
      );
      onRestored();
      await queries.invalidateQueries();
    },
    onError: (error) => {
      tell('problem', problemText(error));
    },
  });
}

function timeText({ madeAt }: Backup): string {
  return localMinute(madeAt);
}
