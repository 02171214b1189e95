import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCustomer } from '../account/useSession';
import { Elapsed } from '../winterevent/Elapsed';
import { Card } from './Card';
import { OPEN_SHOWN, useOpenLogs } from './dashboard';

/** The work that is under way, the longest first. */
export function OpenCard() {
  const { t } = useTranslation(['dashboard', 'worklog']);
  const { customerId } = useCustomer();
  const { data, isPending, error, refetch } = useOpenLogs();
  return (
    <Card
      title={t('open.title')}
      className="portal-dashboard-open"
      pending={isPending}
      error={error}
      onRetry={() => void refetch()}
    >
      {data?.logs.length === 0 && <Text c="dimmed">{t('open.none')}</Text>}
      <ul className="portal-dashboard-list">
        {data?.logs.map((log) => (
          <li key={log.id}>
            <Group justify="space-between" wrap="nowrap" gap="sm">
              <div style={{ minWidth: 0 }}>
                <Anchor
                  component={Link}
                  to={`/c/${customerId}/winter-events/${log.eventId}?property=${log.propertyId}`}
                  fw={550}
                  truncate
                  display="block"
                >
                  {log.propertyName}
                </Anchor>
                <Text size="sm" c="dimmed" truncate>
                  {`${t(`worklog:work.${log.work}`)} · ${log.memberName}`}
                </Text>
              </div>
              <Text fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
                <Elapsed since={log.startedAt} />
              </Text>
            </Group>
          </li>
        ))}
      </ul>
      {data && data.total > OPEN_SHOWN && (
        <Anchor component={Link} to={`/c/${customerId}/work-logs?status=OPEN`} size="sm">
          {t('open.all', { count: data.total })}
        </Anchor>
      )}
    </Card>
  );
}
