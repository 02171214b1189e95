import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import { useFormat } from '../format/useFormat';
import { PlusIcon } from '../shell/icons';
import { useFilters } from '../shell/filters';
import { ListView, SearchField, SortHeader } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { Surface } from '../shell/Surface';
import { useRoutes } from './routes';

export function RoutesPage() {
  const { role } = useCustomer();
  const format = useFormat();
  const filters = useFilters();
  const { t } = useTranslation('route');
  const pages = useRoutes(filters.get('q'), filters.get('sort') ?? 'name');
  return (
    <>
      <PageHeader title={t('title')} description={t('about')}>
        {mayPlan(role) && (
          <Button component={Link} to="new" leftSection={<PlusIcon />}>
            {t('new')}
          </Button>
        )}
      </PageHeader>
      <Group mb="md">
        <SearchField filters={filters} label={t('search')} />
      </Group>
      <Surface p={0}>
        <ListView
          pages={pages}
          noun={t('noun')}
          filtered={filters.any}
          onClearFilters={filters.clear}
          empty={<NoRoutes />}
        >
          {(items) => (
            <Table highlightOnHover verticalSpacing="xs" aria-label={t('title')}>
              <Table.Thead>
                <Table.Tr>
                  <SortHeader filters={filters} field="name" initial="name">
                    {t('route')}
                  </SortHeader>
                  <Table.Th>{t('assignedTo')}</Table.Th>
                  <Table.Th visibleFrom="sm">{t('vehicle')}</Table.Th>
                  <Table.Th ta="right">{t('stops')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((route) => (
                  <Table.Tr key={route.id}>
                    <Table.Td>
                      <Anchor component={Link} to={route.id} fw={500} size="sm">
                        {route.name}
                      </Anchor>
                      {route.startPlace && (
                        <Text size="xs" c="dimmed">
                          {t('from', { place: route.startPlace })}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td>{route.memberName ?? <Text c="dimmed">{t('nobody')}</Text>}</Table.Td>
                    <Table.Td visibleFrom="sm">{route.vehicle}</Table.Td>
                    <Table.Td ta="right">{format.number(route.stopCount)}</Table.Td>
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

function NoRoutes() {
  const { role } = useCustomer();
  const { t } = useTranslation('route');
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
