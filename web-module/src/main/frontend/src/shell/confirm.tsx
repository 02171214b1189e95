import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { t } from 'i18next';

interface Question {
  title: string;
  text: string;
  yes: string;
  no?: string;
  dangerous?: boolean;
  onYes: () => void;
  /** However it is said: by the button, by closing the question, by Escape. */
  onNo?: () => void;
}

export function confirm({ title, text, yes, no = t('cancel'), dangerous, onYes, onNo }: Question): void {
  let agreed = false;
  modals.openConfirmModal({
    modalId: title, // The same question does not stand there twice.
    title,
    centered: true,
    children: <Text size="sm">{text}</Text>,
    labels: { confirm: yes, cancel: no },
    confirmProps: dangerous ? { color: 'red.9' } : {},
    closeButtonProps: { 'aria-label': t('close') },
    onConfirm: () => {
      agreed = true;
      onYes();
    },
    onClose: () => {
      if (!agreed) onNo?.();
    },
  });
}
