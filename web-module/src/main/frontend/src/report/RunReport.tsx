import { Button, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { ReportRun } from '../api/types';
import { useFormat } from '../format/useFormat';
import { PlayIcon } from '../shell/icons';
import { ProblemAlert } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { RunFiles } from './RunFiles';
import { useReportKinds, useReportRun, useRunReport } from './reports';

interface RunReportProps {
  opened: boolean;
  onClose: () => void;
}

/** Has one report made now, and shows how far it is. */
export function RunReport({ opened, onClose }: RunReportProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Run a report now"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <RunReportForm onClose={onClose} />
    </Modal>
  );
}

function RunReportForm({ onClose }: { onClose: () => void }) {
  const kinds = useReportKinds();
  const start = useRunReport();
  const [run, setRun] = useState<ReportRun>();
  const form = useForm({
    initialValues: { kind: '', from: '', to: '' },
    validate: {
      kind: (value) => (value ? null : 'Choose a report.'),
      to: (value, { from }) => (value && value < from ? 'The last day cannot be before the first.' : null),
    },
  });
  const chosen = kinds.data?.find(({ kind }) => kind === form.values.kind);

  if (run) return <RunState asked={run} title={chosen?.title ?? run.kind} onAgain={() => setRun(undefined)} />;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ kind, from, to }) =>
        start.mutate({ kind, from: from || undefined, to: to || undefined }, { onSuccess: setRun }),
      )}
    >
      <Stack>
        {kinds.isError && <ProblemAlert error={kinds.error} onRetry={() => void kinds.refetch()} />}
        {start.isError && <ProblemAlert error={start.error} title="Not started" />}
        <Select
          label="Report"
          placeholder="Choose a report"
          allowDeselect={false}
          comboboxProps={{ withinPortal: true }}
          data={kinds.data?.map(({ kind, title }) => ({ value: kind, label: title })) ?? []}
          description={chosen?.description}
          inputWrapperOrder={['label', 'error', 'input', 'description']}
          {...form.getInputProps('kind')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput type="date" label="From" {...form.getInputProps('from')} />
          <TextInput type="date" label="To" {...form.getInputProps('to')} />
        </SimpleGrid>
        <Text size="xs" c="dimmed">
          Leave the days out for the current season (1 July to 30 June).
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={start.isPending} leftSection={<PlayIcon size={16} />}>
            Run
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function RunState({ asked, title, onAgain }: { asked: ReportRun; title: string; onAgain: () => void }) {
  const format = useFormat();
  const watched = useReportRun(asked.id);
  const run = watched.data ?? asked;
  return (
    <Stack>
      {watched.isError && <ProblemAlert error={watched.error} title="The progress cannot be read at the moment" />}
      <Group justify="space-between">
        <Text fw={500}>{title}</Text>
        <StatusBadge status={run.status} />
      </Group>
      <Text role="status" size="sm">
        {stateOf(run, format.number)}
      </Text>
      <Group gap={4}>
        <RunFiles run={run} />
      </Group>
      {run.status === 'RUNNING' ? (
        <Text size="xs" c="dimmed">
          You can close this: the report appears in the list when it is done.
        </Text>
      ) : (
        <Group justify="flex-end">
          <Button variant="default" onClick={onAgain}>
            Run another
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function stateOf(run: ReportRun, number: (value: number) => string): string {
  if (run.status === 'RUNNING') return run.rowCount ? `${number(run.rowCount)} rows so far` : 'Being made …';
  if (run.status === 'FAILED') return run.error ?? 'The report could not be made.';
  return `${number(run.rowCount)} rows`;
}
