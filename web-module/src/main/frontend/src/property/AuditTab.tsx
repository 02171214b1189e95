import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';
import { usePages } from '../api/queries';
import type { Item, Paths, Property } from '../api/types';
import { useFormat } from '../format/useFormat';
import { ListView } from '../shell/lists';
import { Surface } from '../shell/Surface';
import { changesBetween, lineOf } from './changes';

type Entry = Item<Paths['/audit']['get']>;

/** Who changed what of a property, the latest first. */
export function AuditTab({ property }: { property: Property }) {
  const { customerId } = useCustomer();
  const { t } = useTranslation('property');
  const format = useFormat();
  const actions: Record<string, string> = t('audit.did', { returnObjects: true });
  const pages = usePages<Entry>([customerId, 'audit', 'property', property.id], (page) =>
    unwrap(client.GET('/audit', { params: { query: { entity: 'property', entityId: property.id, ...page } } })),
  );
  return (
    <Surface p={0}>
      <ListView pages={pages} noun={t('audit.noun')} empty={<Text p="md">{t('audit.none')}</Text>}>
        {(items) => (
          <Table verticalSpacing="xs" aria-label={t('tab.audit')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('audit.when')}</Table.Th>
                <Table.Th>{t('audit.what')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((entry) => (
                <Table.Tr key={entry.id}>
                  <Table.Td valign="top">
                    <Text size="sm">{format.dateTime(entry.at)}</Text>
                    <Text size="xs" c="dimmed">
                      {entry.actorName}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm" fw={500}>
                      {actions[entry.action] ?? entry.action}
                    </Text>
                    <Changes entry={entry} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </ListView>
    </Surface>
  );
}

function Changes({ entry }: { entry: Entry }) {
  const { t } = useTranslation('property');
  const written = useWritten();
  const names: Record<string, string> = t('field', { returnObjects: true });
  return changesBetween(entry.before, entry.after).map(({ field, before, after }) => (
    <Text key={field} size="xs" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
      {t('audit.field', { name: names[field] ?? field })} {entry.before && <del>{written(field, before)}</del>} {entry.before && '→ '}
      {written(field, after)}
    </Text>
  ));
}

/** Values as the property's page writes them. */
function useWritten() {
  const { t } = useTranslation(['property', 'shell']);
  const format = useFormat();
  return (field: string, value: unknown): string => {
    if (typeof value === 'number') return format.number(value, 5);
    if (typeof value !== 'string') return lineOf(value);
    const words: Record<string, Record<string, string>> = {
      kind: t('kind', { returnObjects: true }),
      status: t('shell:status', { returnObjects: true }),
    };
    return words[field]?.[value] ?? (field === 'deletedAt' ? format.dateTime(value) : lineOf(value));
  };
}
