import { Button, FileButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useToasts } from '../app/toasts.tsx';
import { useWorkspace } from '../app/window.tsx';
import { useMachine } from '../machine/machine.tsx';
import { problemText, useChange } from '../machine/queries.ts';
import { TextField } from '../shared/fields.tsx';
import { useTexts } from '../texts/texts.ts';
import type { SettingsProps } from './props.ts';
import { Setting } from './Setting.tsx';

const names = ['organisation', 'itDepartment', 'administrator'] as const;

/** What the organisation is called, and its picture for reports. */
export function OrganisationSettings({
  values,
  set,
  hasLogo,
}: SettingsProps & { readonly hasLogo: boolean }) {
  const t = useTexts();
  return (
    <>
      {names.map((name) => (
        <Setting
          key={name}
          name={t(`settings:organisation.${name}`)}
          help={t(`settings:organisation.${name}Help`)}
        >
          <TextField
            w={300}
            aria-label={t(`settings:organisation.${name}`)}
            maxLength={200}
            value={values[name] ?? ''}
            onCommit={(text) => {
              set({ [name]: text === '' ? null : text });
            }}
          />
        </Setting>
      ))}
      <LogoSetting hasLogo={hasLogo} organisation={values.organisation} />
    </>
  );
}

function LogoSetting({
  hasLogo,
  organisation,
}: {
  readonly hasLogo: boolean;
  readonly organisation: string | null;
}) {
  const t = useTexts();
  const machine = useMachine();
  const toasts = useToasts();
  const { workspaceId } = useWorkspace().session;
  const setLogo = useChange('settings.setLogo');
  const altText = t('settings:organisation.logoAlt', { name: organisation ?? '' });
  const handIn = useMutation({
    mutationFn: (file: File) => machine.handIn(file),
    onSuccess: (fileId) => {
      setLogo.mutate({ workspaceId, fileId, altText });
    },
    onError: (error) => {
      toasts.dispatch({ kind: 'show', toast: { kind: 'problem', text: problemText(error), action: null } });
    },
  });
  return (
    <Setting name={t('settings:organisation.logo')} help={t('settings:organisation.logoHelp')}>
      <FileButton
        accept="image/png,image/jpeg,image/svg+xml"
        onChange={(file) => {
          if (file !== null) handIn.mutate(file);
        }}
      >
        {(props) => (
          <Button {...props} variant="default" loading={handIn.isPending}>
            {hasLogo ? t('settings:organisation.logoChange') : t('settings:organisation.logoChoose')}
          </Button>
        )}
      </FileButton>
      {hasLogo && (
        <button
          type="button"
          className="link setting-usual"
          onClick={() => {
            setLogo.mutate({ workspaceId, fileId: null, altText });
          }}
        >
          {t('settings:organisation.logoRemove')}
        </button>
      )}
    </Setting>
  );
}
