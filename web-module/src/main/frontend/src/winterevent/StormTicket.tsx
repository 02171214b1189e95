import './storm.css';
import { Anchor, Badge, Box, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCustomer } from '../account/useSession';
import type { EventProperty, WorkLog } from '../api/types';
import { useFormat } from '../format/useFormat';
import { EmptyState, ListSkeleton, ProblemAlert } from '../shell/states';
import { Photos } from '../worklog/Photos';
import { useLogTexts } from '../worklog/useLogTexts';
import { WorkLogStatusBadges } from '../worklog/WorkLogFacts';
import { Elapsed } from './Elapsed';
import { StateMark } from './StateMark';
import { useCheckIns, useTicketLogs } from './storm';

interface StormTicketProps {
  eventId: string;
  propertyId: string;
  /** Unless it is no part of the event. */
  property?: EventProperty;
  onClose: () => void;
}

/** What was done at one property for the event: logs, photos, check-ins. */
export function StormTicket({ eventId, propertyId, property, onClose }: StormTicketProps) {
  const { t } = useTranslation('winterevent');
  const { customerId } = useCustomer();
  useFocusReturned();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      zIndex={300}
      title={property && <Text fw={650} size="lg">{property.name}</Text>}
      closeButtonProps={{ 'aria-label': t('ticket.close') }}
    >
      {property ? (
        <Stack gap="md">
          <Group justify="space-between" gap="xs">
            <Group gap={8}>
              <StateMark state={property.state} size={20} />
              <Text fw={600}>{t(`storm.state.${property.state}`)}</Text>
            </Group>
            <Anchor component={Link} to={`/c/${customerId}/properties/${propertyId}`} size="sm">
              {t('ticket.toProperty')}
            </Anchor>
          </Group>
          <Text c="dimmed">{[property.street, property.city].filter(Boolean).join(', ')}</Text>
          <TicketLogs eventId={eventId} propertyId={propertyId} />
          <TicketCheckIns eventId={eventId} propertyId={propertyId} />
        </Stack>
      ) : (
        <EmptyState title={t('storm.nothing')}>{t('ticket.gone')}</EmptyState>
      )}
    </Drawer>
  );
}

/** Back to where the ticket was opened: it is there open from the first, which the drawer takes for no change. */
function useFocusReturned() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus();
    },
    [before],
  );
}

function TicketLogs({ eventId, propertyId }: { eventId: string; propertyId: string }) {
  const { t } = useTranslation('winterevent');
  const logs = useTicketLogs(eventId, propertyId);
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {t('ticket.logs')}
      </Title>
      {logs.isPending && <ListSkeleton rows={3} />}
      {logs.isError && <ProblemAlert error={logs.error} onRetry={() => void logs.refetch()} />}
      {logs.isSuccess && logs.items.length === 0 && <Text c="dimmed">{t('ticket.noLogs')}</Text>}
      {logs.items.map((log) => (
        <TicketLog key={log.id} log={log} />
      ))}
    </section>
  );
}

function TicketLog({ log }: { log: WorkLog }) {
  const { t } = useTranslation(['winterevent', 'worklog']);
  const { customerId } = useCustomer();
  const texts = useLogTexts()(log);
  return (
    <article className="portal-ticket-log">
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{`${texts.work} · ${log.memberName}`}</Text>
        <WorkLogStatusBadges log={log} />
      </Group>
      <Text size="sm" c="dimmed">
        {texts.startedAt}
        {' – '}
        {texts.endedAt ? `${texts.endedAt} (${texts.took})` : <Elapsed since={log.startedAt} />}
      </Text>
      {log.rejectionReason && (
        <Text size="sm" mt={4}>
          <strong>{t('worklog:rejectedBecause')}</strong> {log.rejectionReason}
        </Text>
      )}
      <Text size="sm" mt={4}>
        {[texts.equipment, texts.material, texts.depthCm].filter(Boolean).join(' · ')}
      </Text>
      {texts.notes && (
        <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
          {texts.notes}
        </Text>
      )}
      <Box my="xs">
        <Photos logId={log.id} />
      </Box>
      <Anchor component={Link} to={`/c/${customerId}/work-logs/${log.id}`} size="sm">
        {t('ticket.toLog')}
      </Anchor>
    </article>
  );
}

function TicketCheckIns({ eventId, propertyId }: { eventId: string; propertyId: string }) {
  const { t } = useTranslation('winterevent');
  const format = useFormat();
  const { data, isPending, isError, error, refetch } = useCheckIns(eventId, propertyId);
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {t('ticket.checkIns')}
      </Title>
      {isPending && <ListSkeleton rows={1} />}
      {isError && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <Text c="dimmed">{t('ticket.noCheckIns')}</Text>}
      {data?.map((checkIn) => (
        <div key={checkIn.id} className="portal-ticket-log">
          <Group justify="space-between" gap="xs">
            <Text size="sm">
              <strong>{t(checkIn.kind === 'IN' ? 'ticket.in' : 'ticket.out')}</strong> {checkIn.memberName}
            </Text>
            <Text size="sm">{format.dateTime(checkIn.capturedAt)}</Text>
          </Group>
          <Group gap={4}>
            {checkIn.far && checkIn.distanceM !== undefined && (
              <Badge className="portal-badge" variant="outline" color="orange">
                {t('ticket.far', { distance: format.distance(checkIn.distanceM) })}
              </Badge>
            )}
            {checkIn.late && (
              <Badge className="portal-badge" variant="outline" color="orange">
                {t('ticket.late')}
              </Badge>
            )}
          </Group>
          {checkIn.note && <Text size="sm">{checkIn.note}</Text>}
        </div>
      ))}
    </section>
  );
}
