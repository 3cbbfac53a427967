import type { ModalProps } from '@mantine/core';
import { Modal } from '@mantine/core';
import { useTexts } from '../texts/texts.ts';

/** A dialog whose close button has a name in the window's language. */
export function Dialog(props: Omit<ModalProps, 'closeButtonProps'>) {
  const t = useTexts();
  return <Modal {...props} closeButtonProps={{ 'aria-label': t('shared:close') }} />;
}
