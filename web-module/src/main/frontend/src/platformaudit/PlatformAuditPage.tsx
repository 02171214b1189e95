import { Accordion, Code, Group, SimpleGrid, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, unwrap } from '../api/client';
import { usePages } from '../api/queries';
import type { PlatformAuditEntry } from '../api/types';
import { CONSOLE } from '../customer/customers';
import { DateFilter } from '../customer/ExecutionLog';
import { useFormat } from '../format/useFormat';
import { fromWallClock } from '../format/zoned';
import { type Filters, useFilters } from '../shell/filters';
import { ListView } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { Surface } from '../shell/Surface';
import { changesOf } from './changes';

const FILTERS = ['actor', 'action', 'entity', 'customer'] as const;

/** What operators did, and what happened to accounts; each entry opens to what it was before and is since. */
export function PlatformAuditPage() {
  const { t } = useTranslation('platformaudit');
  const format = useFormat();
  const filters = useFilters();
  const [opened, setOpened] = useState<string | null>(null);
  const [actor, action, entity, customerId] = FILTERS.map((name) => filters.get(name));
  const startOf = (day: string | undefined) => day && fromWallClock(`${day}T00:00`, format.timeZone);
  const from = startOf(filters.get('from'));
  const to = startOf(filters.get('to'));
  const pages = usePages<PlatformAuditEntry>([CONSOLE, 'audit', actor, action, entity, customerId, from, to], (page) =>
    unwrap(client.GET('/platform/audit', { params: { query: { actor, action, entity, customerId, from, to, ...page } } })),
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <Group mb="md" gap="xs" align="flex-end">
        {FILTERS.map((name) => (
          <TextFilter key={name} filters={filters} name={name} label={t(`filter.${name}`)} />
        ))}
        <DateFilter filters={filters} name="from" label={t('filter.from')} />
        <DateFilter filters={filters} name="to" label={t('filter.to')} />
      </Group>
      <Surface p={0}>
        <ListView
          pages={pages}
          noun={t('noun')}
          filtered={filters.any}
          onClearFilters={filters.clear}
          empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        >
          {(items) => (
            <Accordion chevronPosition="left" aria-label={t('title')} value={opened} onChange={setOpened}>
              {items.map((entry) => (
                <Accordion.Item key={entry.id} value={entry.id}>
                  <Accordion.Control>
                    <Text size="sm">
                      <strong>{entry.action}</strong> {entry.entity} <span className="portal-break">{entry.entityId}</span>
                    </Text>
                    <Text size="xs" c="dimmed">
                      {format.dateTime(entry.at)} · {entry.actorName}
                      {entry.customerId && ` · ${entry.customerId}`}
                    </Text>
                  </Accordion.Control>
                  <Accordion.Panel>
                    {opened === entry.id && <Changes entry={entry} />}
                  </Accordion.Panel>
                </Accordion.Item>
              ))}
            </Accordion>
          )}
        </ListView>
      </Surface>
    </>
  );
}

function Changes({ entry }: { entry: PlatformAuditEntry }) {
  const { t } = useTranslation('platformaudit');
  const changes = changesOf(entry);
  return (
    <>
      {changes.length === 0 ? (
        <Text size="sm">{t('noState')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={300}>
          <Table verticalSpacing={4} aria-label={t('changes')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('field')}</Table.Th>
                <Table.Th>{t('before')}</Table.Th>
                <Table.Th>{t('after')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changes.map(({ field, before, after, changed }) => (
                <Table.Tr key={field} className={changed ? 'portal-changed' : undefined}>
                  <Table.Th scope="row" fw={changed ? 650 : 400}>
                    {field}
                    {changed && <span className="portal-said"> ({t('isChanged')})</span>}
                  </Table.Th>
                  <Table.Td className="portal-break">{before ?? '–'}</Table.Td>
                  <Table.Td className="portal-break">{after ?? '–'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <SimpleGrid cols={1} mt="xs">
        {entry.requestId && (
          <Text size="xs" c="dimmed">
            {t('request')} <Code>{entry.requestId}</Code>
          </Text>
        )}
      </SimpleGrid>
    </>
  );
}

function TextFilter({ filters, name, label }: { filters: Filters; name: string; label: string }) {
  const given = filters.get(name) ?? '';
  const [text, setText] = useState(given);
  useEffect(() => {
    if (!given) setText('');
  }, [given]);
  const set = useDebouncedCallback((value: string) => filters.set(name, value.trim()), 300);
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        set(event.currentTarget.value);
      }}
      w={{ base: 'calc(50% - 5px)', xs: 150 }}
    />
  );
}
