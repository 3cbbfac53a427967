import { Button, FileButton, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileId, WorkspaceSummary } from '../../core/api.ts';
import { useMachine } from '../machine/machine.tsx';
import { ErrorState } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';

/** Asks for what a workspace of one's own needs: the organisation, and what it calls things. */
export function NewWorkspace({
  onCreated,
  onCancel,
}: {
  readonly onCreated: (summary: WorkspaceSummary) => void;
  readonly onCancel: () => void;
}) {
  const t = useTexts();
  const machine = useMachine();
  const [organisation, setOrganisation] = useState('');
  const [itDepartment, setItDepartment] = useState('');
  const [administrator, setAdministrator] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [logo, setLogo] = useState<File | null>(null);
  const create = useMutation({
    mutationFn: async () => {
      const target = await machine.call('shell.newWorkspaceTarget', { suggestedName: organisation.trim() });
      if (target === null) return null;
      const logoId: FileId | null = logo === null ? null : await machine.handIn(logo);
      return machine.call('workspace.create', {
        targetId: target.targetId,
        organisation,
        itDepartment: textOrNull(itDepartment),
        administrator: textOrNull(administrator),
        logo: logoId === null ? null : { fileId: logoId },
        passphrase: passphrase === '' ? null : passphrase,
      });
    },
    onSuccess: (summary) => {
      if (summary !== null) onCreated(summary);
    },
  });
  return (
    <main className="alone">
      <div className="welcome">
        <h1 className="welcome-title">{t('app:new.title')}</h1>
        <p className="lead">{t('app:new.lead')}</p>
        <form
          className="welcome-form"
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate();
          }}
        >
          <TextInput
            label={t('app:new.organisation')}
            description={t('app:new.organisationHelp')}
            required
            data-autofocus
            maxLength={200}
            value={organisation}
            onChange={(event) => {
              setOrganisation(event.currentTarget.value);
            }}
          />
          <TextInput
            label={t('app:new.itDepartment')}
            description={t('app:new.itDepartmentHelp')}
            maxLength={200}
            value={itDepartment}
            onChange={(event) => {
              setItDepartment(event.currentTarget.value);
            }}
          />
          <TextInput
            label={t('app:new.administrator')}
            description={t('app:new.administratorHelp')}
            maxLength={200}
            value={administrator}
            onChange={(event) => {
              setAdministrator(event.currentTarget.value);
            }}
          />
          <PasswordInput
            label={t('app:new.passphrase')}
            description={t('app:new.passphraseHelp')}
            autoComplete="new-password"
            maxLength={1000}
            value={passphrase}
            visibilityToggleButtonProps={{ 'aria-label': t('app:unlock.show') }}
            onChange={(event) => {
              setPassphrase(event.currentTarget.value);
            }}
          />
          <div>
            <FileButton onChange={setLogo} accept="image/png,image/jpeg,image/svg+xml">
              {(props) => (
                <Button {...props} variant="default">
                  {t('app:new.logo')}
                </Button>
              )}
            </FileButton>
            <span className="dimmed">{logo === null ? t('app:new.logoHelp') : logo.name}</span>
          </div>
          {create.error !== null && <ErrorState error={create.error} />}
          <div className="dialog-actions">
            <Button variant="default" onClick={onCancel}>
              {t('shared:cancel')}
            </Button>
            <Button type="submit" disabled={organisation.trim() === ''} loading={create.isPending}>
              {t('app:new.create')}
            </Button>
          </div>
        </form>
      </div>
    </main>
  );
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
