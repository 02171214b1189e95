import '@mantine/notifications/styles.css';
import { Button, Group, List, Text } from '@mantine/core';
import { modals, ModalsProvider } from '@mantine/modals';
import { Notifications, notifications, notificationsStore } from '@mantine/notifications';
import { t } from 'i18next';
import { useEffect } from 'react';
import type { Question } from './confirm';
import { AlertIcon, CheckIcon } from './icons';
import type { Undoable } from './notify';

/** What lies over the pages: questions, and messages in a corner. */
export function Overlays({ onShown }: { onShown: () => void }) {
  useEffect(onShown, [onShown]);
  return (
    <ModalsProvider>
      <Notifications position="bottom-right" />
    </ModalsProvider>
  );
}

export function ask({ title, text, yes, no = t('cancel'), dangerous, onYes, onNo }: Question): void {
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

const PROBLEM = 'problem ';

/** Takes away all that was asked and told, but what failed: that is told even to who has just left. */
export function clear(): void {
  modals.closeAll();
  notifications.updateState(notificationsStore, (all) => all.filter(({ id }) => id?.startsWith(PROBLEM)));
}

export function tellDone(message: string): void {
  notifications.show({ message, color: 'teal.8', icon: <CheckIcon />, closeButtonProps: closeButton() });
}

export function tellChanged(title: string, lines: string[]): void {
  notifications.show({
    title,
    message: (
      <List size="sm">
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    ),
    color: 'yellow.8',
    icon: <AlertIcon />,
    autoClose: false,
    closeButtonProps: closeButton(),
  });
}

export function tellProblem(message: string): void {
  notifications.show({
    id: PROBLEM + crypto.randomUUID(),
    title: t('failed'),
    message,
    color: 'red.9',
    icon: <AlertIcon />,
    autoClose: 10_000,
    closeButtonProps: closeButton(),
  });
}

export function tellUndoable({ id, message, forMilliseconds, onUndo }: Undoable): void {
  notifications.show({
    id,
    autoClose: forMilliseconds,
    color: 'teal.8',
    icon: <CheckIcon />,
    closeButtonProps: closeButton(),
    message: (
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="default" onClick={onUndo}>
          {t('undo')}
        </Button>
      </Group>
    ),
  });
}

export function hide(id: string): void {
  notifications.hide(id);
}

const closeButton = () => ({ 'aria-label': t('dismiss') });
