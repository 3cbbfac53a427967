import type { WorkspaceId } from '../../core/api.ts';
import { BackupList } from '../shared/BackupList.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { useTexts } from '../texts/texts.ts';

/** A workspace that cannot be read, and what was said of it. */
export interface Broken {
  readonly workspaceId: WorkspaceId;
  readonly text: string;
}

/** Says that a workspace is damaged, and offers the backups that lie beside it. */
export function DamagedDialog({
  broken,
  onRestored,
  onLeave,
}: {
  /** Null where nothing is. */
  readonly broken: Broken | null;
  readonly onRestored: (workspaceId: WorkspaceId) => void;
  readonly onLeave: () => void;
}) {
  const t = useTexts();
  return (
    <Dialog opened={broken !== null} onClose={onLeave} title={t('app:damaged.title')} size="lg">
      {broken !== null && (
        <>
          <p>{broken.text}</p>
          <p className="dialog-text">{t('app:damaged.help')}</p>
          <BackupList
            workspaceId={broken.workspaceId}
            none={t('app:damaged.none')}
            onRestored={() => {
              onRestored(broken.workspaceId);
            }}
          />
        </>
      )}
    </Dialog>
  );
}
