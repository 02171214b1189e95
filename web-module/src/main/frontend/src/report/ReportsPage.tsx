import { Button, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReportFile, ReportRun } from '../api/types';
import { useFormat } from '../format/useFormat';
import { DownloadIcon } from '../shell/icons';
import { ListView } from '../shell/lists';
import { notifyProblem } from '../shell/notify';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { downloadReport, useReportRuns, useReportTitles } from './reports';

const ORIGINS: Record<ReportRun['origin'], string> = { NIGHTLY: 'nightly', ON_DEMAND: 'on demand' };

export function ReportsPage() {
  const format = useFormat();
  const pages = useReportRuns();
  const titles = useReportTitles();
  return (
    <>
      <PageHeader title="Reports" description="Written every night, kept for you to download." />
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
                      <Stack gap={4} align="flex-start">
                        {run.files.map((file) => (
                          <DownloadButton key={file.name} run={run} file={file} />
                        ))}
                      </Stack>
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

function DownloadButton({ run, file }: { run: ReportRun; file: ReportFile }) {
  const format = useFormat();
  const size = format.bytes(file.byteCount);
  const [loading, setLoading] = useState(false);
  const fetchFile = () => {
    setLoading(true);
    void downloadReport(run, file)
      .catch(notifyProblem)
      .finally(() => setLoading(false));
  };
  return (
    <Button
      variant="default"
      size="xs"
      loading={loading}
      leftSection={<DownloadIcon size={16} />}
      aria-label={`Download ${file.name} (${size}) as of ${format.dateTime(run.asOf)}`}
      onClick={fetchFile}
    >
      <Text span inherit visibleFrom="sm">
        {file.name} ({size})
      </Text>
      <Text span inherit hiddenFrom="sm">
        {file.name.split('.').pop()?.toUpperCase()} ({size})
      </Text>
    </Button>
  );
}
