import { Alert, Button, Group, Progress, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { useCustomer } from '../account/useSession';
import type { PropertyImport } from '../api/types';
import { useFormat } from '../format/useFormat';
import { Count } from '../shell/Count';
import { AlertIcon, DownloadIcon } from '../shell/icons';
import { notifyProblem } from '../shell/notify';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { downloadErrors, isRunning, usePropertyImport } from './imports';

export function ImportPage() {
  const { importId = '' } = useParams();
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  const { data, isError, error, refetch } = usePropertyImport(importId);
  const ended = data !== undefined && !isRunning(data);

  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: [customerId, 'properties'] });
  }, [ended, queries, customerId]);

  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  return (
    <>
      <PageHeader title={data.fileName} description={data.dryRun ? 'Dry run: nothing is stored.' : 'Property import'}>
        <Button component={Link} to={`/c/${customerId}/properties/imports`} variant="default">
          All imports
        </Button>
        {ended && !data.dryRun && data.rowsAccepted > 0 && (
          <Button component={Link} to={`/c/${customerId}/properties?sort=-createdAt`}>
            See the properties
          </Button>
        )}
      </PageHeader>
      <Surface>
        <ImportProgress running={data} />
      </Surface>
      {data.rowsRejected > 0 && <RejectedRows finished={data} />}
    </>
  );
}

function ImportProgress({ running }: { running: PropertyImport }) {
  const format = useFormat();
  const done = running.status === 'COMPLETED';
  const share = done ? 100 : running.bytesTotal ? (100 * running.bytesDone) / running.bytesTotal : 0;
  return (
    <Stack>
      <Group justify="space-between">
        <StatusBadge status={running.status} />
        <Text size="sm" c="dimmed">
          {format.bytes(running.bytesDone)} of {format.bytes(running.bytesTotal)}
        </Text>
      </Group>
      <Progress.Root size="lg">
        <Progress.Section
          value={share}
          animated={isRunning(running)}
          color={running.status === 'FAILED' ? 'red.8' : undefined}
          aria-label="Import progress"
        />
      </Progress.Root>
      <SimpleGrid cols={3} role="status">
        <Count name="Rows read" value={format.number(running.rowsRead)} />
        <Count name={running.dryRun ? 'Would be accepted' : 'Accepted'} value={format.number(running.rowsAccepted)} />
        <Count name="Rejected" value={format.number(running.rowsRejected)} />
      </SimpleGrid>
      {running.rowsUpdated + running.rowsUnchanged > 0 && (
        <Text size="sm">
          Of those accepted {format.number(running.rowsCreated)} are new, {format.number(running.rowsUpdated)} changed a
          property with their external reference, {format.number(running.rowsUnchanged)} said nothing new.
        </Text>
      )}
      {running.failure && (
        <Alert color="red" icon={<AlertIcon />} title="The import stopped" role="alert">
          {running.failure}
        </Alert>
      )}
    </Stack>
  );
}

function RejectedRows({ finished }: { finished: PropertyImport }) {
  const format = useFormat();
  const errors = finished.errors ?? [];
  return (
    <>
      <Group justify="space-between" mt="lg" mb="xs">
        <Title order={2} size="h4">
          Rejected rows
        </Title>
        <Button
          variant="default"
          size="xs"
          leftSection={<DownloadIcon size={16} />}
          onClick={() => void downloadErrors(finished.id, finished.fileName).catch(notifyProblem)}
        >
          errors.csv
        </Button>
      </Group>
      <Surface p={0}>
        <Table verticalSpacing="xs" aria-label="Rejected rows">
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right">Line</Table.Th>
              <Table.Th>Field</Table.Th>
              <Table.Th>Reason</Table.Th>
              <Table.Th visibleFrom="sm">Value</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {errors.map((each) => (
              <Table.Tr key={`${each.line} ${each.field} ${each.reason}`}>
                <Table.Td ta="right">{format.number(each.line)}</Table.Td>
                <Table.Td>{each.field}</Table.Td>
                <Table.Td>{each.reason}</Table.Td>
                <Table.Td visibleFrom="sm" style={{ overflowWrap: 'anywhere' }}>
                  {each.value}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {finished.rowsRejected > errors.length && (
          <Text size="sm" c="dimmed" p="sm">
            The first {format.number(errors.length)} errors are shown; errors.csv holds all.
          </Text>
        )}
      </Surface>
    </>
  );
}
