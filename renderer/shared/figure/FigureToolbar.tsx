import { ActionIcon, Menu, Popover, Tooltip } from '@mantine/core';
import { IconCopy, IconDownload, IconHelpCircle, IconTable } from '@tabler/icons-react';
import type { InputOf } from '../../../core/api.ts';
import { figureFormats } from '../../../core/api.ts';
import type { FigureSpec } from '../../../core/figures/figure.ts';
import { useToasts } from '../../app/toasts.tsx';
import { useTexts } from '../../texts/texts.ts';
import { ReleaseDialog } from '../ReleaseDialog.tsx';
import { useSave } from '../save.ts';
import { copyPicture } from './picture.ts';

/** The same four things for every figure: its table, how it was made, a copy, a file. */
export function FigureToolbar({
  spec,
  input,
  explanation,
  isTable,
  onToggleTable,
}: {
  readonly spec: FigureSpec;
  readonly input: InputOf<'figure.get'>;
  readonly explanation: readonly string[];
  readonly isTable: boolean;
  readonly onToggleTable: () => void;
}) {
  const t = useTexts();
  const toasts = useToasts();
  const save = useSave();
  const tell = (kind: 'done' | 'problem', text: string) => {
    toasts.dispatch({ kind: 'show', toast: { kind, text, action: null } });
  };
  const copy = async () => {
    const isCopied = await copyPicture(spec).catch(() => false);
    if (isCopied) tell('done', t('shared:figure.copied'));
    else tell('problem', t('shared:figure.notCopied'));
  };
  return (
    <div className="figure-tools" role="group" aria-label={t('shared:figure.tools')}>
      <Tooltip label={t(isTable ? 'shared:figure.asDrawing' : 'shared:figure.asTable')}>
        <ActionIcon aria-label={t('shared:figure.asTable')} aria-pressed={isTable} onClick={onToggleTable}>
          <IconTable size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Popover width={420} position="bottom-end" trapFocus returnFocus>
        <Tooltip label={t('shared:figure.explain')}>
          <Popover.Target>
            <ActionIcon aria-label={t('shared:figure.explain')}>
              <IconHelpCircle size={17} stroke={1.6} />
            </ActionIcon>
          </Popover.Target>
        </Tooltip>
        <Popover.Dropdown className="figure-explanation" tabIndex={0} data-autofocus>
          {explanation.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Popover.Dropdown>
      </Popover>
      <Tooltip label={t('shared:figure.copy')}>
        <ActionIcon aria-label={t('shared:figure.copy')} onClick={() => void copy()}>
          <IconCopy size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Menu>
        <Tooltip label={t('shared:figure.export')}>
          <Menu.Target>
            <ActionIcon aria-label={t('shared:figure.export')} loading={save.isSaving}>
              <IconDownload size={17} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
        </Tooltip>
        <Menu.Dropdown>
          {figureFormats.map((format) => (
            <Menu.Item
              key={format}
              onClick={() => {
                save.start({
                  suggestedName: `${spec.id}.${format}`,
                  kind: format,
                  write: (machine, target) =>
                    machine.call('figure.export', {
                      ...input,
                      format,
                      scale: 2,
                      theme: 'light',
                      width: null,
                      ...target,
                    }),
                });
              }}
            >
              {t(`shared:formats.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ReleaseDialog save={save} />
    </div>
  );
}
