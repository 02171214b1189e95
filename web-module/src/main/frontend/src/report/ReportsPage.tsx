import { Button, Group, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useSupport } from '../account/useSession';
import type { ReportRun } from '../api/types';
import { useFormat } from '../format/useFormat';
import { PlayIcon } from '../shell/icons';
import { ListView } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { LetterFile } from './LetterFile';
import { PreviewButton } from './Preview';
import { FetchButton, RunFiles } from './RunFiles';
import { RunReport } from './RunReport';
import { downloadNight, useReportKinds, useReportRuns } from './reports';
import { Subscriptions } from './Subscriptions';

export function ReportsPage() {
  const { t } = useTranslation('report');
  const format = useFormat();
  const support = useSupport(); // Which nobody may subscribe anything with.
  const pages = useReportRuns();
  const kinds = useReportKinds();
  const titleOf = (kind: string) => kinds.data?.find((each) => each.kind === kind)?.title ?? kind;
  const [running, { open, close }] = useDisclosure();
  return (
    <>
      <PageHeader title={t('title')} description={t('text')}>
        <Button leftSection={<PlayIcon size={16} />} onClick={open}>
          {t('runNow')}
        </Button>
      </PageHeader>
      <LetterFile />
      <RunReport opened={running} onClose={close} />
      <Surface p={0}>
        <ListView
          pages={pages}
          noun={t('noun')}
          empty={
            <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
          }
        >
          {(items) => (
            <Table verticalSpacing="xs" aria-label={t('title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('report')}</Table.Th>
                  <Table.Th visibleFrom="sm">{t('status')}</Table.Th>
                  <Table.Th ta="right" visibleFrom="sm">
                    {t('rows')}
                  </Table.Th>
                  <Table.Th>{t('files')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((run) => (
                  <Table.Tr key={run.id}>
                    <Table.Td>
                      <Text size="sm" fw={500}>
                        {titleOf(run.kind)}
                      </Text>
                      <Text size="xs" c="dimmed">
                        {t('asOf', { time: format.dateTime(run.asOf) })} · {t(`origin.${run.origin}`)}
                      </Text>
                      {run.error && (
                        <Text size="xs" c="var(--mantine-color-error)">
                          {run.error}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td visibleFrom="sm">
                      <StatusBadge status={run.status} />
                    </Table.Td>
                    <Table.Td ta="right" visibleFrom="sm">
                      {format.number(run.rowCount)}
                    </Table.Td>
                    <Table.Td>
                      <Group gap={4}>
                        <RunFiles run={run} />
                        <PreviewButton run={run} title={titleOf(run.kind)} />
                        {isFirstOfNight(run, items) && <NightButton run={run} />}
                      </Group>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </ListView>
      </Surface>
      {!support && !pages.isPending && <Subscriptions />}
    </>
  );
}

/** All of a night: shown with the first of its runs that wrote files, newest first, if there are several. */
function isFirstOfNight(run: ReportRun, runs: ReportRun[]): boolean {
  const night = runs.filter((made) => made.asOf === run.asOf && made.files.length > 0);
  return night.length > 1 && run === night[0];
}

function NightButton({ run }: { run: ReportRun }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  return (
    <FetchButton
      label={t('downloadNight', { time: format.dateTime(run.asOf) })}
      variant="subtle"
      fetchFile={() => downloadNight(run)}
    >
      {t('allOfNight')}
    </FetchButton>
  );
}
