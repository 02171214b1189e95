import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import { useFormat } from '../format/useFormat';
import { PlusIcon } from '../shell/icons';
import { FilterSelect, ListView, SearchField, SortHeader, useFilters } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { KIND_NAMES, STATUS_NAMES, useWinterEvents } from './winterEvents';

const NEWEST_FIRST = '-startsAt';

export function WinterEventsPage() {
  const { role } = useCustomer();
  const format = useFormat();
  const filters = useFilters();
  const pages = useWinterEvents(filters.get('q'), filters.get('status'), filters.get('sort') ?? NEWEST_FIRST);
  const depth = (value: number | undefined) => (value === undefined ? '–' : `${format.number(value, 1)} cm`);
  return (
    <>
      <PageHeader title="Winter events" description={`Times are in ${format.timeZoneName}.`}>
        {mayPlan(role) && (
          <Button component={Link} to="new" leftSection={<PlusIcon />}>
            New event
          </Button>
        )}
      </PageHeader>
      <Group mb="md" gap="xs">
        <SearchField filters={filters} label="Search winter events" />
        <FilterSelect filters={filters} name="status" label="Status" options={STATUS_NAMES} />
      </Group>
      <Surface p={0}>
        <ListView
          pages={pages}
          noun="winter events"
          filtered={filters.any}
          onClearFilters={filters.clear}
          empty={<NoEvents />}
        >
          {(items) => (
            <Table highlightOnHover verticalSpacing="xs" aria-label="Winter events">
              <Table.Thead>
                <Table.Tr>
                  <SortHeader filters={filters} field="name" initial={NEWEST_FIRST}>
                    Event
                  </SortHeader>
                  <Table.Th>Status</Table.Th>
                  <SortHeader filters={filters} field="startsAt" initial={NEWEST_FIRST} visibleFrom="sm">
                    Starts
                  </SortHeader>
                  <Table.Th visibleFrom="sm">Ends</Table.Th>
                  <Table.Th ta="right" visibleFrom="md">
                    Forecast
                  </Table.Th>
                  <Table.Th ta="right" visibleFrom="md">
                    Measured
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
                        {KIND_NAMES[event.kind]}
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
  if (!mayPlan(role)) {
    return <EmptyState title="No winter events yet">Events appear here once your office has planned them.</EmptyState>;
  }
  return (
    <EmptyState
      title="No winter events yet"
      action={
        <Button component={Link} to="new">
          Plan an event
        </Button>
      }
    >
      Plan an event when snow or ice is forecast, and activate it when work starts.
    </EmptyState>
  );
}
