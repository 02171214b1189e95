import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WinterEvent, WinterEventStatus } from '../api/types';
import { confirm } from '../shell/confirm';
import { DeleteButton } from '../shell/editing';
import { notifyDone, notifyProblem } from '../shell/notify';
import { type Transition, useDeleteWinterEvent, useTransition } from './winterEvents';

const OFFERED: Record<WinterEventStatus, Transition[]> = {
  PLANNED: ['cancel', 'activate'],
  ACTIVE: ['close'],
  CLOSED: [],
  CANCELLED: [],
};

/** What took place, or is taking place, stays. */
const DELETABLE: WinterEventStatus[] = ['PLANNED', 'CANCELLED'];

export function WinterEventActions({ event }: { event: WinterEvent }) {
  const { t } = useTranslation('winterevent');
  const change = useTransition(event);
  const remove = useDeleteWinterEvent(event);

  const ask = (transition: Transition) => {
    confirm({
      title: t(`${transition}.question`),
      text: t(`${transition}.text`),
      yes: t(`${transition}.label`),
      no: t('back'),
      dangerous: transition === 'cancel',
      onYes: () =>
        change.mutate(transition, {
          onSuccess: () => notifyDone(t(`${transition}.done`)),
          onError: notifyProblem,
        }),
    });
  };

  return (
    <>
      {DELETABLE.includes(event.status) && (
        <DeleteButton
          question={t('delete.question')}
          yes={t('delete.yes')}
          name={event.name}
          text={t('delete.text', { name: event.name })}
          remove={remove}
        />
      )}
      {OFFERED[event.status].map((transition) => (
        <Button
          key={transition}
          variant={transition === 'cancel' ? 'default' : 'filled'}
          loading={change.isPending && change.variables === transition}
          onClick={() => ask(transition)}
        >
          {t(`${transition}.label`)}
        </Button>
      ))}
    </>
  );
}
