import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { problemIn } from '../texts/machine-texts.ts';
import { useLanguage, useTexts } from '../texts/texts.ts';
import { Dialog } from './Dialog.tsx';
import type { Save } from './save.ts';

/** Asks for the reason to release what, with earlier files, could give away a hidden group. */
export function ReleaseDialog({ save }: { readonly save: Save }) {
  const t = useTexts();
  const language = useLanguage();
  const advice = save.advised === null ? null : problemIn(language, save.advised.problem);
  const [reason, setReason] = useState('');
  return (
    <Dialog opened={save.advised !== null} onClose={save.leave} title={t('shared:release.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.goOn(reason.trim());
          setReason('');
        }}
      >
        <p>{advice?.message}</p>
        <p className="dialog-text">{advice?.nextStep}</p>
        <Textarea
          label={t('shared:release.reason')}
          description={t('shared:release.help')}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
          autosize
          minRows={2}
          data-autofocus
        />
        <div className="dialog-actions">
          <Button variant="default" onClick={save.leave}>
            {t('shared:cancel')}
          </Button>
          <Button type="submit" disabled={reason.trim() === ''}>
            {t('shared:release.goOn')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
