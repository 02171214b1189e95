import { Anchor, Box, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mayReadOffice } from '../account/roles';
import { useCustomer } from '../account/useSession';
import type { Property, WorkLog } from '../api/types';
import { useFormat } from '../format/useFormat';
import { ListView } from '../shell/lists';
import { EmptyState } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { type CheckIn, useCheckInsAt, useWorkAt } from './work';

/** What was done at a property, and who came and went; crews read of their own work only. */
export function HistoryTab({ property }: { property: Property }) {
  const { role } = useCustomer();
  const { t } = useTranslation('property');
  return (
    <Stack>
      <div>
        <Title order={2} size="h4" mb="xs">
          {t('history.work')}
        </Title>
        <Work property={property} />
      </div>
      {mayReadOffice(role) && (
        <div>
          <Title order={2} size="h4" mb="xs">
            {t('history.checkIns')}
          </Title>
          <CheckIns property={property} />
        </div>
      )}
    </Stack>
  );
}

function Work({ property }: { property: Property }) {
  const { t } = useTranslation('property');
  const pages = useWorkAt(property.id);
  return (
    <Surface p={0}>
      <ListView
        pages={pages}
        noun={t('history.workNoun')}
        empty={<EmptyState title={t('history.noWork')}>{t('history.noWorkText')}</EmptyState>}
      >
        {(items) => (
          <Table verticalSpacing="xs" aria-label={t('history.work')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('history.what')}</Table.Th>
                <Table.Th>{t('history.when')}</Table.Th>
                <Table.Th visibleFrom="sm">{t('history.who')}</Table.Th>
                <Table.Th visibleFrom="sm">{t('status')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((log) => (
                <WorkRow key={log.id} log={log} />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </ListView>
    </Surface>
  );
}

function WorkRow({ log }: { log: WorkLog }) {
  const { customerId } = useCustomer();
  const { t } = useTranslation('worklog');
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/c/${customerId}/work-logs/${log.id}`} size="sm" fw={500}>
          {t(`work.${log.work}`)}
        </Anchor>
        <Box hiddenFrom="sm">
          <StatusBadge status={log.status} />
        </Box>
        <Text size="xs" c="dimmed">
          {[log.eventName, log.notes].filter(Boolean).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{format.dateTime(log.startedAt)}</Text>
        {log.endedAt && (
          <Text size="xs" c="dimmed">
            {format.duration(log.startedAt, log.endedAt)}
          </Text>
        )}
      </Table.Td>
      <Table.Td visibleFrom="sm">{log.memberName}</Table.Td>
      <Table.Td visibleFrom="sm">
        <StatusBadge status={log.status} />
      </Table.Td>
    </Table.Tr>
  );
}

function CheckIns({ property }: { property: Property }) {
  const { t } = useTranslation('property');
  const pages = useCheckInsAt(property.id);
  return (
    <Surface p="md">
      <ListView
        pages={pages}
        noun={t('history.checkInsNoun')}
        empty={<Text c="dimmed">{t('history.noCheckIns')}</Text>}
      >
        {(items) => (
          <List listStyleType="none" spacing="xs" aria-label={t('history.checkIns')}>
            {items.map((checkIn) => (
              <List.Item key={checkIn.id}>
                <CheckInLine checkIn={checkIn} />
              </List.Item>
            ))}
          </List>
        )}
      </ListView>
    </Surface>
  );
}

function CheckInLine({ checkIn }: { checkIn: CheckIn }) {
  const { t } = useTranslation('property');
  const format = useFormat();
  return (
    <Group gap="xs">
      <Text size="sm" fw={500}>
        {t(`history.${checkIn.kind}`, { name: checkIn.memberName })}
      </Text>
      <Text size="sm" c="dimmed">
        {format.dateTime(checkIn.capturedAt)}
      </Text>
      {checkIn.far && checkIn.distanceM !== undefined && (
        <Text size="sm">{t('history.far', { distance: format.distance(checkIn.distanceM) })}</Text>
      )}
      {checkIn.note && <Text size="sm">{checkIn.note}</Text>}
    </Group>
  );
}
