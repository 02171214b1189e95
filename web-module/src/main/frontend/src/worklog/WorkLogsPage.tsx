import { Anchor, Button, Group, Select, Switch, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mayPlan, mayReadOffice } from '../account/roles';
import { useCustomer } from '../account/useSession';
import { useFormat } from '../format/useFormat';
import { useMembers } from '../route/routes';
import { CheckIcon, DownloadIcon } from '../shell/icons';
import { type Filters, useFilters } from '../shell/filters';
import { FilterSelect, ListView, SortHeader } from '../shell/lists';
import { notifyProblem } from '../shell/notify';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { Surface } from '../shell/Surface';
import { WorkLogStatusBadges } from './WorkLogFacts';
import {
  exportWorkLogs,
  STATUSES,
  useEventChoices,
  usePropertyChoices,
  useWorkLogs,
  type WorkLogFilter,
  WORKS,
} from './workLogs';

const LATEST_FIRST = '-startedAt';

export function WorkLogsPage() {
  const { role } = useCustomer();
  const { t } = useTranslation(['worklog', 'shell']);
  const format = useFormat();
  const filters = useFilters();
  const filter: WorkLogFilter = {
    event: filters.get('event'),
    property: filters.get('property'),
    member: filters.get('member'),
    status: filters.get('status'),
    work: filters.get('work'),
    late: filters.get('late') ? true : undefined,
  };
  const sort = filters.get('sort') ?? LATEST_FIRST;
  const pages = useWorkLogs(filter, sort);
  return (
    <>
      <PageHeader title={t('title')} description={t('timesIn', { zone: format.timeZoneName })}>
        <ExportButton filter={filter} sort={sort} />
        {mayPlan(role) && (
          <Button component={Link} to="review" leftSection={<CheckIcon />}>
            {t('review.title')}
          </Button>
        )}
      </PageHeader>
      <Group mb="md" gap="xs">
        <EventFilter filters={filters} />
        <PropertyFilter filters={filters} />
        {mayReadOffice(role) && <MemberFilter filters={filters} />}
        <FilterSelect
          filters={filters}
          name="status"
          label={t('status')}
          options={Object.fromEntries(STATUSES.map((status) => [status, t(`shell:status.${status}`)]))}
        />
        <FilterSelect
          filters={filters}
          name="work"
          label={t('workDone')}
          options={Object.fromEntries(WORKS.map((work) => [work, t(`work.${work}`)]))}
        />
        <Switch
          label={t('onlyLate')}
          checked={filter.late ?? false}
          onChange={(event) => filters.set('late', event.currentTarget.checked ? 'true' : null)}
        />
      </Group>
      <Surface p={0}>
        <ListView
          pages={pages}
          noun={t('noun')}
          filtered={filters.any}
          onClearFilters={filters.clear}
          empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        >
          {(items) => (
            <Table highlightOnHover verticalSpacing="xs" aria-label={t('title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('property')}</Table.Th>
                  <Table.Th>{t('status')}</Table.Th>
                  <Table.Th visibleFrom="sm">{t('member')}</Table.Th>
                  <SortHeader filters={filters} field="startedAt" initial={LATEST_FIRST} visibleFrom="sm">
                    {t('started')}
                  </SortHeader>
                  <Table.Th ta="right" visibleFrom="sm">
                    {t('took')}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((log) => (
                  <Table.Tr key={log.id}>
                    <Table.Td>
                      <Anchor component={Link} to={log.id} fw={500} size="sm">
                        {log.propertyName}
                      </Anchor>
                      <Text size="xs" c="dimmed">
                        {t(`work.${log.work}`)} · {log.eventName}
                        <Text span inherit hiddenFrom="sm">
                          {' · '}
                          {log.memberName}, {format.dateTime(log.startedAt)}
                        </Text>
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <WorkLogStatusBadges log={log} />
                    </Table.Td>
                    <Table.Td visibleFrom="sm">{log.memberName}</Table.Td>
                    <Table.Td visibleFrom="sm">{format.dateTime(log.startedAt)}</Table.Td>
                    <Table.Td ta="right" visibleFrom="sm">
                      {log.endedAt ? format.duration(log.startedAt, log.endedAt) : '–'}
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

function ExportButton({ filter, sort }: { filter: WorkLogFilter; sort: string }) {
  const { t } = useTranslation('worklog');
  const [loading, setLoading] = useState(false);
  const start = () => {
    setLoading(true);
    void exportWorkLogs(filter, sort, t('exportName'))
      .catch(notifyProblem)
      .finally(() => setLoading(false));
  };
  return (
    <Button variant="default" leftSection={<DownloadIcon />} loading={loading} onClick={start}>
      {t('export')}
    </Button>
  );
}

interface ChoiceFilterProps {
  filters: Filters;
  name: string;
  label: string;
  choices: { id: string; name: string }[];
  onSearch?: (text: string) => void;
}

function ChoiceFilter({ filters, name, label, choices, onSearch }: ChoiceFilterProps) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={label}
      placeholder={label}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('list.clearOne', { label }) }}
      nothingFoundMessage={t('list.nothing')}
      data={choices.map((choice) => ({ value: choice.id, label: choice.name }))}
      value={filters.get(name) ?? null}
      onChange={(value) => filters.set(name, value)}
      onSearchChange={onSearch}
      w={{ base: '100%', xs: 190 }}
    />
  );
}

export function EventFilter({ filters }: { filters: Filters }) {
  const { t } = useTranslation('worklog');
  return <ChoiceFilter filters={filters} name="event" label={t('event')} choices={useEventChoices().data ?? []} />;
}

function PropertyFilter({ filters }: { filters: Filters }) {
  const { t } = useTranslation('worklog');
  const [text, setText] = useState('');
  const choices = usePropertyChoices(text, filters.get('property'));
  return (
    <ChoiceFilter filters={filters} name="property" label={t('property')} choices={choices} onSearch={setText} />
  );
}

function MemberFilter({ filters }: { filters: Filters }) {
  const { t } = useTranslation('worklog');
  const choices = (useMembers().data ?? []).map(({ id, displayName }) => ({ id, name: displayName }));
  return <ChoiceFilter filters={filters} name="member" label={t('member')} choices={choices} />;
}
