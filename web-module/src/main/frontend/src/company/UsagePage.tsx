import { Group, Progress, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Usage } from '../api/types';
import { BarChart } from '../chart/BarChart';
import { useFormat } from '../format/useFormat';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton } from '../shell/states';
import { Surface } from '../shell/Surface';
import { CompanyTabs } from './CompanyTabs';
import { useUsage } from './company';

type LimitedUse = Usage['limits'][number];

const SHOWN = ['requests', 'logs', 'reportRuns', 'storageBytes'] as const;
const MUCH = 80;

export function UsagePage() {
  const { t } = useTranslation('company');
  const { data, isError, error, refetch } = useUsage();
  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeader title={t('usage.title')} description={data && t('usage.plan', { plan: data.plan })} />
      <CompanyTabs />
      {!data ? (
        <ListSkeleton />
      ) : (
        <div className="portal-columns">
          <Months usage={data} />
          <Surface>
            <Title order={2} size="h4" mb="sm">
              {t('usage.limits')}
            </Title>
            <Stack>
              {data.limits.map((each) => (
                <Limit key={each.limit} use={each} />
              ))}
            </Stack>
          </Surface>
        </div>
      )}
    </>
  );
}

function Limit({ use }: { use: LimitedUse }) {
  const { t } = useTranslation('company');
  const format = useFormat();
  const { limit, allowed, used } = use;
  const write = limit === 'STORAGE_BYTES' ? format.bytes : (value: number) => format.number(value);
  const share = allowed && used !== undefined && used !== null ? (100 * used) / allowed : undefined;
  const name = t(`usage.limit.${limit}`);
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500}>
          {name}
        </Text>
        <Text size="sm">{saidOf()}</Text>
      </Group>
      {share !== undefined && (
        <Progress.Root mt={4}>
          <Progress.Section
            value={Math.min(100, share)}
            color={share >= 100 ? 'red.8' : share >= MUCH ? 'orange.7' : undefined}
            aria-label={name}
          />
        </Progress.Root>
      )}
      {share !== undefined && share >= MUCH && (
        <Text size="xs" mt={2}>
          {share >= 100 ? t('usage.full') : t('usage.nearly')}
        </Text>
      )}
    </div>
  );

  function saidOf(): string {
    if (used === undefined || used === null) return allowed ? t('usage.upTo', { allowed: write(allowed) }) : t('usage.noLimit');
    if (!allowed) return t('usage.without', { used: write(used) });
    return t('usage.of', { used: write(used), allowed: write(allowed) });
  }
}

function Months({ usage }: { usage: Usage }) {
  const { t } = useTranslation('company');
  const format = useFormat();
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('requests');
  const months = [...usage.history.filter(({ month }) => month !== usage.current.month), usage.current].sort((a, b) =>
    a.month.localeCompare(b.month),
  );
  const write = shown === 'storageBytes' ? format.bytes : (value: number) => format.number(value);
  // The middle of a month is that month in every time zone.
  const nameOf = (month: string) => format.month(`${month.slice(0, 7)}-15T12:00:00Z`);
  return (
    <Surface>
      <Title order={2} size="h4" mb="sm">
        {t('usage.months')}
      </Title>
      <Select
        mb="md"
        maw={240}
        allowDeselect={false}
        aria-label={t('usage.what')}
        value={shown}
        onChange={(value) => value && setShown(value as typeof shown)}
        data={SHOWN.map((value) => ({ value, label: t(`usage.${value}`) }))}
      />
      <BarChart
        label={t(`usage.${shown}`)}
        format={write}
        bars={months.map((month) => ({ name: nameOf(month.month), value: month[shown] }))}
      />
      {usage.current.meteredAt && (
        <Text size="xs" c="dimmed" mt="sm">
          {t('usage.metered', { time: format.dateTime(usage.current.meteredAt) })}
        </Text>
      )}
    </Surface>
  );
}
