import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import { useFormat } from '../format/useFormat';
import { PlusIcon } from '../shell/icons';
import { useFilters } from '../shell/filters';
import { FilterSelect, ListView, SearchField, SortHeader } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { STATUSES, useWinterEvents } from './winterEvents';

const NEWEST_FIRST = '-startsAt';

export function WinterEventsPage() {
  const { role } = useCustomer();
  const format = useFormat();
  const { t } = useTranslation(['winterevent', 'shell']);
  const filters = useFilters();
  const pages = useWinterEvents(filters.get('q'), filters.get('status'), filters.get('sort') ?? NEWEST_FIRST);
  const depth = (value: number | undefined) => (value === undefined ? '–' : format.depth(value));
  return (
    <>
      <PageHeader title={t('title')} description={t('timesIn', { zone: format.timeZoneName })}>
        {mayPlan(role) && (
          <Button component={Link} to="new" leftSection={<PlusIcon />}>
            {t('new')}
          </Button>
        )}
      </PageHeader>
      <Group mb="md" gap="xs">
        <SearchField filters={filters} label={t('search')} />
        <FilterSelect
          filters={filters}
          name="status"
          label={t('status')}
          options={Object.fromEntries(STATUSES.map((status) => [status, t(`shell:status.${status}`)]))}
        />
      </Group>
      <Surface p={0}>
        <ListView
          pages={pages}
          noun={t('noun')}
          filtered={filters.any}
          onClearFilters={filters.clear}
          empty={<NoEvents />}
        >
          {(items) => (
            <Table highlightOnHover verticalSpacing="xs" aria-label={t('title')}>
              <Table.Thead>
                <Table.Tr>
                  <SortHeader filters={filters} field="name" initial={NEWEST_FIRST}>
                    {t('event')}
                  </SortHeader>
                  <Table.Th>{t('status')}</Table.Th>
                  <SortHeader filters={filters} field="startsAt" initial={NEWEST_FIRST} visibleFrom="sm">
                    {t('starts')}
                  </SortHeader>
                  <Table.Th visibleFrom="sm">{t('ends')}</Table.Th>
                  <Table.Th ta="right" visibleFrom="md">
                    {t('forecast')}
                  </Table.Th>
                  <Table.Th ta="right" visibleFrom="md">
                    {t('measured')}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((event) => (
                  <Table.Tr key={event.id}>
                    <Table.Td>
                      <Anchor component={Link} to={event.id} fw={500} size="sm">
                        {event.name}
                      </Anchor>
                      <Text size="xs" c="dimmed">
                        {t(`kind.${event.kind}`)}
                        <Text span inherit hiddenFrom="sm">
                          {' · '}
                          {format.dateTime(event.startsAt)}
                        </Text>
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <StatusBadge status={event.status} />
                    </Table.Td>
                    <Table.Td visibleFrom="sm">{format.dateTime(event.startsAt)}</Table.Td>
                    <Table.Td visibleFrom="sm">{event.endsAt ? format.dateTime(event.endsAt) : '–'}</Table.Td>
                    <Table.Td ta="right" visibleFrom="md">
                      {depth(event.forecastDepthCm)}
                    </Table.Td>
                    <Table.Td ta="right" visibleFrom="md">
                      {depth(event.measuredDepthCm)}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </ListView>
      </Surface>
    </>
  );
}

function NoEvents() {
  const { role } = useCustomer();
  const { t } = useTranslation('winterevent');
  if (!mayPlan(role)) {
    return <EmptyState title={t('empty.title')}>{t('empty.read')}</EmptyState>;
  }
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <Button component={Link} to="new">
          {t('empty.action')}
        </Button>
      }
    >
      {t('empty.plan')}
    </EmptyState>
  );
}
