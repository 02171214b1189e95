import { Button, Modal, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomer } from '../account/useSession';
import { beginningOf } from '../api/files';
import type { ReportFile, ReportRun } from '../api/types';
import { useFormat } from '../format/useFormat';
import { ListSkeleton, ProblemAlert } from '../shell/states';
import { parseCsv } from './csv';
import { PdfPreview } from './PdfPreview';
import { pathOf } from './reports';

/** Rows that are shown, and what they are taken from. */
const ROWS = 100;
const BYTES = 128 * 1024;

type Kind = 'table' | 'pdf';
const ENDS: Record<Kind, string> = { pdf: '.pdf', table: '.csv' };

/** What there is to see of a run: the one for reading before the one for reckoning. */
function shownOf(run: ReportRun) {
  return (['pdf', 'table'] as const).flatMap((kind) => {
    const file = run.files.find(({ name }) => name.endsWith(ENDS[kind]));
    return file ? [{ kind, file }] : [];
  });
}

/** Shows a report, or how it begins, without the way through a file and another program. */
export function PreviewButton({ run, title }: { run: ReportRun; title: string }) {
  const { t } = useTranslation(['report', 'shell']);
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  if (shownOf(run).length === 0) return null;
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
        <Preview run={run} label={label} />
      </Modal>
    </>
  );
}

function Preview({ run, label }: { run: ReportRun; label: string }) {
  const { t } = useTranslation('report');
  const shown = shownOf(run);
  const readable = navigator.pdfViewerEnabled ? shown[0] : shown.at(-1);
  const [chosen, setChosen] = useState(readable?.kind);
  const file = shown.find(({ kind }) => kind === chosen)?.file;
  return (
    <Stack gap="xs">
      {shown.length > 1 && (
        <SegmentedControl
          aria-label={t('preview.show')}
          value={chosen}
          onChange={(kind) => setChosen(kind as Kind)}
          data={shown.map(({ kind }) => ({ value: kind, label: t(`preview.${kind}`) }))}
          style={{ alignSelf: 'start' }}
        />
      )}
      {file && chosen === 'pdf' && <PdfPreview run={run} file={file} label={label} />}
      {file && chosen === 'table' && <TablePreview run={run} file={file} label={label} />}
    </Stack>
  );
}

function TablePreview({ run, file, label }: { run: ReportRun; file: ReportFile; label: string }) {
  const { t } = useTranslation('report');
  const { customerId } = useCustomer();
  const format = useFormat();
  const preview = useQuery({
    queryKey: [customerId, 'report-runs', 'preview', run.id, file.name],
    queryFn: async () => parseCsv(await beginningOf(pathOf(run.id, file.name), BYTES), ROWS + 1),
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
