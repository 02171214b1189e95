import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import { useFormat } from '../format/useFormat';
import { PlusIcon } from '../shell/icons';
import { ListView, SearchField, SortHeader, useFilters } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { Surface } from '../shell/Surface';
import { useRoutes } from './routes';

export function RoutesPage() {
  const { role } = useCustomer();
  const format = useFormat();
  const filters = useFilters();
  const pages = useRoutes(filters.get('q'), filters.get('sort') ?? 'name');
  return (
    <>
      <PageHeader title="Routes" description="Who visits which properties, in which order.">
        {mayPlan(role) && (
          <Button component={Link} to="new" leftSection={<PlusIcon />}>
            New route
          </Button>
        )}
      </PageHeader>
      <Group mb="md">
        <SearchField filters={filters} label="Search routes" />
      </Group>
      <Surface p={0}>
        <ListView
          pages={pages}
          noun="routes"
          filtered={filters.any}
          onClearFilters={filters.clear}
          empty={<NoRoutes />}
        >
          {(items) => (
            <Table highlightOnHover verticalSpacing="xs" aria-label="Routes">
              <Table.Thead>
                <Table.Tr>
                  <SortHeader filters={filters} field="name" initial="name">
                    Route
                  </SortHeader>
                  <Table.Th>Assigned to</Table.Th>
                  <Table.Th visibleFrom="sm">Vehicle</Table.Th>
                  <Table.Th ta="right">Stops</Table.Th>
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
                          from {route.startPlace}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td>{route.memberName ?? <Text c="dimmed">Nobody yet</Text>}</Table.Td>
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
  if (!mayPlan(role)) {
    return <EmptyState title="No routes yet">Routes appear here once your office has planned them.</EmptyState>;
  }
  return (
    <EmptyState
      title="No routes yet"
      action={
        <Button component={Link} to="new">
          Plan the first route
        </Button>
      }
    >
      A route puts properties in the order in which a crew visits them.
    </EmptyState>
  );
}
