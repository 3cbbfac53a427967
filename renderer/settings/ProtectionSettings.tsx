import { Button, PasswordInput, SegmentedControl } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InputOf } from '../../core/api.ts';
import { useApplication } from '../app/application.tsx';
import { useToasts } from '../app/toasts.tsx';
import { useWorkspace } from '../app/window.tsx';
import { useMachine } from '../machine/machine.tsx';
import { problemText, useCall } from '../machine/queries.ts';
import { Answer } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';
import { Setting } from './Setting.tsx';

type Cipher = InputOf<'safety.setPassphrase'>['cipher'];

const cipherNames: Readonly<Record<Cipher, string>> = { chacha20: 'ChaCha20', sqlcipher: 'SQLCipher' };

/** The workspace's passphrase: set, changed, taken away, and the key for paper. */
export function ProtectionSettings() {
  const t = useTexts();
  const { workspaceId } = useWorkspace().session;
  const query = useCall('safety.state', { workspaceId });
  const change = usePassphraseChange();
  return (
    <Answer query={query} height={160}>
      {({ cipher }) => (
        <>
          <p>
            <strong>
              {cipher === null
                ? t('settings:protection.plain')
                : t('settings:protection.encrypted', { cipher: cipherNames[cipher] })}
            </strong>
          </p>
          <PassphraseForm key={change.done} present={cipher} change={change} />
          {cipher !== null && (
            <>
              <RecoverySetting />
              <RememberSetting />
              <Setting name={t('settings:protection.remove')} help={t('settings:protection.removeHelp')}>
                <Button
                  variant="default"
                  loading={change.isPending}
                  onClick={() => {
                    change.start({ passphrase: null, cipher });
                  }}
                >
                  {t('settings:protection.remove')}
                </Button>
              </Setting>
            </>
          )}
        </>
      )}
    </Answer>
  );
}

interface PassphraseChange {
  readonly start: (wish: { readonly passphrase: string | null; readonly cipher: Cipher }) => void;
  readonly isPending: boolean;
  /** How many have been made: what was typed goes away with each. */
  readonly done: number;
}

function usePassphraseChange(): PassphraseChange {
  const t = useTexts();
  const machine = useMachine();
  const queries = useQueryClient();
  const toasts = useToasts();
  const { workspaceId } = useWorkspace().session;
  const [done, setDone] = useState(0);
  const change = useMutation({
    mutationFn: (wish: { readonly passphrase: string | null; readonly cipher: Cipher }) =>
      machine.call('safety.setPassphrase', { workspaceId, ...wish }),
    onSuccess: async ({ left }) => {
      setDone((before) => before + 1);
      const text = [
        t('settings:protection.changed'),
        ...(left.length === 0 ? [] : [t('settings:protection.left', { names: left.join(', ') })]),
      ].join(' ');
      toasts.dispatch({ kind: 'show', toast: { kind: 'done', text, action: null } });
      await queries.invalidateQueries();
    },
    onError: (error) => {
      toasts.dispatch({ kind: 'show', toast: { kind: 'problem', text: problemText(error), action: null } });
    },
  });
  return { start: change.mutate, isPending: change.isPending, done };
}

function PassphraseForm({
  present,
  change,
}: {
  readonly present: Cipher | null;
  readonly change: PassphraseChange;
}) {
  const t = useTexts();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [cipher, setCipher] = useState<Cipher>(present ?? 'chacha20');
  const shows = { visibilityToggleButtonProps: { 'aria-label': t('app:unlock.show') } };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.start({ passphrase, cipher });
      }}
    >
      <Setting name={t('settings:protection.new')} help={t('settings:protection.newHelp')}>
        <PasswordInput
          {...shows}
          w={300}
          aria-label={t('settings:protection.new')}
          autoComplete="new-password"
          maxLength={1000}
          value={passphrase}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
          }}
        />
        <PasswordInput
          {...shows}
          w={300}
          mt="xs"
          aria-label={t('settings:protection.again')}
          placeholder={t('settings:protection.again')}
          error={again !== '' && again !== passphrase ? t('settings:protection.differs') : null}
          autoComplete="new-password"
          maxLength={1000}
          value={again}
          onChange={(event) => {
            setAgain(event.currentTarget.value);
          }}
        />
      </Setting>
      <Setting name={t('settings:protection.cipher')} help={t('settings:protection.cipherHelp')}>
        <SegmentedControl
          aria-label={t('settings:protection.cipher')}
          value={cipher}
          onChange={setCipher}
          data={[
            { value: 'chacha20' as const, label: cipherNames.chacha20 },
            { value: 'sqlcipher' as const, label: cipherNames.sqlcipher },
          ]}
        />
      </Setting>
      <div className="settings-submit">
        <Button type="submit" disabled={passphrase === '' || passphrase !== again} loading={change.isPending}>
          {present === null ? t('settings:protection.set') : t('settings:protection.change')}
        </Button>
      </div>
    </form>
  );
}

/** Shown when it is asked for, and not before. */
function RecoverySetting() {
  const t = useTexts();
  const machine = useMachine();
  const { workspaceId } = useWorkspace().session;
  const show = useMutation({ mutationFn: () => machine.call('safety.recoveryKey', { workspaceId }) });
  return (
    <Setting name={t('settings:protection.recovery')} help={t('settings:protection.recoveryHelp')}>
      {show.data === undefined ? (
        <Button
          variant="default"
          loading={show.isPending}
          onClick={() => {
            show.mutate();
          }}
        >
          {t('settings:protection.showRecovery')}
        </Button>
      ) : (
        <output className="recovery-key">{show.data.recoveryKey}</output>
      )}
    </Setting>
  );
}

/** Only where the operating system has a key store of its own. */
function RememberSetting() {
  const t = useTexts();
  const machine = useMachine();
  const { shell } = useApplication();
  const { workspaceId } = useWorkspace().session;
  const keep = useMutation({
    mutationFn: (remember: boolean) => machine.call('shell.rememberKey', { workspaceId, remember }),
  });
  if (!shell.remembersKeys) return null;
  return (
    <Setting name={t('settings:protection.remember')} help={t('settings:protection.rememberHelp')}>
      <Button
        variant="default"
        onClick={() => {
          keep.mutate(true);
        }}
      >
        {t('settings:protection.rememberDo')}
      </Button>
      <Button
        variant="default"
        onClick={() => {
          keep.mutate(false);
        }}
      >
        {t('settings:protection.rememberStop')}
      </Button>
      {keep.data !== undefined && (
        <p className="setting-help" role="status">
          {keep.data.remembered ? t('settings:protection.kept') : t('settings:protection.notKept')}
        </p>
      )}
    </Setting>
  );
}
