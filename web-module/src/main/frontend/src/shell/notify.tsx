import { notifications } from '@mantine/notifications';
import { asProblem } from '../api/problem';
import { AlertIcon, CheckIcon } from './icons';

const closeButtonProps = { 'aria-label': 'Dismiss' };

export function notifyDone(message: string): void {
  notifications.show({ message, color: 'teal.8', icon: <CheckIcon />, closeButtonProps });
}

export function notifyProblem(error: unknown): void {
  notifications.show({
    title: 'That did not work',
    message: asProblem(error).message,
    color: 'red.9',
    icon: <AlertIcon />,
    autoClose: 10_000,
    closeButtonProps,
  });
}
