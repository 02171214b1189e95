import { Button, Text, Title } from '@mantine/core';
import { type ChangeEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useFormat } from '../format/useFormat';
import { confirm } from '../shell/confirm';
import { notifyProblem } from '../shell/notify';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { Actions } from './Actions';
import { clock } from './clock';
import { useCrew, useCrewPath } from './CrewFrame';
import type { Content, Finish, StartContent } from './entries';
import { FinishForm } from './FinishForm';
import { Navigate } from './Navigate';
import { outbox } from './outbox';
import { asSent } from './photo';
import { Stage } from './Stage';
import { StartForm } from './StartForm';
import { type LogHere, type Stage as StageOfWork, type Stop, stopAt } from './stops';
import { useNow } from './useCrew';

/** One place: what to know before work begins, and the next thing to do under the thumb. */
export function PlacePage() {
  const { t } = useTranslation('crew');
  const { propertyId = '' } = useParams();
  const { work, entries, event } = useCrew();
  const path = useCrewPath();
  const known =
    work.properties.find(({ id }) => id === propertyId) ??
    work.routes.flatMap(({ stops }) => stops).find((stop) => stop.propertyId === propertyId);
  if (!known) {
    return (
      <EmptyState
        title={t('empty.missing')}
        action={
          <Button component={Link} to={path()} className="crew-button">
            {t('back')}
          </Button>
        }
      >
        {t('empty.missingText')}
      </EmptyState>
    );
  }
  return <Place stop={stopAt(known, propertyId, event?.id ?? '', work, entries)} eventId={event?.id} />;
}

function Place({ stop, eventId }: { stop: Stop; eventId?: string }) {
  const { t } = useTranslation('crew');
  const { owner } = useCrew();
  const path = useCrewPath();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const doing = params.get('do');
  const photoInput = useRef<HTMLInputElement>(null);
  // Beside the buttons, as a notification would lie on top of them.
  const [said, setSaid] = useState('');
  const [taps, setTaps] = useState(0);
  const { open } = stop;
  const latest = open ?? stop.logs.at(-1);

  const draft = <C extends Content>(content: C, capturedAt: string) => ({
    eventId: eventId ?? '',
    place: { propertyId: stop.propertyId, name: stop.name },
    capturedAt,
    content,
  });
  const now = () => new Date().toISOString();
  const goDo = (what: 'start' | 'finish') =>
    setParams((present) => new URLSearchParams([...present, ['do', what]]));
  const fail = (problem: unknown) => {
    setSaid('');
    notifyProblem(problem);
  };
  const goBack = () => void navigate(-1);

  const come = (direction: 'IN' | 'OUT') => {
    setTaps(taps + 1);
    setSaid(t(direction === 'IN' ? 'did.checkIn' : 'did.checkOut', { name: stop.name }));
    outbox.addComing(owner, draft({ kind: 'checkIn', direction }, now())).catch(fail);
  };
  const start = (content: StartContent) =>
    outbox.add(owner, draft(content, content.startedAt)).then(() => {
      setSaid(t('did.start'));
      goBack();
    }, fail);
  const finish = (log: LogHere, facts: Finish) =>
    outbox.finish(owner, draft({ kind: 'finish', log: log.ref, ...facts }, facts.endedAt)).then(() => {
      setSaid(t('did.finish'));
      goBack();
    }, fail);
  const addPhoto = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    currentTarget.value = '';
    if (!file || !latest) return;
    try {
      const { fileName, ...photo } = await asSent(file);
      await outbox.add(owner, draft({ kind: 'photo', log: latest.ref, fileName }, now()), photo);
      setSaid(t('did.photo'));
    } catch {
      fail(new Error(t('photoTooLarge')));
    }
  };

  if (doing === 'start' && eventId) return <StartForm title={stop.name} onSend={start} onCancel={goBack} />;
  if (doing === 'finish' && open) {
    return <FinishForm title={stop.name} onSend={(facts) => finish(open, facts)} onCancel={goBack} />;
  }

  const leave = () => {
    if (stop.stage === 'leaving') return come('OUT');
    confirm({
      title: t('leaveTitle', { name: stop.name }),
      text: t('leaveText'),
      yes: t('action.checkOut'),
      onYes: () => come('OUT'),
    });
  };

  const act = (label: string, onClick: () => void, isNext = false) => (
    <Button
      className={isNext ? 'crew-button crew-main' : 'crew-button'}
      variant={isNext ? 'filled' : 'default'}
      onClick={onClick}
    >
      {label}
    </Button>
  );
  const checkIn = (isNext?: boolean) => act(t('action.checkIn'), () => come('IN'), isNext);
  const checkOut = (isNext?: boolean) => act(t('action.checkOut'), leave, isNext);
  const begin = (isNext?: boolean) =>
    act(t(stop.logs.length > 0 ? 'action.startMore' : 'action.start'), () => goDo('start'), isNext);
  const photo = act(t('action.photo'), () => photoInput.current?.click());
  // What ends the stay never comes where something else was tapped before: it has a place of its own, on the right.
  const actions: Record<StageOfWork, { left: ReactNode; right: ReactNode; main: ReactNode }> = {
    todo: { left: begin(), right: null, main: checkIn(true) },
    here: { left: null, right: checkOut(), main: begin(true) },
    working: {
      left: photo,
      right: stop.isHere ? null : checkIn(),
      main: act(t('action.finish'), () => goDo('finish'), true),
    },
    leaving: { left: photo, right: checkOut(true), main: begin() },
    done: { left: photo, right: begin(), main: checkIn() },
  };
  const { left, right, main } = actions[stop.stage];

  return (
    <>
      <PageHeader title={stop.name} description={stop.address}>
        <Stage stop={stop} />
      </PageHeader>
      {open && <Elapsed log={open} />}
      <SiteNotes stop={stop} />
      <Navigate stop={stop} />
      <Logs logs={stop.logs} />
      {!eventId && <EmptyState title={t('empty.noEvent')}>{t('empty.noEventText')}</EmptyState>}
      <input
        ref={photoInput}
        type="file"
        hidden
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        aria-label={t('action.photo')}
        onChange={(event) => void addPhoto(event)}
      />
      <Actions layout={`${stop.stage} ${stop.isHere} ${taps}`}>
        <div className="crew-said" role="status">
          {said}
        </div>
        {eventId && (
          <>
            <div className="crew-actions-row">
              <div className="crew-action">{left}</div>
              <div className="crew-action">{right}</div>
            </div>
            <div className="crew-action">{main}</div>
          </>
        )}
        <Button component={Link} to={path()} variant="subtle" className="crew-button" fullWidth>
          {t('back')}
        </Button>
      </Actions>
    </>
  );
}

