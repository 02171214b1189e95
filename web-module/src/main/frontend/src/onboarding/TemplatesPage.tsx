import { Anchor, Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../format/useFormat';
import { PlusIcon } from '../shell/icons';
import { ListView } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { Surface } from '../shell/Surface';
import { useTemplates } from './onboarding';

export function TemplatesPage() {
  const format = useFormat();
  const { t } = useTranslation('onboarding');
  const pages = useTemplates();
  const add = (
    <Button component={Link} to="/console/templates/new" leftSection={<PlusIcon />}>
      {t('templates.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('templates.title')} description={t('templates.description')}>
        {add}
      </PageHeader>
      <Surface p={0}>
        <ListView
          pages={pages}
          noun={t('templates.noun')}
          empty={
            <EmptyState title={t('templates.none')} action={add}>
              {t('templates.noneText')}
            </EmptyState>
          }
        >
          {(items) => (
            <Table highlightOnHover verticalSpacing="xs" aria-label={t('templates.title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('templates.name')}</Table.Th>
                  <Table.Th visibleFrom="sm">{t('templates.changed')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((template) => (
                  <Table.Tr key={template.id}>
                    <Table.Td>
                      <Anchor component={Link} to={template.id} size="sm" fw={500}>
                        {template.name}
                      </Anchor>
                      {template.description && (
                        <Text size="xs" c="dimmed">
                          {template.description}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td visibleFrom="sm">{format.dateTime(template.updatedAt)}</Table.Td>
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
