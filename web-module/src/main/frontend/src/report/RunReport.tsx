import { Button, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation(['report', 'shell']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('run.title')}
      centered
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <RunReportForm onClose={onClose} />
    </Modal>
  );
}

function RunReportForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['report', 'shell']);
  const kinds = useReportKinds();
  const start = useRunReport();
  const [run, setRun] = useState<ReportRun>();
  const form = useForm({
    initialValues: { kind: '', from: '', to: '' },
    validate: {
      kind: (value) => (value ? null : t('run.choose')),
      to: (value, { from }) => (value && value < from ? t('run.endBeforeStart') : null),
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
        {start.isError && <ProblemAlert error={start.error} title={t('run.notStarted')} />}
        <Select
          label={t('report')}
          placeholder={t('run.placeholder')}
          allowDeselect={false}
          comboboxProps={{ withinPortal: true }}
          data={kinds.data?.map(({ kind, title }) => ({ value: kind, label: title })) ?? []}
          description={chosen?.description}
          inputWrapperOrder={['label', 'error', 'input', 'description']}
          {...form.getInputProps('kind')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput type="date" label={t('run.from')} {...form.getInputProps('from')} />
          <TextInput type="date" label={t('run.to')} {...form.getInputProps('to')} />
        </SimpleGrid>
        <Text size="xs" c="dimmed">
          {t('run.season')}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('shell:cancel')}
          </Button>
          <Button type="submit" loading={start.isPending} leftSection={<PlayIcon size={16} />}>
            {t('run.run')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function RunState({ asked, title, onAgain }: { asked: ReportRun; title: string; onAgain: () => void }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const watched = useReportRun(asked.id);
  const run = watched.data ?? asked;
  return (
    <Stack>
      {watched.isError && <ProblemAlert error={watched.error} title={t('run.noProgress')} />}
      <Group justify="space-between">
        <Text fw={500}>{title}</Text>
        <StatusBadge status={run.status} />
      </Group>
      <Text role="status" size="sm">
        {saidOf()}
      </Text>
      <Group gap={4}>
        <RunFiles run={run} />
      </Group>
      {run.status === 'RUNNING' ? (
        <Text size="xs" c="dimmed">
          {t('run.mayClose')}
        </Text>
      ) : (
        <Group justify="flex-end">
          <Button variant="default" onClick={onAgain}>
            {t('run.another')}
          </Button>
        </Group>
      )}
    </Stack>
  );

  function saidOf(): string {
    const rows = { count: run.rowCount, rows: format.number(run.rowCount) };
    if (run.status === 'RUNNING') return run.rowCount ? t('run.soFar', rows) : t('run.making');
    if (run.status === 'FAILED') return run.error ?? t('run.failed');
    return t('run.done', rows);
  }
}
