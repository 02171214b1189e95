import { Button, List, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataExport } from '../api/types';
import { CompanyTabs } from '../company/CompanyTabs';
import { useFormat } from '../format/useFormat';
import { BoxIcon, DownloadIcon } from '../shell/icons';
import { ListView } from '../shell/lists';
import { notifyDone, notifyProblem } from '../shell/notify';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { downloadExport, isUnderWay, useDataExports, useStartExport } from './dataExports';

/** All data of the company, to take along. */
export function ExportPage() {
  const { t } = useTranslation('leaving');
  const format = useFormat();
  const pages = useDataExports();
  const start = useStartExport();
  const begin = () => start.mutate(undefined, { onSuccess: () => notifyDone(t('started')), onError: notifyProblem });
  return (
    <>
      <PageHeader title={t('title')} description={t('text')}>
        <Button
          leftSection={<BoxIcon />}
          loading={start.isPending}
          disabled={pages.items.some(isUnderWay)}
          onClick={begin}
        >
          {t('start')}
        </Button>
      </PageHeader>
      <CompanyTabs />
      <Surface mb="md">
        <Text size="sm" mb="xs">
          {t('holds')}
        </Text>
        <List size="sm">
          <List.Item>{t('rows')}</List.Item>
          <List.Item>{t('people')}</List.Item>
          <List.Item>{t('files')}</List.Item>
        </List>
      </Surface>
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
                  <Table.Th>{t('asked')}</Table.Th>
                  <Table.Th>{t('status')}</Table.Th>
                  <Table.Th>{t('file')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((bundle) => (
                  <Table.Tr key={bundle.id}>
                    <Table.Td>
                      <Text size="sm">{format.dateTime(bundle.createdAt)}</Text>
                      {bundle.failure && (
                        <Text size="xs" c="var(--mantine-color-error)">
                          {bundle.failure}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td>
                      <StatusBadge status={bundle.status} />
                    </Table.Td>
                    <Table.Td>{bundle.status === 'COMPLETED' && <FileButton bundle={bundle} />}</Table.Td>
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

function FileButton({ bundle }: { bundle: DataExport }) {
  const { t } = useTranslation('leaving');
  const format = useFormat();
  const [loading, setLoading] = useState(false);
  const fetchFile = () => {
    setLoading(true);
    void downloadExport(bundle)
      .catch(notifyProblem)
      .finally(() => setLoading(false));
  };
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<DownloadIcon size={16} />}
      loading={loading}
      aria-label={t('downloadOf', { time: format.dateTime(bundle.createdAt) })}
      onClick={fetchFile}
    >
      {bundle.byteCount === undefined ? t('download') : t('downloadSize', { size: format.bytes(bundle.byteCount) })}
    </Button>
  );
}
