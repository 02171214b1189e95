import { Anchor, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
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
import { ImportWizard } from './ImportWizard';

export function ImportsPage() {
  const { role } = useCustomer();
  const format = useFormat();
  const { t } = useTranslation('property');
  const pages = usePropertyImports();
  return (
    <>
      {mayPlan(role) ? (
        <>
          <PageHeader title={t('imports.title')} description={t('imports.about')} />
          <ImportWizard />
        </>
      ) : (
        <PageHeader title={t('imports.readTitle')} description={t('imports.readAbout')} />
      )}
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t('imports.recent')}
      </Title>
      <Surface p={0}>
        <ListView
          pages={pages}
          noun={t('imports.noun')}
          empty={<EmptyState title={t('imports.none')}>{t('imports.noneText')}</EmptyState>}
        >
          {(items) => (
            <Table verticalSpacing="xs" aria-label={t('imports.recent')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('imports.file')}</Table.Th>
                  <Table.Th>{t('status')}</Table.Th>
                  <Table.Th ta="right" visibleFrom="sm">
                    {t('imports.accepted')}
                  </Table.Th>
                  <Table.Th ta="right" visibleFrom="sm">
                    {t('imports.rejected')}
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
                        {each.dryRun && ` · ${t('imports.dryRun')}`}
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
