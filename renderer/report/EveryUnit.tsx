import { Button, Checkbox, Progress } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ReportFormat } from '../../core/api.ts';
import { reportFormats } from '../../core/api.ts';
import { useToasts } from '../app/toasts.tsx';
import { useWorkspace } from '../app/window.tsx';
import type { Progress as Step } from '../machine/client.ts';
import { Dialog } from '../shared/Dialog.tsx';
import { ReleaseDialog } from '../shared/ReleaseDialog.tsx';
import { useSave } from '../shared/save.ts';
import { useSaid, useTexts } from '../texts/texts.ts';

/** Writes the report of every förvaltning into one packed file, with progress and a way to stop. */
export function EveryUnit({ year }: { readonly year: number }) {
  const t = useTexts();
  const say = useSaid();
  const { workspaceId } = useWorkspace().session;
  const save = useSave();
  const toasts = useToasts();
  const [opened, setOpened] = useState(false);
  const [formats, setFormats] = useState<readonly ReportFormat[]>(['pdf']);
  const [step, setStep] = useState<Step | null>(null);
  const underWay = useRef<AbortController>(null);
  const close = (): void => {
    underWay.current?.abort(new Error(t('report:every.stopped')));
    setOpened(false);
  };
  const start = (): void => {
    save.start({
      suggestedName: `${t('report:everyFileName', { year })}.zip`,
      kind: 'zip',
      write: async (machine, target) => {
        const controller = new AbortController();
        underWay.current = controller;
        setStep(null);
        try {
          const written = await machine.call(
            'report.exportAll',
            { workspaceId, year, formats: [...formats], ...target },
            { signal: controller.signal, onProgress: setStep },
          );
          setOpened(false);
          if (written.leftOut.length > 0) {
            const text = t('report:every.leftOut', { names: written.leftOut.join(', ') });
            toasts.dispatch({ kind: 'show', toast: { kind: 'done', text, action: null } });
          }
          return written;
        } finally {
          underWay.current = null;
        }
      },
    });
  };
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setOpened(true);
        }}
      >
        {t('report:everyUnit')}
      </Button>
      <Dialog
        opened={opened && save.advised === null}
        onClose={close}
        title={t('report:every.title', { year })}
      >
        <p className="dialog-text">{t('report:every.text')}</p>
        <Checkbox.Group
          label={t('report:every.formats')}
          value={[...formats]}
          onChange={(values) => {
            setFormats(reportFormats.filter((format) => values.includes(format)));
          }}
        >
          <div className="report-formats">
            {reportFormats.map((format) => (
              <Checkbox
                key={format}
                value={format}
                label={t(`report:formats.${format}`)}
                disabled={save.isSaving}
              />
            ))}
          </div>
        </Checkbox.Group>
        {save.isSaving && (
          <div className="report-progress">
            <p role="status">{step === null ? t('report:every.begins') : say(step.step)}</p>
            <Progress value={(step?.share ?? 0) * 100} aria-label={t('report:every.progress')} />
          </div>
        )}
        <div className="dialog-actions">
          <Button variant="default" onClick={close}>
            {t('shared:cancel')}
          </Button>
          <Button disabled={formats.length === 0} loading={save.isSaving} onClick={start}>
            {t('report:every.start')}
          </Button>
        </div>
      </Dialog>
      <ReleaseDialog save={save} />
    </>
  );
}
