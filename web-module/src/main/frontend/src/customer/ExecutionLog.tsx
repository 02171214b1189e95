import { Group, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Execution } from '../api/types';
import { useFormat } from '../format/useFormat';
import { fromWallClock } from '../format/zoned';
import { type Filters, useFilters } from '../shell/filters';
import { FilterSelect, ListView } from '../shell/lists';
import { EmptyState } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { useExecutions } from './customers';

const KINDS: Execution['kind'][] = ['NIGHTLY_REPORT', 'REPORT_ON_DEMAND', 'PROPERTY_IMPORT', 'WEATHER_IMPORT'];
const STATUSES: Execution['status'][] = ['RUNNING', 'COMPLETED', 'FAILED', 'INTERRUPTED'];

/** What was done for a customer in the background: how long it took, what it cost, why it failed. */
export function ExecutionLog({ customerId }: { customerId: string }) {
  const { t } = useTranslation(['customer', 'shell']);
  const format = useFormat();
  const filters = useFilters();
  const from = filters.get('from');
  const pages = useExecutions(customerId, {
    kind: filters.get('kind'),
    status: filters.get('status'),
    from: from && fromWallClock(`${from}T00:00`, format.timeZone),
  });
  return (
    <>
      <Group mb="md" gap="xs" align="flex-end">
        <FilterSelect
          filters={filters}
          name="kind"
          label={t('log.kind')}
          options={Object.fromEntries(KINDS.map((kind) => [kind, t(`log.kinds.${kind}`)]))}
        />
        <FilterSelect
          filters={filters}
          name="status"
          label={t('fields.status')}
          options={Object.fromEntries(STATUSES.map((status) => [status, t(`shell:status.${status}`)]))}
        />
        <DateFilter filters={filters} name="from" label={t('log.from')} />
      </Group>
      <Surface p={0}>
        <ListView
          pages={pages}
          noun={t('log.noun')}
          filtered={filters.any}
          onClearFilters={filters.clear}
          empty={<EmptyState title={t('log.none')}>{t('log.noneText')}</EmptyState>}
        >
          {(items) => (
            <Table verticalSpacing="xs" aria-label={t('tabs.log')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('log.what')}</Table.Th>
                  <Table.Th>{t('fields.status')}</Table.Th>
                  <Table.Th ta="right" visibleFrom="sm">
                    {t('log.took')}
                  </Table.Th>
                  <Table.Th ta="right" visibleFrom="md">
                    {t('log.items')}
                  </Table.Th>
                  <Table.Th ta="right" visibleFrom="md">
                    {t('log.size')}
                  </Table.Th>
                  <Table.Th ta="right" visibleFrom="sm">
                    {t('log.cost')}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((each) => (
                  <ExecutionRow key={each.id} execution={each} />
                ))}
              </Table.Tbody>
            </Table>
          )}
        </ListView>
      </Surface>
    </>
  );
}

function ExecutionRow({ execution }: { execution: Execution }) {
  const format = useFormat();
  const { t } = useTranslation('customer');
  const known = (value: number | undefined, write: (value: number) => string) =>
    value === undefined ? '–' : write(value);
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={500}>
          {t(`log.kinds.${execution.kind}`)}
        </Text>
        <Text size="xs" c="dimmed">
          {format.dateTime(execution.startedAt)}
        </Text>
        {execution.error && (
          <Text size="xs" c="var(--mantine-color-error)">
            {execution.error}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <StatusBadge status={execution.status} />
      </Table.Td>
      <Table.Td ta="right" visibleFrom="sm">
        {execution.endedAt ? format.duration(execution.startedAt, execution.endedAt) : '–'}
      </Table.Td>
      <Table.Td ta="right" visibleFrom="md">
        {known(execution.items, (items) => format.number(items))}
      </Table.Td>
      <Table.Td ta="right" visibleFrom="md">
        {known(execution.bytes, format.bytes)}
      </Table.Td>
      <Table.Td ta="right" visibleFrom="sm">
        {known(execution.costUnits, (units) => format.number(units))}
      </Table.Td>
    </Table.Tr>
  );
}

/** A day in the address, from whose beginning on things are shown. */
export function DateFilter({ filters, name, label }: { filters: Filters; name: string; label: string }) {
  return (
    <TextInput
      type="date"
      label={label}
      size="xs"
      value={filters.get(name) ?? ''}
      onChange={(event) => filters.set(name, event.currentTarget.value)}
      w={150}
    />
  );
}
