import { Button, Switch, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SupportAccess } from '../api/types';
import { CompanyTabs } from '../company/CompanyTabs';
import { useFormat } from '../format/useFormat';
import { ListView } from '../shell/lists';
import { notifyDone, notifyProblem } from '../shell/notify';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState, ListSkeleton, ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { isOpen, useAllowSupport, useEndSupportAccess, useSupportAccess, useSupportSetting } from './supportAccess';

export function SupportPage() {
  const { t } = useTranslation('support');
  const format = useFormat();
  const pages = useSupportAccess();
  const now = Date.now();
  return (
    <>
      <PageHeader title={t('title')} description={t('text')} />
      <CompanyTabs />
      <Allowed />
      <Surface p={0}>
        <ListView
          pages={pages}
          noun={t('noun')}
          empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        >
          {(items) => (
            <Table verticalSpacing="xs" aria-label={t('title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('who')}</Table.Th>
                  <Table.Th visibleFrom="sm">{t('when')}</Table.Th>
                  <Table.Th>{t('state')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((access) => (
                  <Table.Tr key={access.id}>
                    <Table.Td>
                      <Text size="sm" fw={500}>
                        {access.operator}
                      </Text>
                      <Text size="sm">{access.reason}</Text>
                      <Text size="xs" c="dimmed">
                        {t(access.write ? 'write' : 'read')}
                        <Text span inherit hiddenFrom="sm">
                          {' · '}
                          {format.dateTime(access.startedAt)}
                        </Text>
                      </Text>
                    </Table.Td>
                    <Table.Td visibleFrom="sm">{format.dateTime(access.startedAt)}</Table.Td>
                    <Table.Td>
                      {isOpen(access, now) ? (
                        <>
                          <Text size="sm" fw={650}>
                            {t('open', { until: format.dateTime(access.expiresAt) })}
                          </Text>
                          <EndButton access={access} />
                        </>
                      ) : (
                        <Text size="sm">{t('over', { at: format.dateTime(access.endedAt ?? access.expiresAt) })}</Text>
                      )}
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

function Allowed() {
  const { t } = useTranslation('support');
  const setting = useSupportSetting();
  const allow = useAllowSupport();
  const change = (allowed: boolean) =>
    setting.data &&
    allow.mutate(
      { allowed, version: setting.data.version },
      { onSuccess: () => notifyDone(t(allowed ? 'isAllowed' : 'isRefused')), onError: notifyProblem },
    );
  return (
    <Surface mb="md">
      {setting.isPending && <ListSkeleton rows={1} />}
      {setting.isError && <ProblemAlert error={setting.error} onRetry={() => void setting.refetch()} />}
      {setting.data && (
        <Switch
          label={t('allow')}
          description={t('allowText')}
          checked={allow.isPending ? allow.variables.allowed : setting.data.allowed}
          onChange={(event) => change(event.currentTarget.checked)}
        />
      )}
    </Surface>
  );
}

function EndButton({ access }: { access: SupportAccess }) {
  const { t } = useTranslation('support');
  const end = useEndSupportAccess();
  const finish = () =>
    end.mutate(access, { onSuccess: () => notifyDone(t('ended')), onError: notifyProblem });
  return (
    <Button
      mt={4}
      size="xs"
      variant="default"
      loading={end.isPending}
      aria-label={t('endOf', { operator: access.operator })}
      onClick={finish}
    >
      {t('end')}
    </Button>
  );
}
