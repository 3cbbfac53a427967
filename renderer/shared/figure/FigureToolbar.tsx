import { ActionIcon, Menu, Popover, Tooltip } from '@mantine/core';
import { IconCopy, IconDownload, IconHelpCircle, IconTable } from '@tabler/icons-react';
import type { FigureFormat, InputOf } from '../../../core/api.ts';
import { figureFormats } from '../../../core/api.ts';
import type { FigureSpec } from '../../../core/figures/figure.ts';
import { useToasts } from '../../app/toasts.tsx';
import { useTexts } from '../../texts/texts.ts';
import { problemText } from '../../machine/queries.ts';
import { LoadingState } from '../states.tsx';
import { ReleaseDialog } from '../ReleaseDialog.tsx';
import { useSave } from '../save.ts';
import { copyPicture } from './picture.ts';

/** The same four things for every figure: its table, how it was made, a copy, a file. */
export function FigureToolbar({
  name,
  figure,
  input,
  explanation,
  onExplain,
  isTable,
  onToggleTable,
}: {
  /** What the figure is of. */
  readonly name: string;
  /** The figure, which may have to be asked for. */
  readonly figure: () => Promise<FigureSpec>;
  readonly input: InputOf<'figure.get'>;
  /** Null while the figure is on its way. */
  readonly explanation: readonly string[] | null;
  /** The explanation is asked for. */
  readonly onExplain?: () => void;
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
    const isCopied = await copyPicture(figure()).catch(() => false);
    if (isCopied) tell('done', t('shared:figure.copied'));
    else tell('problem', t('shared:figure.notCopied'));
  };
  const saveAs = async (format: FigureFormat) => {
    try {
      const { id } = await figure();
      save.start({
        suggestedName: `${id}.${format}`,
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
    } catch (error) {
      tell('problem', problemText(error));
    }
  };
  return (
    <div className="figure-tools" role="group" aria-label={t('shared:figure.toolsOf', { name })}>
      <Tooltip label={t(isTable ? 'shared:figure.asDrawing' : 'shared:figure.asTable')}>
        <ActionIcon aria-label={t('shared:figure.asTable')} aria-pressed={isTable} onClick={onToggleTable}>
          <IconTable size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Popover width={420} position="bottom-end" trapFocus returnFocus>
        <Tooltip label={t('shared:figure.explain')}>
          <Popover.Target>
            <ActionIcon aria-label={t('shared:figure.explain')} onClick={onExplain}>
              <IconHelpCircle size={17} stroke={1.6} />
            </ActionIcon>
          </Popover.Target>
        </Tooltip>
        <Popover.Dropdown className="figure-explanation" tabIndex={0} data-autofocus>
          {explanation === null ? (
            <LoadingState height={120} />
          ) : (
            explanation.map((paragraph) => <p key={paragraph}>{paragraph}</p>)
          )}
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
                void saveAs(format);
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
