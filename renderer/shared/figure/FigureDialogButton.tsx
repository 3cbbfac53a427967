import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowsDiagonal } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Dialog } from '../Dialog.tsx';
import type { FigureProps } from './Figure.tsx';
import { Figure } from './Figure.tsx';

/** Opens the whole figure of what stands here in short, with its table, explanation, copy and files. */
export function FigureDialogButton({
  name,
  ...figure
}: FigureProps & { /** What it is of. */ readonly name: string }) {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  const label = t('shared:figure.open', { name });
  return (
    <>
      <Tooltip label={t('shared:figure.openShort')}>
        <ActionIcon
          aria-label={label}
          className="figure-open"
          onClick={() => {
            setOpened(true);
          }}
        >
          <IconArrowsDiagonal size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Dialog
        opened={opened}
        onClose={() => {
          setOpened(false);
        }}
        size={960}
        title={<span className="sr-only">{name}</span>}
      >
        <Figure {...figure} />
      </Dialog>
    </>
  );
}
