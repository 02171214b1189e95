import { Anchor, Button, Code, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CustomerHealth } from '../api/types';
import { Sparkline } from '../chart/Sparkline';
import { useFormat } from '../format/useFormat';
import { usePlans } from '../plan/plans';
import { PlusIcon } from '../shell/icons';
import { useFilters } from '../shell/filters';
import { FilterSelect, ListView, SearchField } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { STATUSES, useCustomersHealth } from './customers';
import { Findings } from './Findings';
import { monthName } from './months';
import { UsageReport } from './UsageReport';

export function CustomersPage() {
  const { t } = useTranslation(['customer', 'shell']);
  const filters = useFilters();
  const plans = usePlans().data ?? [];
  const pages = useCustomersHealth({ q: filters.get('q'), status: filters.get('status'), plan: filters.get('plan') });
  const add = (
    <Button component={Link} to="/console/customers/new" leftSection={<PlusIcon />}>
      {t('list.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} description={t('list.description')}>
        <UsageReport />
        {add}
      </PageHeader>
      <Group mb="md" gap="xs">
        <SearchField filters={filters} label={t('list.search')} />
        <FilterSelect
          filters={filters}
          name="status"
          label={t('fields.status')}
          options={Object.fromEntries(STATUSES.map((status) => [status, t(`shell:status.${status}`)]))}
        />
        <FilterSelect
          filters={filters}
          name="plan"
          label={t('fields.plan')}
          options={Object.fromEntries(plans.map(({ code }) => [code, code]))}
        />
      </Group>
      <Surface p={0}>
        <ListView
          pages={pages}
          noun={t('list.noun')}
          filtered={filters.any}
          onClearFilters={filters.clear}
          empty={
            <EmptyState title={t('list.none')} action={add}>
              {t('list.noneText')}
            </EmptyState>
          }
        >
          {(items) => (
            <Table highlightOnHover verticalSpacing="xs" aria-label={t('list.title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('fields.customer')}</Table.Th>
                  <Table.Th>{t('fields.status')}</Table.Th>
                  <Table.Th visibleFrom="sm">{t('fields.plan')}</Table.Th>
                  <Table.Th visibleFrom="md">{t('list.requests')}</Table.Th>
                  <Table.Th visibleFrom="sm">{t('list.health')}</Table.Th>
                  <Table.Th visibleFrom="lg">{t('list.lastReport')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((customer) => (
                  <Row key={customer.customerId} customer={customer} />
                ))}
              </Table.Tbody>
            </Table>
          )}
        </ListView>
      </Surface>
    </>
  );
}

function Row({ customer }: { customer: CustomerHealth }) {
  const format = useFormat();
  const { t } = useTranslation('customer');
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={customer.customerId} size="sm" fw={500}>
          {customer.name}
        </Anchor>
        <Text size="xs" c="dimmed">
          <Code>{customer.customerId}</Code>
        </Text>
        <Group hiddenFrom="sm" mt={4} gap={6}>
          <Findings health={customer} />
        </Group>
      </Table.Td>
      <Table.Td>
        <StatusBadge status={customer.status} />
      </Table.Td>
      <Table.Td visibleFrom="sm">{customer.plan}</Table.Td>
      <Table.Td visibleFrom="md">
        <RequestsLine customer={customer} />
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Findings health={customer} />
      </Table.Td>
      <Table.Td visibleFrom="lg">
        {customer.lastReport ? (
          <Text size="sm">{format.dateTime(customer.lastReport.endedAt)}</Text>
        ) : (
          <Text size="sm" c="dimmed">
            {t('list.noReport')}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** How requests went, month by month, with the number of this month. */
function RequestsLine({ customer: { requests, name } }: { customer: CustomerHealth }) {
  const format = useFormat();
  const { t } = useTranslation('customer');
  const first = requests[0];
  const last = requests.at(-1);
  if (!first || !last) {
    return (
      <Text size="sm" c="dimmed">
        {t('list.noRequests')}
      </Text>
    );
  }
  const label = t('list.requestsOf', {
    name,
    from: format.number(first.count),
    fromMonth: monthName(format, first.month),
    to: format.number(last.count),
    toMonth: monthName(format, last.month),
  });
  return (
    <Group gap="xs" wrap="nowrap">
      {requests.length > 1 && <Sparkline label={label} values={requests.map(({ count }) => count)} />}
      <Text size="sm">{format.number(last.count)}</Text>
    </Group>
  );
}
