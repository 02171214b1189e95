import { Anchor, Button, Group, Switch, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mayAdministrate } from '../account/roles';
import { useCustomer } from '../account/useSession';
import { PlusIcon } from '../shell/icons';
import { useFilters } from '../shell/filters';
import { ListView, SortHeader } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { useMemberPages } from './members';

const BY_NAME = 'displayName';

export function MembersPage() {
  const { role } = useCustomer();
  const { t } = useTranslation(['member', 'account']);
  const filters = useFilters();
  const admin = mayAdministrate(role);
  const former = admin && filters.get('former') !== undefined;
  const pages = useMemberPages(former, filters.get('sort') ?? BY_NAME);
  return (
    <>
      <PageHeader title={t('title')} description={t('text')}>
        {admin && (
          <Button component={Link} to="new" leftSection={<PlusIcon />}>
            {t('invite')}
          </Button>
        )}
      </PageHeader>
      {admin && (
        <Group mb="md">
          <Switch
            label={t('former')}
            checked={former}
            onChange={(event) => filters.set('former', event.currentTarget.checked ? 'true' : null)}
          />
        </Group>
      )}
      <Surface p={0}>
        <ListView
          pages={pages}
          noun={t('noun')}
          empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        >
          {(items) => (
            <Table highlightOnHover verticalSpacing="xs" aria-label={t('title')}>
              <Table.Thead>
                <Table.Tr>
                  <SortHeader filters={filters} field={BY_NAME} initial={BY_NAME}>
                    {t('name')}
                  </SortHeader>
                  <Table.Th>{t('role')}</Table.Th>
                  {admin && <Table.Th>{t('status')}</Table.Th>}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((member) => (
                  <Table.Tr key={member.id}>
                    <Table.Td>
                      {admin ? (
                        <Anchor component={Link} to={member.id} fw={500} size="sm">
                          {member.displayName}
                        </Anchor>
                      ) : (
                        <Text size="sm" fw={500}>
                          {member.displayName}
                        </Text>
                      )}
                      {member.email && (
                        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                          {member.email}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td>{t(`account:role.${member.role}`)}</Table.Td>
                    {admin && <Table.Td>{member.status && <StatusBadge status={member.status} />}</Table.Td>}
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
