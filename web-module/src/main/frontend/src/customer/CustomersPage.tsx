import { Code, Group, Table, Text } from '@mantine/core';
import { useFormat } from '../format/useFormat';
import { FilterSelect, ListView, SearchField, useFilters } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { STATUS_NAMES, useCustomers } from './customers';

export function CustomersPage() {
  const format = useFormat();
  const filters = useFilters();
  const pages = useCustomers(filters.get('q'), filters.get('status'));
  return (
    <>
      <PageHeader title="Customers" description="The companies on this platform." />
      <Group mb="md" gap="xs">
        <SearchField filters={filters} label="Search customers" />
        <FilterSelect filters={filters} name="status" label="Status" options={STATUS_NAMES} />
      </Group>
      <Surface p={0}>
        <ListView
          pages={pages}
          noun="customers"
          filtered={filters.any}
          onClearFilters={filters.clear}
          empty={<EmptyState title="No customers yet">Companies appear here once they are set up.</EmptyState>}
        >
          {(items) => (
            <Table highlightOnHover verticalSpacing="xs" aria-label="Customers">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Customer</Table.Th>
                  <Table.Th>Status</Table.Th>
                  <Table.Th visibleFrom="sm">Plan</Table.Th>
                  <Table.Th visibleFrom="md">Time zone</Table.Th>
                  <Table.Th visibleFrom="sm">Since</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((customer) => (
                  <Table.Tr key={customer.customerId}>
                    <Table.Td>
                      <Text size="sm" fw={500}>
                        {customer.name}
                      </Text>
                      <Code>{customer.customerId}</Code>
                    </Table.Td>
                    <Table.Td>
                      <StatusBadge status={customer.status} />
                    </Table.Td>
                    <Table.Td visibleFrom="sm">{customer.plan}</Table.Td>
                    <Table.Td visibleFrom="md">{customer.timeZone}</Table.Td>
                    <Table.Td visibleFrom="sm">{format.date(customer.createdAt)}</Table.Td>
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
