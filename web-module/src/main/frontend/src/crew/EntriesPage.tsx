import { Button, List, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../format/useFormat';
import { confirm } from '../shell/confirm';
import { notifyDone, notifyProblem } from '../shell/notify';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { useCrew, useCrewPath } from './CrewFrame';
import { blockersOf, type Content, type Entry, isKind, isUnsent } from './entries';
import { FinishForm } from './FinishForm';
import { outbox } from './outbox';
import { StartForm } from './StartForm';

/** What was entered on this device: what waits, what the server did not take and why, and what was sent lately. */
export function EntriesPage() {
  const { t } = useTranslation('crew');
  const { entries } = useCrew();
  const path = useCrewPath();
  const [editing, setEditing] = useState<Entry>();
  const order = { refused: 0, waiting: 1, sent: 2 };
  const shown = [...entries].sort(
    (one, other) =>
      order[one.state] - order[other.state] || (one.state === 'sent' ? other.seq - one.seq : one.seq - other.seq),
  );

  if (editing) return <Edit entry={editing} onDone={() => setEditing(undefined)} />;
  return (
    <>
      <PageHeader title={t('unsent.title')} />
      {shown.length === 0 && <EmptyState title={t('unsent.none')}>{t('unsent.noneText')}</EmptyState>}
      <ul className="crew-stops" aria-label={t('unsent.title')}>
        {shown.map((entry) => (
          <li key={entry.seq}>
            <EntryCard entry={entry} onEdit={() => setEditing(entry)} />
          </li>
        ))}
      </ul>
      <div className="crew-actions">
        {entries.some(isUnsent) && (
          <Button className="crew-button crew-main" onClick={() => void outbox.send(true).catch(notifyProblem)}>
            {t('unsent.send')}
          </Button>
        )}
        <Button component={Link} to={path()} variant="default" className="crew-button" fullWidth>
          {t('back')}
        </Button>
      </div>
    </>
  );
}

function Edit({ entry, onDone }: { entry: Entry; onDone: () => void }) {
  const send = (content: Content) => outbox.sendAgain(entry, content).then(onDone, notifyProblem);
  if (isKind(entry, 'start')) {
    return <StartForm title={entry.place.name} entered={entry.content} onSend={send} onCancel={onDone} />;
  }
  if (isKind(entry, 'finish')) {
    const { content } = entry;
    return (
      <FinishForm
        title={entry.place.name}
        entered={content}
        onSend={(facts) => send({ ...facts, kind: 'finish', log: content.log })}
        onCancel={onDone}
      />
    );
  }
  return null;
}

function EntryCard({ entry, onEdit }: { entry: Entry; onEdit: () => void }) {
  const { t } = useTranslation('crew');
  const { owner, entries } = useCrew();
  const format = useFormat();
  const { content, refusal, state } = entry;
  const isBlocked = state === 'waiting' && blockersOf(entry, entries).length > 0;
  const isEditable = content.kind === 'start' || content.kind === 'finish';
  const what =
    content.kind === 'checkIn'
      ? t(`unsent.kind.${content.direction}`)
      : content.kind === 'start'
        ? t('unsent.kind.start', { work: t(`work.${content.work}`) })
        : t(`unsent.kind.${content.kind}`);

  const discard = async () => {
    const count = await outbox.withDependents(owner, entry);
    confirm({
      title: t('unsent.discardTitle'),
      text: [
        count > 0 ? t('unsent.discardWith', { count }) : t('unsent.discardText'),
        entry.attempts > 0 && state === 'waiting' ? t('unsent.discardTried') : '',
      ].join(' '),
      yes: t('unsent.discard'),
      no: t('unsent.keep'),
      dangerous: true,
      onYes: () =>
        void outbox.discard(owner, entry).then(() => notifyDone(t('unsent.discarded')), notifyProblem),
    });
  };

  return (
    <article className="crew-next" style={state === 'refused' ? undefined : { borderWidth: 1, borderColor: 'transparent' }}>
      <Text fw={650} size="lg">
        {state === 'refused' ? '⚠ ' : state === 'sent' ? '✓ ' : '↑ '}
        {what}
      </Text>
      <Text>
        {entry.place.name}, {format.dateTime(entry.capturedAt)}
      </Text>
      <Text fw={600}>{t(`unsent.state.${isBlocked ? 'blocked' : state}`)}</Text>
      {state === 'refused' && refusal && (
        <div role="alert">
          <Text mt="xs" c="dimmed" size="sm">
            {t('unsent.said')}
          </Text>
          <Text>{refusal.message}</Text>
          {refusal.fields.length > 0 && (
            <List>
              {refusal.fields.map((field) => (
                <List.Item key={field}>{field}</List.Item>
              ))}
            </List>
          )}
        </div>
      )}
      {state !== 'sent' && (
        <div className="crew-stops" style={{ marginTop: 12 }}>
          {state === 'refused' && refusal?.slug === 'log-already-open' && refusal.relatedId && (
            <Button className="crew-button" onClick={() => void outbox.takeOpenLog(entry).catch(notifyProblem)}>
              {t('unsent.takeOpen')}
            </Button>
          )}
          {state === 'refused' && isEditable && (
            <Button className="crew-button" variant="default" onClick={onEdit}>
              {t('unsent.edit')}
            </Button>
          )}
          {state === 'refused' && (
            <Button
              className="crew-button"
              variant="default"
              onClick={() => void outbox.sendAgain(entry).catch(notifyProblem)}
            >
              {t('unsent.again')}
            </Button>
          )}
          <Button className="crew-button" variant="subtle" color="red" onClick={() => void discard()}>
            {t('unsent.discard')}
          </Button>
        </div>
      )}
    </article>
  );
}
