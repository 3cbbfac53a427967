import { ActionIcon, Progress } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconFileSpreadsheet, IconX } from '@tabler/icons-react';
import type { FileId } from '../../core/api.ts';
import { useWorkspace } from '../app/window.tsx';
import { MachineProblem } from '../machine/client.ts';
import { useMachine } from '../machine/machine.tsx';
import { useTexts } from '../texts/texts.ts';
import { HandIn } from './HandIn.tsx';
import type { FileInHand } from './previews.ts';
import { openCount } from './previews.ts';
import { importStore } from './state.ts';

/** The files of the import, with what each is and needs. */
export function FileList({
  files,
  chosen,
}: {
  readonly files: readonly FileInHand[];
  readonly chosen: FileId | null;
}) {
  const t = useTexts();
  const machine = useMachine();
  const store = importStore(useWorkspace().session);
  const remove = (fileId: FileId) => {
    store.dispatch({ kind: 'remove', fileId });
    // Nothing is lost where the machine has let go of it already.
    void machine.call('files.forget', { fileId }).catch(() => undefined);
  };
  return (
    <section className="import-files" aria-labelledby="import-files-heading">
      <h2 id="import-files-heading" className="section-title">
        {t('import:files')}
      </h2>
      <ul>
        {files.map((file) => {
          const { fileId } = file.order;
          return (
            <li key={fileId} data-chosen={fileId === chosen}>
              <button
                type="button"
                className="import-file"
                aria-current={fileId === chosen}
                onClick={() => {
                  store.dispatch({ kind: 'choose', fileId });
                }}
              >
                <IconFileSpreadsheet size={18} stroke={1.6} aria-hidden />
                <span>
                  <strong>{file.fileName}</strong>
                  <FileState file={file} />
                </span>
              </button>
              <ActionIcon
                size={24}
                aria-label={
                  file.isReading
                    ? t('import:stopReading', { name: file.fileName })
                    : t('import:remove', { name: file.fileName })
                }
                onClick={() => {
                  remove(fileId);
                }}
              >
                <IconX size={16} stroke={1.6} />
              </ActionIcon>
              {file.isReading && file.share !== null && (
                <Progress
                  className="import-progress"
                  value={file.share * 100}
                  size={3}
                  aria-label={t('import:reading')}
                />
              )}
            </li>
          );
        })}
      </ul>
      <HandIn isFirst={files.length === 0} />
    </section>
  );
}

/** What a file is, and how far it has come. */
function FileState({ file }: { readonly file: FileInHand }) {
  const t = useTexts();
  const { preview, error, isReading } = file;
  const open = openCount(file);
  if (error !== null)
    return (
      <span className="import-needs">
        <IconAlertTriangle size={14} stroke={1.6} aria-hidden />{' '}
        {error instanceof MachineProblem && error.problem.code === 'already-imported'
          ? t('import:state.already')
          : t('import:state.refused')}
      </span>
    );
  if (preview === null) return <span>{t('import:reading')}</span>;
  return (
    <>
      <span>
        {t(`import:kinds.${preview.kind}`)}
        {preview.year !== null && ` ${preview.year}`}
        {preview.respondents !== null && ` · ${t('import:answers', { count: preview.respondents })}`}
      </span>
      {isReading ? (
        <span>{t('import:reading')}</span>
      ) : open > 0 ? (
        <span className="import-needs">{t('import:questions', { count: open })}</span>
      ) : preview.ready ? (
        <span className="import-ready">
          <IconCheck size={14} stroke={1.6} aria-hidden /> {t('import:state.ready')}
        </span>
      ) : (
        <span className="import-needs">{t('import:state.notImportable')}</span>
      )}
    </>
  );
}
