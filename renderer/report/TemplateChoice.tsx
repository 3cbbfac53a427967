import { Button, FileButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import type { WorkspaceId } from '../../core/api.ts';
import { useToasts } from '../app/toasts.tsx';
import { useMachine } from '../machine/machine.tsx';
import { problemText, useChange } from '../machine/queries.ts';
import { useTexts } from '../texts/texts.ts';

/** The organisation's Word template, which holds for every report of the workspace. */
export function TemplateChoice({
  workspaceId,
  template,
}: {
  readonly workspaceId: WorkspaceId;
  /** What it is called; null where the program's own is used. */
  readonly template: string | null;
}) {
  const t = useTexts();
  const id = useId();
  const machine = useMachine();
  const toasts = useToasts();
  const setTemplate = useChange('report.setTemplate');
  const handIn = useMutation({
    mutationFn: (file: File) => machine.handIn(file),
    onSuccess: (fileId) => {
      setTemplate.mutate({ workspaceId, fileId });
    },
    onError: (error) => {
      toasts.dispatch({ kind: 'show', toast: { kind: 'problem', text: problemText(error), action: null } });
    },
  });
  return (
    <div>
      <p className="report-choice" id={id}>
        {t('report:template.label')}
      </p>
      <p className="report-template">{template ?? t('report:template.none')}</p>
      <p className="report-template-help">{t('report:template.help')}</p>
      <div className="report-template-actions">
        <FileButton
          accept=".dotx,.docx"
          onChange={(file) => {
            if (file !== null) handIn.mutate(file);
          }}
          inputProps={{ 'aria-label': t('report:template.choose') }}
        >
          {(props) => (
            <Button {...props} variant="default" loading={handIn.isPending || setTemplate.isPending}>
              {template === null ? t('report:template.choose') : t('report:template.change')}
            </Button>
          )}
        </FileButton>
        {template !== null && (
          <button
            type="button"
            className="link"
            onClick={() => {
              setTemplate.mutate({ workspaceId, fileId: null });
            }}
          >
            {t('report:template.remove')}
          </button>
        )}
      </div>
    </div>
  );
}
