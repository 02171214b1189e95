import { Anchor, Button, Group, Progress, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { Night, NightResult, NightResultStatus } from '../api/types';
import { useFormat } from '../format/useFormat';
import { confirm } from '../shell/confirm';
import { Count } from '../shell/Count';
import { useFilters } from '../shell/filters';
import { FilterSelect, ListView } from '../shell/lists';
import { notifyDone, notifyProblem } from '../shell/notify';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { EmptyState, ListSkeleton, ProblemAlert } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { failuresFirst } from './failuresFirst';
import { useCancelNight, useNight, useNightResults, useStartNight } from './nights';
import { describe, titleOf } from './nightTitle';

export function NightPage() {
  const { nightId = '' } = useParams();
  const format = useFormat();
  const { t } = useTranslation('night');
  const { data, isError, error, refetch, estimatedEnd } = useNight(nightId);

  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  return (
    <>
      <PageHeader title={titleOf(data, t, format)} description={describe(data, t, format)}>
        {data.status === 'RUNNING' && <CancelNight night={data} />}
        <Button component={Link} to="/console/nights" variant="default">
          {t('all')}
        </Button>
      </PageHeader>
      {isError && <ProblemAlert error={error} title={t('unread')} />}
      <Surface>
        <NightProgress night={data} estimatedEnd={estimatedEnd} />
      </Surface>
      <NightResults night={data} />
    </>
  );
}

function CancelNight({ night }: { night: Night }) {
  const { t } = useTranslation('night');
  const cancel = useCancelNight(night.id);
  const ask = () =>
    confirm({
      title: t('cancel.title'),
      text: t('cancel.text', { count: night.counts.pending }),
      yes: t('cancel.do'),
      no: t('cancel.no'),
      dangerous: true,
      onYes: () => cancel.mutate(undefined, { onSuccess: () => notifyDone(t('cancel.done')), onError: notifyProblem }),
    });
  return (
    <Button variant="default" loading={cancel.isPending} onClick={ask}>
      {t('cancel.do')}
    </Button>
  );
}

function NightProgress({ night, estimatedEnd }: { night: Night; estimatedEnd?: string }) {
  const format = useFormat();
  const { t } = useTranslation('night');
  const { total, completed, failed, skipped, running, pending } = night.counts;
  const share = (count: number) => (total ? (100 * count) / total : 0);
  const done = completed + failed + skipped;
  const started = t('startedAt', { time: format.dateTime(night.startedAt) });
  const ends = estimatedEnd && t('endsAbout', { time: format.dateTime(estimatedEnd) });
  return (
    <Stack>
      <Group justify="space-between">
        <StatusBadge status={night.status} />
        <Text size="sm" c="dimmed">
          {night.endedAt
            ? t('tookTime', { duration: format.duration(night.startedAt, night.endedAt) })
            : [started, ends].filter(Boolean).join(', ')}
        </Text>
      </Group>
      <Progress.Root size="lg">
        <Progress.Section value={share(completed)} color="teal.8" aria-label={t('count.completed')} />
        <Progress.Section value={share(skipped)} color="gray.6" aria-label={t('count.skipped')} />
        <Progress.Section value={share(failed)} color="red.8" aria-label={t('count.failed')} />
      </Progress.Root>
      <Text role="status" size="sm">
        {t('done', { done: format.number(done), total: format.number(total) })}
      </Text>
      <SimpleGrid cols={{ base: 2, xs: 5 }}>
        <Count name={t('count.completed')} value={format.number(completed)} />
        <Count name={t('count.failed')} value={format.number(failed)} />
        <Count name={t('count.skipped')} value={format.number(skipped)} />
        <Count name={t('count.running')} value={format.number(running)} />
        <Count name={t('count.pending')} value={format.number(pending)} />
      </SimpleGrid>
    </Stack>
  );
}

const RESULTS: NightResultStatus[] = ['PENDING', 'RUNNING', 'COMPLETED', 'FAILED', 'SKIPPED'];

function NightResults({ night }: { night: Night }) {
  const { t } = useTranslation('night');
  const filters = useFilters();
  const status = filters.get('status');
  const pages = useNightResults(night, status);
  const failures = useNightResults(night, 'FAILED');
  const arrange = (items: NightResult[]) => (status ? items : failuresFirst(failures.items, items));
  return (
    <>
      <Group justify="space-between" mt="lg" mb="xs">
        <Title order={2} size="h4">
          {t('customers')}
        </Title>
        <FilterSelect
          filters={filters}
          name="status"
          label={t('status')}
          options={Object.fromEntries(RESULTS.map((each) => [each, t(`result.${each}`)]))}
        />
      </Group>
      <Surface p={0}>
        <ListView
          pages={pages}
          noun={t('customersNoun')}
          filtered={filters.any}
          onClearFilters={filters.clear}
          empty={<EmptyState title={t('noCustomers')}>{t('noCustomersText')}</EmptyState>}
        >
          {(items) => <ResultsTable night={night} results={arrange(items)} />}
        </ListView>
      </Surface>
    </>
  );
}

function ResultsTable({ night, results }: { night: Night; results: NightResult[] }) {
  const format = useFormat();
  const { t } = useTranslation('night');
  const known = (value: number | undefined, write: (value: number) => string) =>
    value === undefined ? '–' : write(value);
  return (
    <Table verticalSpacing="xs" aria-label={t('results')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('customer')}</Table.Th>
          <Table.Th>{t('status')}</Table.Th>
          <Table.Th ta="right" visibleFrom="md">
            {t('attempts')}
          </Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            {t('rows')}
          </Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            {t('size')}
          </Table.Th>
          <Table.Th ta="right" visibleFrom="md">
            {t('took')}
          </Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {results.map((result) => (
          <Table.Tr key={result.customerId}>
            <Table.Td>
              <Anchor component={Link} to={`/console/customers/${result.customerId}/log`} size="sm" fw={500}>
                {result.customerName}
              </Anchor>
              {result.error && (
                <Text size="xs" c="var(--mantine-color-error)">
                  {result.error}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <StatusBadge status={result.status} />
            </Table.Td>
            <Table.Td ta="right" visibleFrom="md">
              {format.number(result.attempts)}
            </Table.Td>
            <Table.Td ta="right" visibleFrom="sm">
              {known(result.rowCount, (rows) => format.number(rows))}
            </Table.Td>
            <Table.Td ta="right" visibleFrom="sm">
              {known(result.byteCount, format.bytes)}
            </Table.Td>
            <Table.Td ta="right" visibleFrom="md">
              {result.startedAt && result.endedAt ? format.duration(result.startedAt, result.endedAt) : '–'}
            </Table.Td>
            <Table.Td ta="right">
              {night.status !== 'RUNNING' && result.status === 'FAILED' && <RunAgain night={night} result={result} />}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The same reports of the same night once more, for one customer. */
function RunAgain({ night, result }: { night: Night; result: NightResult }) {
  const { t } = useTranslation('night');
  const navigate = useNavigate();
  const start = useStartNight();
  const again = () =>
    start.mutate(
      { customerId: result.customerId, kinds: night.kinds, day: night.nightDate ?? night.day },
      {
        onSuccess: (made) => {
          notifyDone(t('againStarted', { customer: result.customerName }));
          void navigate(`/console/nights/${made.id}`);
        },
        onError: notifyProblem,
      },
    );
  return (
    <Button
      size="xs"
      variant="default"
      loading={start.isPending}
      aria-label={t('againFor', { customer: result.customerName })}
      onClick={again}
    >
      {t('again')}
    </Button>
  );
}
