import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';

interface Question {
  title: string;
  text: string;
  yes: string;
  no?: string;
  dangerous?: boolean;
  onYes: () => void;
}

export function confirm({ title, text, yes, no = 'Cancel', dangerous, onYes }: Question): void {
  modals.openConfirmModal({
    title,
    centered: true,
    children: <Text size="sm">{text}</Text>,
    labels: { confirm: yes, cancel: no },
    confirmProps: dangerous ? { color: 'red.9' } : {},
    closeButtonProps: { 'aria-label': 'Close' },
    onConfirm: onYes,
  });
}
