import { Alert, Button, Group, Progress, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PropertyImport } from '../api/types';
import { useFormat } from '../format/useFormat';
import { Count } from '../shell/Count';
import { AlertIcon, DownloadIcon } from '../shell/icons';
import { notifyProblem } from '../shell/notify';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { downloadErrors, isRunning } from './imports';

export function ImportProgress({ running }: { running: PropertyImport }) {
  const { t } = useTranslation('property');
  const format = useFormat();
  const done = running.status === 'COMPLETED';
  const share = done ? 100 : running.bytesTotal ? (100 * running.bytesDone) / running.bytesTotal : 0;
  return (
    <Stack>
      <Group justify="space-between">
        <StatusBadge status={running.status} />
        <Text size="sm" c="dimmed">
          {t('imports.of', { done: format.bytes(running.bytesDone), total: format.bytes(running.bytesTotal) })}
        </Text>
      </Group>
      <Progress.Root size="lg">
        <Progress.Section
          value={share}
          animated={isRunning(running)}
          color={running.status === 'FAILED' ? 'red.8' : undefined}
          aria-label={t('imports.progress')}
        />
      </Progress.Root>
      <SimpleGrid cols={3} role="status">
        <Count name={t('imports.read')} value={format.number(running.rowsRead)} />
        <Count
          name={running.dryRun ? t('imports.wouldBeAccepted') : t('imports.accepted')}
          value={format.number(running.rowsAccepted)}
        />
        <Count name={t('imports.rejected')} value={format.number(running.rowsRejected)} />
      </SimpleGrid>
      {running.rowsUpdated + running.rowsUnchanged > 0 && (
        <Text size="sm">
          {t('imports.detail', {
            created: format.number(running.rowsCreated),
            updated: format.number(running.rowsUpdated),
            unchanged: format.number(running.rowsUnchanged),
          })}
        </Text>
      )}
      {running.failure && (
        <Alert color="red" icon={<AlertIcon />} title={t('imports.stopped')} role="alert">
          {running.failure}
        </Alert>
      )}
    </Stack>
  );
}

/** What is wrong with which lines of the file. */
export function RejectedRows({ finished }: { finished: PropertyImport }) {
  const { t } = useTranslation('property');
  const format = useFormat();
  const errors = finished.errors ?? [];
  const fields: Record<string, string> = t('field', { returnObjects: true });
  return (
    <>
      <Group justify="space-between" mt="lg" mb="xs">
        <Title order={2} size="h4">
          {t('imports.rejectedRows')}
        </Title>
        <Button
          variant="default"
          size="xs"
          leftSection={<DownloadIcon size={16} />}
          onClick={() => void downloadErrors(finished.id, finished.fileName).catch(notifyProblem)}
        >
          errors.csv
        </Button>
      </Group>
      <Surface p={0}>
        <Table verticalSpacing="xs" aria-label={t('imports.rejectedRows')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right">{t('imports.line')}</Table.Th>
              <Table.Th>{t('imports.field')}</Table.Th>
              <Table.Th>{t('imports.reason')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('imports.value')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {errors.map((each) => (
              <Table.Tr key={`${each.line} ${each.field} ${each.reason}`}>
                <Table.Td ta="right">{format.number(each.line)}</Table.Td>
                <Table.Td>{fields[each.field] ?? each.field}</Table.Td>
                <Table.Td>{each.reason}</Table.Td>
                <Table.Td visibleFrom="sm" style={{ overflowWrap: 'anywhere' }}>
                  {each.value}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {finished.rowsRejected > errors.length && (
          <Text size="sm" c="dimmed" p="sm">
            {t('imports.firstErrors', { shown: format.number(errors.length) })}
          </Text>
        )}
      </Surface>
    </>
  );
}
