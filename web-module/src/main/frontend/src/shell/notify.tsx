import { notifications } from '@mantine/notifications';
import { t } from 'i18next';
import { asProblem } from '../api/problem';
import { AlertIcon, CheckIcon } from './icons';

const closeButtonProps = () => ({ 'aria-label': t('dismiss') });

export function notifyDone(message: string): void {
  notifications.show({ message, color: 'teal.8', icon: <CheckIcon />, closeButtonProps: closeButtonProps() });
}

export function notifyProblem(error: unknown): void {
  notifications.show({
    title: t('failed'),
    message: asProblem(error).message,
    color: 'red.9',
    icon: <AlertIcon />,
    autoClose: 10_000,
    closeButtonProps: closeButtonProps(),
  });
}
