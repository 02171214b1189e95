import { Button, Group, Progress, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { Night, NightResult } from '../api/types';
import { useFormat } from '../format/useFormat';
import { Count } from '../shell/Count';
import { FilterSelect, ListView, useFilters } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { EmptyState, ListSkeleton, ProblemAlert } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { failuresFirst } from './failuresFirst';
import { RESULT_NAMES, useNight, useNightResults } from './nights';
import { titleOf } from './nightTitle';

export function NightPage() {
  const { nightId = '' } = useParams();
  const format = useFormat();
  const { data, isError, error, refetch } = useNight(nightId);

  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  return (
    <>
      <PageHeader title={titleOf(data, format)} description={`Data as of ${format.dateTime(data.asOf)}`}>
        <Button component={Link} to="/console/nights" variant="default">
          All nights
        </Button>
      </PageHeader>
      {isError && <ProblemAlert error={error} title="The progress cannot be read at the moment" />}
      <Surface>
        <NightProgress night={data} />
      </Surface>
      <NightResults night={data} />
    </>
  );
}

function NightProgress({ night }: { night: Night }) {
  const format = useFormat();
  const { total, completed, failed, skipped, running, pending } = night.counts;
  const share = (count: number) => (total ? (100 * count) / total : 0);
  const done = completed + failed + skipped;
  return (
    <Stack>
      <Group justify="space-between">
        <StatusBadge status={night.status} />
        <Text size="sm" c="dimmed">
          {night.endedAt
            ? `Took ${format.duration(night.startedAt, night.endedAt)}`
            : `Started ${format.dateTime(night.startedAt)}`}
        </Text>
      </Group>
      <Progress.Root size="lg">
        <Progress.Section value={share(completed)} color="teal.8" aria-label="Completed" />
        <Progress.Section value={share(skipped)} color="gray.6" aria-label="Skipped" />
        <Progress.Section value={share(failed)} color="red.8" aria-label="Failed" />
      </Progress.Root>
      <Text role="status" size="sm">
        {format.number(done)} of {format.number(total)} customers done
      </Text>
      <SimpleGrid cols={{ base: 2, xs: 5 }}>
        <Count name="Completed" value={format.number(completed)} />
        <Count name="Failed" value={format.number(failed)} />
        <Count name="Skipped" value={format.number(skipped)} />
        <Count name="Running" value={format.number(running)} />
        <Count name="Waiting" value={format.number(pending)} />
      </SimpleGrid>
    </Stack>
  );
}

function NightResults({ night }: { night: Night }) {
  const filters = useFilters();
  const status = filters.get('status');
  const pages = useNightResults(night, status);
  const failures = useNightResults(night, 'FAILED');
  const arrange = (items: NightResult[]) => (status ? items : failuresFirst(failures.items, items));
  return (
    <>
      <Group justify="space-between" mt="lg" mb="xs">
        <Title order={2} size="h4">
          Customers
        </Title>
        <FilterSelect filters={filters} name="status" label="Status" options={RESULT_NAMES} />
      </Group>
      <Surface p={0}>
        <ListView
          pages={pages}
          noun="customers"
          filtered={filters.any}
          onClearFilters={filters.clear}
          empty={<EmptyState title="No customers">There was no active or trial customer to report on.</EmptyState>}
        >
          {(items) => <ResultsTable results={arrange(items)} />}
        </ListView>
      </Surface>
    </>
  );
}

function ResultsTable({ results }: { results: NightResult[] }) {
  const format = useFormat();
  return (
    <Table verticalSpacing="xs" aria-label="Results">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Customer</Table.Th>
          <Table.Th>Status</Table.Th>
          <Table.Th ta="right" visibleFrom="md">
            Attempts
          </Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            Rows
          </Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            Size
          </Table.Th>
          <Table.Th ta="right" visibleFrom="md">
            Took
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {results.map((result) => (
          <Table.Tr key={result.customerId}>
            <Table.Td>
              <Text size="sm" fw={500}>
                {result.customerName}
              </Text>
              {result.error && (
                <Text size="xs" c="var(--mantine-color-error)">
                  {result.error}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <StatusBadge status={result.status} />
            </Table.Td>
            <Table.Td ta="right" visibleFrom="md">
              {format.number(result.attempts)}
            </Table.Td>
            <Table.Td ta="right" visibleFrom="sm">
              {result.rowCount === undefined ? '–' : format.number(result.rowCount)}
            </Table.Td>
            <Table.Td ta="right" visibleFrom="sm">
              {result.byteCount === undefined ? '–' : format.bytes(result.byteCount)}
            </Table.Td>
            <Table.Td ta="right" visibleFrom="md">
              {result.startedAt && result.endedAt ? format.duration(result.startedAt, result.endedAt) : '–'}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
