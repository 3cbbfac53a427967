import { Button, FileButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { OutputOf, RefreshOutcome } from '../../core/api.ts';
import type { HandedIn } from '../app/session.ts';
import { useToasts } from '../app/toasts.tsx';
import { useMachine } from '../machine/machine.tsx';
import { problemText, useCall } from '../machine/queries.ts';
import { Dialog } from '../shared/Dialog.tsx';
import { ReleaseDialog } from '../shared/ReleaseDialog.tsx';
import type { Save } from '../shared/save.ts';
import { useSave } from '../shared/save.ts';
import { Answer } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';
import type { ReportOf } from './draft.ts';

/** Which outcomes are told together: what is not as one would think comes first, and is few. */
const groups = [
  { name: 'left', outcomes: ['marks-broken', 'not-in-report'] },
  { name: 'missing', outcomes: ['taken-out', 'not-in-file'] },
  { name: 'renewed', outcomes: ['renewed-words-kept', 'renewed'] },
] as const satisfies readonly { readonly name: string; readonly outcomes: readonly RefreshOutcome[] }[];

/**
 * Puts new figures and tables into a Word report that was edited by hand: a file is dropped or chosen, what will be
 * renewed and what is left is told, and it is saved beside the old.
 */
export function RefreshWord({
  of,
  file,
  opened,
  onFile,
  onClose,
}: {
  readonly of: ReportOf;
  /** The Word file; null until there is one. */
  readonly file: HandedIn | null;
  readonly opened: boolean;
  readonly onFile: (file: HandedIn) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts();
  const save = useSave();
  return (
    <>
      <Dialog
        opened={opened && save.advised === null}
        onClose={onClose}
        title={t('report:refresh.title')}
        size="lg"
      >
        <p className="dialog-text">{t('report:refresh.text')}</p>
        {file === null ? (
          <div className="dialog-actions">
            <Button variant="default" onClick={onClose}>
              {t('shared:cancel')}
            </Button>
            <ChooseWord onFile={onFile} />
          </div>
        ) : (
          <Plan of={of} file={file} save={save} onFile={onFile} onClose={onClose} />
        )}
      </Dialog>
      <ReleaseDialog save={save} />
    </>
  );
}

function ChooseWord({
  onFile,
  isOther = false,
}: {
  readonly onFile: (file: HandedIn) => void;
  /** Another has been chosen already. */
  readonly isOther?: boolean;
}) {
  const t = useTexts();
  const machine = useMachine();
  const toasts = useToasts();
  const handIn = useMutation({
    mutationFn: async (file: File) => ({ fileId: await machine.handIn(file), fileName: file.name }),
    onSuccess: onFile,
    onError: (error) => {
      toasts.dispatch({ kind: 'show', toast: { kind: 'problem', text: problemText(error), action: null } });
    },
  });
  return (
    <FileButton
      accept=".docx"
      onChange={(file) => {
        if (file !== null) handIn.mutate(file);
      }}
      inputProps={{ 'aria-label': t('report:refresh.choose') }}
    >
      {(props) => (
        <Button {...props} variant={isOther ? 'default' : 'filled'} loading={handIn.isPending}>
          {isOther ? t('report:refresh.chooseOther') : t('report:refresh.choose')}
        </Button>
      )}
    </FileButton>
  );
}

/** What a refresh of the file will do, and the way to do it. */
function Plan({
  of,
  file,
  save,
  onFile,
  onClose,
}: {
  readonly of: ReportOf;
  readonly file: HandedIn;
  readonly save: Save;
  readonly onFile: (file: HandedIn) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts();
  const { fileId, fileName } = file;
  const query = useCall('report.previewRefresh', { ...of, fileId });
  const start = (): void => {
    save.start({
      suggestedName: t('report:refresh.fileName', { name: fileName.replace(/\.docx$/i, '') }),
      kind: 'docx',
      write: async (machine, target) => {
        const written = await machine.call('report.refresh', { ...of, fileId, ...target });
        onClose();
        return written;
      },
    });
  };
  return (
    <>
      <p className="report-refresh-file">{fileName}</p>
      <Answer query={query} height={160}>
        {(plan) => <Outcomes of={of} plan={plan} />}
      </Answer>
      <div className="dialog-actions">
        <Button variant="default" onClick={onClose}>
          {t('shared:cancel')}
        </Button>
        <ChooseWord onFile={onFile} isOther />
        <Button disabled={!query.isSuccess} loading={save.isSaving} onClick={start}>
          {t('report:refresh.save')}
        </Button>
      </div>
    </>
  );
}

function Outcomes({ of, plan }: { readonly of: ReportOf; readonly plan: OutputOf<'report.previewRefresh'> }) {
  const t = useTexts();
  const { from, blocks } = plan;
  return (
    <div className="report-refresh" tabIndex={0} role="region" aria-label={t('report:refresh.outcomes')}>
      {from !== null && from !== of.year && (
        <p className="report-refresh-note">{t('report:refresh.otherYear', { from, year: of.year })}</p>
      )}
      {groups.map(({ name, outcomes }) => {
        const own = outcomes.flatMap((wanted) => blocks.filter(({ outcome }) => outcome === wanted));
        return own.length === 0 ? null : (
          <section key={name}>
            <h3>{t(`report:refresh.groups.${name}`, { count: own.length })}</h3>
            <ul>
              {own.map(({ kind, name: caption, outcome }, at) => (
                // The same caption may stand twice, and the list never changes its order.
                <li key={at}>
                  {kind === 'figure' ? t('report:figure', { caption }) : t('report:table', { caption })}
                  {outcome !== 'renewed' && (
                    <span className="report-refresh-why">{t(`report:refresh.why.${outcome}`)}</span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
