import { FileButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useToasts } from '../app/toasts.tsx';
import { useHandedIn, useWorkspace } from '../app/window.tsx';
import { useMachine } from '../machine/machine.tsx';
import { problemText } from '../machine/queries.ts';
import { useTexts } from '../texts/texts.ts';
import { importStore } from './state.ts';

const accepted = '.xlsx,.xlsm,.xls,.xlsb,.ods,.csv,.txt,.tsv';

/** Takes over what was dropped on the window, wherever that was. */
export function useDroppedFiles(): void {
  const { session } = useWorkspace();
  const { files, taken } = useHandedIn();
  useEffect(() => {
    if (files.length === 0) return;
    importStore(session).dispatch({ kind: 'add', files });
    taken();
  });
}

/** The place for more files: they can be dropped anywhere, or chosen here. */
export function HandIn({ isFirst }: { /** Nothing has been handed in yet. */ readonly isFirst: boolean }) {
  const t = useTexts();
  const machine = useMachine();
  const toasts = useToasts();
  const { session } = useWorkspace();
  const take = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        const fileId = await machine.handIn(file);
        importStore(session).dispatch({ kind: 'add', files: [{ fileId, fileName: file.name }] });
      }
    },
    onError: (error) => {
      toasts.dispatch({ kind: 'show', toast: { kind: 'problem', text: problemText(error), action: null } });
    },
  });
  return (
    <div className="import-drop" data-first={isFirst}>
      <p>{isFirst ? t('import:drop.first') : t('import:drop.more')}</p>
      <FileButton
        multiple
        accept={accepted}
        onChange={(files) => {
          if (files.length > 0) take.mutate(files);
        }}
        inputProps={{ 'aria-label': t('import:drop.choose') }}
      >
        {(props) => (
          <button {...props} type="button" className="link" aria-busy={take.isPending}>
            {t('import:drop.choose')}
          </button>
        )}
      </FileButton>
    </div>
  );
}
