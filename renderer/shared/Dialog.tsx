import type { ModalProps } from '@mantine/core';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../texts/texts.ts';

/** A dialog whose close button has a name in the window's language. One that has never been opened costs nothing. */
export function Dialog(props: Omit<ModalProps, 'closeButtonProps'>) {
  const [wasOpened, setWasOpened] = useState(props.opened);
  if (props.opened && !wasOpened) setWasOpened(true);
  return props.opened || wasOpened ? <OpenedDialog {...props} /> : null;
}

function OpenedDialog(props: Omit<ModalProps, 'closeButtonProps'>) {
  const t = useTexts();
  return <Modal {...props} closeButtonProps={{ 'aria-label': t('shared:close') }} />;
}
