import { Button } from '@mantine/core';
import type { WinterEvent, WinterEventStatus } from '../api/types';
import { confirm } from '../shell/confirm';
import { DeleteButton } from '../shell/editing';
import { notifyDone, notifyProblem } from '../shell/notify';
import { type Transition, useDeleteWinterEvent, useTransition } from './winterEvents';

const TRANSITIONS: Record<Transition, { label: string; question: string; text: string; done: string }> = {
  activate: {
    label: 'Activate',
    question: 'Activate this event?',
    text: 'Crews see it as active from now on.',
    done: 'The event is active.',
  },
  close: {
    label: 'Close event',
    question: 'Close this event?',
    text: 'A closed event takes no new work.',
    done: 'The event is closed.',
  },
  cancel: {
    label: 'Cancel event',
    question: 'Cancel this event?',
    text: 'A cancelled event stays in the list, and cannot be activated again.',
    done: 'The event is cancelled.',
  },
};

const OFFERED: Record<WinterEventStatus, Transition[]> = {
  PLANNED: ['cancel', 'activate'],
  ACTIVE: ['close'],
  CLOSED: [],
  CANCELLED: [],
};

/** What took place, or is taking place, stays. */
const DELETABLE: WinterEventStatus[] = ['PLANNED', 'CANCELLED'];

export function WinterEventActions({ event }: { event: WinterEvent }) {
  const change = useTransition(event);
  const remove = useDeleteWinterEvent(event);

  const ask = (transition: Transition) => {
    const { label, question, text, done } = TRANSITIONS[transition];
    confirm({
      title: question,
      text,
      yes: label,
      no: 'Back',
      dangerous: transition === 'cancel',
      onYes: () => change.mutate(transition, { onSuccess: () => notifyDone(done), onError: notifyProblem }),
    });
  };

  return (
    <>
      {DELETABLE.includes(event.status) && (
        <DeleteButton
          question="Delete this event?"
          yes="Delete event"
          name={event.name}
          text={`${event.name} is removed. This cannot be undone.`}
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
          {TRANSITIONS[transition].label}
        </Button>
      ))}
    </>
  );
}
