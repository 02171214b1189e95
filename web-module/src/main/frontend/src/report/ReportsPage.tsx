import { Button, Group, Table, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ReportFile, ReportRun } from '../api/types';
import { useFormat } from '../format/useFormat';
import { DownloadIcon } from '../shell/icons';
import { ListView } from '../shell/lists';
import { notifyProblem } from '../shell/notify';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { LetterFile } from './LetterFile';
import { downloadNight, downloadReport, useReportRuns, useReportTitles } from './reports';
import { Subscriptions } from './Subscriptions';

const ORIGINS: Record<ReportRun['origin'], string> = { NIGHTLY: 'nightly', ON_DEMAND: 'on demand' };

export function ReportsPage() {
  const format = useFormat();
  const pages = useReportRuns();
  const titles = useReportTitles();
  return (
    <>
      <PageHeader title="Reports" description="Written every night, kept for you to download." />
      <LetterFile />
      <Surface p={0}>
        <ListView
          pages={pages}
          noun="reports"
          empty={
            <EmptyState title="No reports yet">
              The first report is written in the coming night. Look here again tomorrow morning.
            </EmptyState>
          }
        >
          {(items) => (
            <Table verticalSpacing="xs" aria-label="Reports">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Report</Table.Th>
                  <Table.Th visibleFrom="sm">Status</Table.Th>
                  <Table.Th ta="right" visibleFrom="sm">
                    Rows
                  </Table.Th>
                  <Table.Th>Files</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((run) => (
                  <Table.Tr key={run.id}>
                    <Table.Td>
                      <Text size="sm" fw={500}>
                        {titles.data?.get(run.kind) ?? run.kind}
                      </Text>
                      <Text size="xs" c="dimmed">
                        as of {format.dateTime(run.asOf)} · {ORIGINS[run.origin]}
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
                        {run.files.map((file) => (
                          <DownloadButton key={file.name} run={run} file={file} />
                        ))}
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
      <Subscriptions />
    </>
  );
}

/** All of a night: shown with the first of its runs that wrote files, newest first. */
function isFirstOfNight(run: ReportRun, runs: ReportRun[]): boolean {
  return run === runs.find((made) => made.asOf === run.asOf && made.files.length > 0);
}

function NightButton({ run }: { run: ReportRun }) {
  const format = useFormat();
  return (
    <FetchButton
      label={`Download all reports as of ${format.dateTime(run.asOf)}`}
      variant="subtle"
      fetchFile={() => downloadNight(run)}
    >
      All (ZIP)
    </FetchButton>
  );
}

function DownloadButton({ run, file }: { run: ReportRun; file: ReportFile }) {
  const format = useFormat();
  const size = format.bytes(file.byteCount);
  const type = file.name.split('.').pop()?.toUpperCase();
  return (
    <FetchButton
      label={`Download ${file.name} (${size}) as of ${format.dateTime(run.asOf)}`}
      variant="default"
      fetchFile={() => downloadReport(run, file)}
    >
      {type}
      <Text span inherit visibleFrom="sm">
        &nbsp;({size})
      </Text>
    </FetchButton>
  );
}

function FetchButton({
  label,
  variant,
  fetchFile,
  children,
}: {
  label: string;
  variant: 'default' | 'subtle';
  fetchFile: () => Promise<void>;
  children: ReactNode;
}) {
  const [loading, setLoading] = useState(false);
  const start = () => {
    setLoading(true);
    void fetchFile()
      .catch(notifyProblem)
      .finally(() => setLoading(false));
  };
  return (
    <Button
      variant={variant}
      size="xs"
      loading={loading}
      leftSection={<DownloadIcon size={16} />}
      aria-label={label}
      onClick={start}
    >
      {children}
    </Button>
  );
}
