import { Button, Modal, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomer } from '../account/useSession';
import { beginningOf } from '../api/files';
import type { ReportFile, ReportRun } from '../api/types';
import { useFormat } from '../format/useFormat';
import { ListSkeleton, ProblemAlert } from '../shell/states';
import { parseCsv } from './csv';

/** Rows that are shown, and what they are taken from. */
const ROWS = 100;
const BYTES = 128 * 1024;

const isTable = (file: ReportFile) => file.name.endsWith('.csv');

/** Shows how a report begins, without the way through a file and another program. */
export function PreviewButton({ run, title }: { run: ReportRun; title: string }) {
  const { t } = useTranslation(['report', 'shell']);
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const file = run.files.find(isTable);
  if (!file) return null;
  const label = t('preview.of', { title, time: format.dateTime(run.asOf) });
  return (
    <>
      <Button size="xs" variant="subtle" aria-label={label} onClick={() => setOpened(true)}>
        {t('preview.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={label}
        size="90vw"
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        <Preview run={run} file={file} label={label} />
      </Modal>
    </>
  );
}

function Preview({ run, file, label }: { run: ReportRun; file: ReportFile; label: string }) {
  const { t } = useTranslation('report');
  const { customerId } = useCustomer();
  const format = useFormat();
  const preview = useQuery({
    queryKey: [customerId, 'report-runs', 'preview', run.id, file.name],
    queryFn: async () => {
      const path = `/api/report-runs/${run.id}/files/${encodeURIComponent(file.name)}`;
      return parseCsv(await beginningOf(path, BYTES), ROWS + 1);
    },
    staleTime: Infinity,
    gcTime: 60_000,
  });
  if (preview.isPending) return <ListSkeleton />;
  if (preview.isError) return <ProblemAlert error={preview.error} onRetry={() => void preview.refetch()} />;
  const [head = [], ...rows] = preview.data;
  const complete = rows.length >= run.rowCount;
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {rows.length === 0
          ? t('preview.none')
          : complete
            ? t('preview.all', { count: rows.length })
            : t('preview.first', { count: rows.length, total: format.number(run.rowCount) })}
      </Text>
      <Table.ScrollContainer minWidth={head.length * 110} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table striped verticalSpacing={4} fz="sm" aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              {head.map((name, column) => (
                <Table.Th key={column}>{name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, line) => (
              <Table.Tr key={line}>
                {row.map((value, column) => (
                  <Table.Td key={column}>{value}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
