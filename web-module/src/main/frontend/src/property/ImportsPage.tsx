import { Anchor, Table, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import { useFormat } from '../format/useFormat';
import { ListView } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { usePropertyImports } from './imports';
import { UploadForm } from './UploadForm';

export function ImportsPage() {
  const { role } = useCustomer();
  const format = useFormat();
  const pages = usePropertyImports();
  return (
    <>
      {mayPlan(role) ? (
        <>
          <PageHeader title="Import properties" description="From a CSV file of up to 20 MB and 250,000 rows." />
          <UploadForm />
        </>
      ) : (
        <PageHeader title="Imports" description="Files of properties, and what became of every row." />
      )}
      <Title order={2} size="h4" mt="lg" mb="xs">
        Recent imports
      </Title>
      <Surface p={0}>
        <ListView
          pages={pages}
          noun="imports"
          empty={<EmptyState title="No imports yet">Imports appear here with what became of every row.</EmptyState>}
        >
          {(items) => (
            <Table verticalSpacing="xs" aria-label="Recent imports">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>File</Table.Th>
                  <Table.Th>Status</Table.Th>
                  <Table.Th ta="right" visibleFrom="sm">
                    Accepted
                  </Table.Th>
                  <Table.Th ta="right" visibleFrom="sm">
                    Rejected
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((each) => (
                  <Table.Tr key={each.id}>
                    <Table.Td>
                      <Anchor component={Link} to={each.id} size="sm" fw={500}>
                        {each.fileName}
                      </Anchor>
                      <Text size="xs" c="dimmed">
                        {format.dateTime(each.createdAt)}
                        {each.dryRun && ' · dry run'}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <StatusBadge status={each.status} />
                    </Table.Td>
                    <Table.Td ta="right" visibleFrom="sm">
                      {format.number(each.rowsAccepted)}
                    </Table.Td>
                    <Table.Td ta="right" visibleFrom="sm">
                      {format.number(each.rowsRejected)}
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
