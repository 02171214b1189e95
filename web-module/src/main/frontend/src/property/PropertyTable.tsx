import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import { useFormat } from '../format/useFormat';
import { type Filters, ListView, SortHeader } from '../shell/lists';
import { EmptyState } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { addressBelowNameOf, KIND_NAMES, type PropertyFilter, useProperties } from './properties';

export function PropertyTable({ filters, filter }: { filters: Filters; filter: PropertyFilter }) {
  const format = useFormat();
  const pages = useProperties(filter, filters.get('sort') ?? 'name');
  return (
    <ListView
      pages={pages}
      noun="properties"
      filtered={filters.any}
      onClearFilters={filters.clear}
      empty={<NoProperties />}
    >
      {(items) => (
        <Table highlightOnHover verticalSpacing="xs" aria-label="Properties">
          <Table.Thead>
            <Table.Tr>
              <SortHeader filters={filters} field="name" initial="name">
                Property
              </SortHeader>
              <Table.Th visibleFrom="sm">Kind</Table.Th>
              <Table.Th>Status</Table.Th>
              <SortHeader filters={filters} field="createdAt" initial="name" visibleFrom="md">
                Added
              </SortHeader>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((property) => (
              <Table.Tr key={property.id}>
                <Table.Td>
                  <Anchor component={Link} to={property.id} fw={500} size="sm">
                    {property.name}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {addressBelowNameOf(property)}
                  </Text>
                </Table.Td>
                <Table.Td visibleFrom="sm">{KIND_NAMES[property.kind]}</Table.Td>
                <Table.Td>
                  <StatusBadge status={property.status} />
                </Table.Td>
                <Table.Td visibleFrom="md" style={{ whiteSpace: 'nowrap' }}>
                  {format.date(property.createdAt)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </ListView>
  );
}

function NoProperties() {
  const { role } = useCustomer();
  if (!mayPlan(role)) {
    return <EmptyState title="No properties yet">Properties appear here once your office has added them.</EmptyState>;
  }
  return (
    <EmptyState
      title="No properties yet"
      action={
        <Group>
          <Button component={Link} to="imports">
            Import a file
          </Button>
          <Button component={Link} to="new" variant="default">
            Add one
          </Button>
        </Group>
      }
    >
      Import your address list as a CSV file, or add the first property by hand.
    </EmptyState>
  );
}