function Elapsed({ log }: { log: LogHere }) {
  const { t } = useTranslation('crew');
  const format = useFormat();
  const now = useNow(true);
  return (
    <section className="crew-next" aria-label={t('elapsed')}>
      <Text fw={600} c="dimmed">
        {t('logOpen', { work: t(`work.${log.work}`), from: format.time(log.startedAt) })}
        {log.equipment && ` · ${log.equipment}`}
      </Text>
      <div className="crew-clock" role="timer">
        {clock(now - Date.parse(log.startedAt))}
      </div>
    </section>
  );
}

/** Hazards, gate codes and what else the office wrote down: seen before work begins. */
function SiteNotes({ stop }: { stop: Stop }) {
  const { t } = useTranslation('crew');
  const format = useFormat();
  return (
    <section className="crew-notes" aria-label={t('notes')}>
      <Title order={2} size="h4">
        {t('notes')}
      </Title>
      {stop.siteNotes ?? t('noNotes')}
      {stop.triggerDepthCm !== undefined && (
        <Text c="dimmed">{t('trigger', { depth: format.depth(stop.triggerDepthCm) })}</Text>
      )}
    </section>
  );
}

function Logs({ logs }: { logs: LogHere[] }) {
  const { t } = useTranslation('crew');
  const format = useFormat();
  const done = logs.flatMap(({ work, startedAt, endedAt }) => (endedAt ? [{ work, startedAt, endedAt }] : []));
  if (done.length === 0) return null;
  return (
    <section aria-label={t('logs')}>
      <Title order={2} size="h4">
        {t('logs')}
      </Title>
      {done.map(({ work, startedAt, endedAt }) => (
        <Text key={startedAt}>
          {t('logDone', { work: t(`work.${work}`), from: format.time(startedAt), to: format.time(endedAt) })}
        </Text>
      ))}
    </section>
  );
}
