import { Box, Button, Group, Kbd, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WorkLog } from '../api/types';
import { useFormat } from '../format/useFormat';
import { BackIcon, CheckIcon, CloseIcon, ForwardIcon } from '../shell/icons';
import { useFilters } from '../shell/filters';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState, ListSkeleton, ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import type { Verdict } from './decisions';
import { Photos } from './Photos';
import { RejectDialog } from './RejectDialog';
import './review.css';
import { reviewKey } from './reviewKey';
import { useDecisions } from './useDecisions';
import { WorkLogFacts } from './WorkLogFacts';
import { EventFilter } from './WorkLogsPage';
import { useWorkLogs } from './workLogs';

const LONGEST_WAITING_FIRST = 'startedAt';
const LOAD_MORE_BEFORE_THE_END = 10;

/** The completed logs that wait for the office, one after the other, for those who have many to look at. */
export function ReviewPage() {
  const { t } = useTranslation('worklog');
  const filters = useFilters();
  const { event } = { event: filters.get('event') };
  const queue = useWorkLogs({ event, status: 'COMPLETED' }, LONGEST_WAITING_FIRST);
  return (
    <>
      <PageHeader title={t('review.title')} description={t('review.text')}>
        <EventFilter filters={filters} />
      </PageHeader>
      {queue.isPending ? (
        <ListSkeleton />
      ) : queue.isError && queue.items.length === 0 ? (
        <ProblemAlert error={queue.error} onRetry={() => void queue.refetch()} />
      ) : (
        <Queue key={event ?? ''} logs={queue.items} total={queue.total} more={queue.hasNextPage} onMore={queue.fetchNextPage} />
      )}
    </>
  );
}

interface QueueProps {
  logs: WorkLog[];
  total?: number;
  more: boolean;
  onMore: () => Promise<unknown>;
}

function Queue({ logs, total, more, onMore }: QueueProps) {
  const { t } = useTranslation('worklog');
  const format = useFormat();
  const area = useRef<HTMLElement>(null);
  const { decided, decide, undo } = useDecisions();
  const [position, setPosition] = useState(0);
  const [rejecting, setRejecting] = useState(false);
  const left = logs.filter((log) => !decided.has(log.id));
  const index = Math.min(position, left.length - 1);
  const current = left[index];

  useEffect(() => area.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (more && left.length - index < LOAD_MORE_BEFORE_THE_END) void onMore();
  }, [more, left.length, index, onMore]);

  const move = (step: number) => setPosition(Math.max(0, Math.min(left.length - 1, index + step)));
  const settle = (verdict: Verdict) => {
    if (current) decide({ log: current, verdict });
    area.current?.focus({ preventScroll: true });
  };
  const takeBack = () => {
    const undone = undo();
    if (!undone) return;
    const others = new Set([...decided].filter((id) => id !== undone.log.id));
    setPosition(logs.filter((log) => !others.has(log.id)).findIndex((log) => log.id === undone.log.id));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const action = reviewKey(event.nativeEvent, event.currentTarget);
    if (!action) return;
    event.preventDefault();
    if (action === 'next') move(1);
    if (action === 'previous') move(-1);
    if (action === 'approve') settle({ kind: 'approve' });
    if (action === 'reject' && current) setRejecting(true);
    if (action === 'undo') takeBack();
  };

  return (
    <Box component="section" ref={area} tabIndex={-1} className="portal-review" onKeyDown={onKeyDown} aria-label={t('review.queue')}>
      <Shortcuts />
      {!current ? (
        <Surface>
          <EmptyState
            title={t('review.emptyTitle')}
            action={
              <Button component={Link} to=".." relative="path" variant="default">
                {t('review.all')}
              </Button>
            }
          >
            {t('review.emptyText')}
          </EmptyState>
        </Surface>
      ) : (
        <div className="portal-review-columns">
          <Surface>
            <Group justify="space-between" mb="md">
              <Text size="sm" c="dimmed" role="status">
                {t('review.position', {
                  number: format.number(index + 1),
                  count: format.number(Math.max(left.length, (total ?? 0) - (logs.length - left.length))),
                })}
                <span className="portal-said">{` ${current.propertyName}, ${current.memberName}`}</span>
              </Text>
              <Group gap="xs">
                <Button variant="default" leftSection={<BackIcon />} disabled={index === 0} onClick={() => move(-1)}>
                  {t('review.previous')}
                </Button>
                <Button
                  variant="default"
                  rightSection={<ForwardIcon />}
                  disabled={index >= left.length - 1}
                  onClick={() => move(1)}
                >
                  {t('review.next')}
                </Button>
              </Group>
            </Group>
            <Title order={2} size="h3" mb="sm">
              {current.propertyName}
            </Title>
            <WorkLogFacts log={current} />
            <Box my="md">
              <Photos key={current.id} logId={current.id} />
            </Box>
            <Group className="portal-review-verdict">
              <Button leftSection={<CheckIcon />} onClick={() => settle({ kind: 'approve' })}>
                {t('review.approve')}
              </Button>
              <Button variant="default" leftSection={<CloseIcon />} onClick={() => setRejecting(true)}>
                {t('review.rejectOpen')}
              </Button>
              <Button variant="subtle" component={Link} to={`../${current.id}`} relative="path">
                {t('review.open')}
              </Button>
            </Group>
          </Surface>
          <Surface p={0} className="portal-surface portal-review-list">
            <ol aria-label={t('review.waiting')}>
              {left.map((log, place) => (
                <Row key={log.id} current={place === index} onChoose={() => setPosition(place)}>
                  <Text size="sm" fw={500}>
                    {log.propertyName}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {t(`work.${log.work}`)} · {log.memberName} · {format.dateTime(log.startedAt)}
                    {log.late && ` · ${t('late')}`}
                  </Text>
                </Row>
              ))}
            </ol>
          </Surface>
        </div>
      )}
      <RejectDialog
        opened={rejecting}
        onClose={() => setRejecting(false)}
        onReject={(reason) => {
          setRejecting(false);
          settle({ kind: 'reject', reason });
        }}
      />
    </Box>
  );
}

function Row({ current, onChoose, children }: { current: boolean; onChoose: () => void; children: ReactNode }) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const list = row.current?.parentElement?.parentElement;
    if (current && row.current && list && list.scrollHeight > list.clientHeight) {
      list.scrollTop = row.current.offsetTop - list.clientHeight / 2;
    }
  }, [current]);
  return (
    <li ref={row}>
      <UnstyledButton className="portal-review-row" aria-current={current || undefined} onClick={onChoose}>
        {children}
      </UnstyledButton>
    </li>
  );
}

function Shortcuts() {
  const { t } = useTranslation('worklog');
  return (
    <Stack gap={4} mb="sm" visibleFrom="sm">
      <Group gap="md" component="p" m={0}>
        <Text span size="sm" c="dimmed">
          {t('review.keys')}
        </Text>
        <Key keys={['J', '↓']} what={t('review.next')} />
        <Key keys={['K', '↑']} what={t('review.previous')} />
        <Key keys={['A']} what={t('review.approve')} />
        <Key keys={['R']} what={t('review.reject')} />
        <Key keys={['U']} what={t('review.undo')} />
      </Group>
    </Stack>
  );
}

function Key({ keys, what }: { keys: string[]; what: string }) {
  return (
    <Group gap={6} component="span">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      <Text span size="sm">
        {what}
      </Text>
    </Group>
  );
}
