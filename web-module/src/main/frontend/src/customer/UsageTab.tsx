import { Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustomerUsage, MonthOfUsage } from '../api/types';
import { BarChart } from '../chart/BarChart';
import { useFormat } from '../format/useFormat';
import { ListSkeleton, ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { useCustomerUsage } from './customers';
import { monthName } from './months';

const MONTHS = 12;
const CHARTS = ['requests', 'logs', 'reportRuns', 'batchSeconds'] as const;

export function UsageTab({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customer');
  const { data, error, isError, refetch } = useCustomerUsage(customerId);
  if (isError && !data) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  const months = [data.current, ...data.history].slice(0, MONTHS).reverse();
  return (
    <Stack>
      <Surface>
        <Title order={2} size="h4" mb="sm">
          {t('usage.limits', { plan: data.plan })}
        </Title>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
          {data.limits.map((each) => (
            <LimitBar key={each.limit} use={each} />
          ))}
        </SimpleGrid>
      </Surface>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {CHARTS.map((what) => (
          <Months key={what} what={what} months={months} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function LimitBar({ use: { limit, allowed, used } }: { use: CustomerUsage['limits'][number] }) {
  const format = useFormat();
  const { t } = useTranslation('customer');
  const write = (value: number) => (limit === 'STORAGE_BYTES' ? format.bytes(value) : format.number(value));
  const name = t(`limit.${limit}`);
  const share = allowed && used !== undefined ? used / allowed : 0;
  const words =
    used === undefined
      ? allowed === undefined
        ? t('usage.unlimited')
        : t('usage.upTo', { allowed: write(allowed) })
      : allowed === undefined
        ? t('usage.usedUnlimited', { used: write(used) })
        : t('usage.usedOf', { used: write(used), allowed: write(allowed), percent: format.percent(share) });
  const tone = share >= 1 ? 'bad' : share >= 0.8 ? 'waiting' : 'good';
  return (
    <div>
      <Text size="sm" fw={500}>
        {name}
      </Text>
      <Text size="sm" className="portal-finding" data-tone={tone === 'good' ? undefined : tone}>
        {tone !== 'good' && <span aria-hidden="true">{tone === 'bad' ? '✕ ' : '▲ '}</span>}
        {words}
      </Text>
      {allowed !== undefined && used !== undefined && (
        <Progress
          mt={4}
          value={Math.min(100, share * 100)}
          color={{ bad: 'red.8', waiting: 'orange.8', good: 'teal.8' }[tone]}
          aria-label={name}
        />
      )}
    </div>
  );
}

function Months({ what, months }: { what: (typeof CHARTS)[number]; months: MonthOfUsage[] }) {
  const format = useFormat();
  const { t } = useTranslation('customer');
  const label = t(`usage.${what}`);
  return (
    <Surface>
      <Title order={2} size="h5" mb="xs">
        {label}
      </Title>
      <BarChart
        label={label}
        bars={months.map((month) => ({ name: monthName(format, month.month), value: month[what] }))}
        format={(value) => format.number(value)}
      />
    </Surface>
  );
}
