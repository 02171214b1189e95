import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import type { WinterEvent } from '../api/types';
import { useFormat } from '../format/useFormat';
import { StatusBadge } from '../shell/StatusBadge';
import { useProgress } from '../winterevent/storm';
import { StatesBar, StormSums } from '../winterevent/StormTotals';
import { Card, CardSkeleton } from './Card';
import { type useActiveEvents, useNextEvent } from './dashboard';

/** The event that is active, and how far it is; else what comes next. */
export function NowCard({ active }: { active: ReturnType<typeof useActiveEvents> }) {
  const { t } = useTranslation('dashboard');
  const [event, ...others] = active.data ?? [];
  return (
    <Card
      title={t('storm.title')}
      className="portal-dashboard-now"
      pending={active.isPending}
      error={active.error}
      onRetry={() => void active.refetch()}
    >
      {event ? <ActiveEvent event={event} others={others} /> : <NoEvent />}
    </Card>
  );
}

function ActiveEvent({ event, others }: { event: WinterEvent; others: WinterEvent[] }) {
  const { t } = useTranslation('dashboard');
  const { customerId } = useCustomer();
  const format = useFormat();
  const { data, isPending } = useProgress(event.id);
  const at = `/c/${customerId}/winter-events/${event.id}`;
  const { done, open, untouched, total } = data?.properties ?? { done: 0, open: 0, untouched: 0, total: 0 };
  if (isPending) return <CardSkeleton />;
  return (
    <Stack gap="sm">
      <Group gap="xs" justify="space-between">
        <Group gap="xs">
          <Anchor component={Link} to={at} fw={650} size="lg">
            {event.name}
          </Anchor>
          <StatusBadge status={event.status} />
        </Group>
        <Button component={Link} to={at} size="xs">
          {t('storm.open')}
        </Button>
      </Group>
      <Text>{data ? t('storm.done', { done: format.number(done), total: format.number(total) }) : '\u00a0'}</Text>
      <StatesBar
        label={t('storm.title')}
        counts={{ DONE: done, OPEN: open, PROBLEM: 0, UNTOUCHED: data ? untouched : 1 }}
      />
      <StormSums progress={data} />
      {others.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('storm.also', { names: others.map(({ name }) => name).join(', ') })}
        </Text>
      )}
    </Stack>
  );
}

function NoEvent() {
  const { t } = useTranslation('dashboard');
  const { customerId, role } = useCustomer();
  const format = useFormat();
  const { data: next } = useNextEvent(true);
  return (
    <Stack gap="sm" align="flex-start">
      <Text fw={600}>{t('storm.none')}</Text>
      <Text c="dimmed">{t(mayPlan(role) ? 'storm.noneText' : 'storm.noneRead')}</Text>
      {next && (
        <Anchor component={Link} to={`/c/${customerId}/winter-events/${next.id}`}>
          {t('storm.next', { name: next.name, time: format.dateTime(next.startsAt) })}
        </Anchor>
      )}
      {mayPlan(role) && (
        <Button component={Link} to={`/c/${customerId}/winter-events/new`} variant="default">
          {t('storm.plan')}
        </Button>
      )}
    </Stack>
  );
}
