import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ApiKey } from '../api/types';
import { CompanyTabs } from '../company/CompanyTabs';
import { useFormat } from '../format/useFormat';
import { confirm } from '../shell/confirm';
import { PlusIcon } from '../shell/icons';
import { ListView } from '../shell/lists';
import { notifyDone, notifyProblem } from '../shell/notify';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { Surface } from '../shell/Surface';
import { stateOf, useApiKeys, useRevokeApiKey } from './apiKeys';

const COLOURS = { good: 'teal', expired: 'gray', revoked: 'red' };
const GLYPHS = { good: '●', expired: '■', revoked: '✕' };

export function ApiKeysPage() {
  const { t } = useTranslation('apikey');
  const pages = useApiKeys();
  return (
    <>
      <PageHeader title={t('title')} description={t('text')}>
        <Button component={Link} to="new" leftSection={<PlusIcon />}>
          {t('new')}
        </Button>
      </PageHeader>
      <CompanyTabs />
      <Surface p={0}>
        <ListView
          pages={pages}
          noun={t('noun')}
          empty={
            <EmptyState
              title={t('empty.title')}
              action={
                <Button component={Link} to="new">
                  {t('new')}
                </Button>
              }
            >
              {t('empty.text')}
            </EmptyState>
          }
        >
          {(items) => <Keys keys={items} />}
        </ListView>
      </Surface>
    </>
  );
}

function Keys({ keys }: { keys: ApiKey[] }) {
  const { t } = useTranslation('apikey');
  const format = useFormat();
  const now = Date.now();
  return (
    <Table verticalSpacing="xs" aria-label={t('title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('name')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('scopes')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('lastUsed')}</Table.Th>
          <Table.Th>{t('state')}</Table.Th>
          <Table.Th>
            <span className="portal-said">{t('actions')}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {keys.map((key) => {
          const state = stateOf(key, now);
          return (
            <Table.Tr key={key.id}>
              <Table.Td>
                <Text size="sm" fw={500}>
                  {key.name}
                </Text>
                <Text size="xs" c="dimmed">
                  {t('until', { until: format.date(key.expiresAt) })}
                </Text>
              </Table.Td>
              <Table.Td visibleFrom="sm">
                <Text size="sm">{key.scopes.join(', ')}</Text>
              </Table.Td>
              <Table.Td visibleFrom="sm">{key.lastUsedAt ? format.dateTime(key.lastUsedAt) : t('never')}</Table.Td>
              <Table.Td>
                <Badge
                  className="portal-badge"
                  variant="light"
                  color={COLOURS[state]}
                  leftSection={<span aria-hidden="true">{GLYPHS[state]}</span>}
                >
                  {t(`is.${state}`)}
                </Badge>
              </Table.Td>
              <Table.Td ta="right">{state === 'good' && <RevokeButton apiKey={key} />}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function RevokeButton({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation('apikey');
  const revoke = useRevokeApiKey();
  const ask = () =>
    confirm({
      title: t('revoke.question', { name: apiKey.name }),
      text: t('revoke.text'),
      yes: t('revoke.yes'),
      dangerous: true,
      onYes: () =>
        revoke.mutate(apiKey, {
          onSuccess: () => notifyDone(t('revoke.done', { name: apiKey.name })),
          onError: notifyProblem,
        }),
    });
  return (
    <Group justify="flex-end">
      <Button
        size="xs"
        variant="default"
        loading={revoke.isPending}
        aria-label={t('revoke.label', { name: apiKey.name })}
        onClick={ask}
      >
        {t('revoke.yes')}
      </Button>
    </Group>
  );
}
