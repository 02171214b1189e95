import { Anchor, Button, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'react-router';
import { useFormat } from '../format/useFormat';
import { PlayIcon } from '../shell/icons';
import { ListView } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { titleOf } from './nightTitle';
import { useNights } from './nights';
import { StartNight } from './StartNight';

export function NightsPage() {
  const format = useFormat();
  const pages = useNights();
  const [starting, { open, close }] = useDisclosure();
  return (
    <>
      <PageHeader title="Report nights" description="The nightly report of every customer, run by run.">
        <Button leftSection={<PlayIcon size={16} />} onClick={open}>
          Run nightly report
        </Button>
      </PageHeader>
      <StartNight opened={starting} onClose={close} />
      <Surface p={0}>
        <ListView
          pages={pages}
          noun="nights"
          empty={
            <EmptyState title="No report night yet" action={<Button onClick={open}>Run nightly report</Button>}>
              The schedule starts one every night. You can also run it now, for all customers or for one.
            </EmptyState>
          }
        >
          {(items) => (
            <Table highlightOnHover verticalSpacing="xs" aria-label="Report nights">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Night</Table.Th>
                  <Table.Th>Status</Table.Th>
                  <Table.Th ta="right" visibleFrom="sm">
                    Customers
                  </Table.Th>
                  <Table.Th ta="right">Failed</Table.Th>
                  <Table.Th visibleFrom="sm">Took</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((night) => (
                  <Table.Tr key={night.id}>
                    <Table.Td>
                      <Anchor component={Link} to={night.id} size="sm" fw={500}>
                        {titleOf(night, format)}
                      </Anchor>
                      <Text size="xs" c="dimmed">
                        started {format.dateTime(night.startedAt)}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <StatusBadge status={night.status} />
                    </Table.Td>
                    <Table.Td ta="right" visibleFrom="sm">
                      {format.number(night.counts.total)}
                    </Table.Td>
                    <Table.Td ta="right">{format.number(night.counts.failed)}</Table.Td>
                    <Table.Td visibleFrom="sm">
                      {night.endedAt ? format.duration(night.startedAt, night.endedAt) : '–'}
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
