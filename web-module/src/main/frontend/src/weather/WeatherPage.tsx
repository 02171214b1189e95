import { Group, SimpleGrid, Skeleton, Table, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import type { Weather } from '../api/types';
import { BarChart } from '../chart/BarChart';
import { LineChart } from '../chart/LineChart';
import { useFormat } from '../format/useFormat';
import { fromWallClock } from '../format/zoned';
import { useFilters } from '../shell/filters';
import { FilterSelect, ListView } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { Surface } from '../shell/Surface';
import { chartOf } from './chartOf';
import { ImportWeather } from './ImportWeather';
import { useWeather } from './weather';

const DAY = 24 * 3600 * 1000;

/** What the weather was, as imported from files; charts of the place that is looked at. */
export function WeatherPage() {
  const { t } = useTranslation('weather');
  const { role } = useCustomer();
  const format = useFormat();
  const filters = useFilters();
  const from = filters.get('from');
  const to = filters.get('to');
  const start = (day: string) => fromWallClock(`${day}T00:00`, format.timeZone);
  const pages = useWeather({
    place: filters.get('place'),
    period: filters.get('period'),
    from: from && start(from),
    to: to && new Date(Date.parse(start(to)) + DAY).toISOString(),
  });
  return (
    <>
      <PageHeader title={t('title')} description={t('timesIn', { zone: format.timeZoneName })} />
      <Group mb="md" gap="xs" align="flex-end">
        <TextInput
          label={t('place')}
          placeholder={t('placeExample')}
          key={filters.get('place')}
          defaultValue={filters.get('place') ?? ''}
          onBlur={(event) => filters.set('place', event.currentTarget.value.trim())}
          onKeyDown={(event) => event.key === 'Enter' && filters.set('place', event.currentTarget.value.trim())}
        />
        <TextInput
          type="date"
          label={t('from')}
          value={from ?? ''}
          onChange={(event) => filters.set('from', event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('to')}
          value={to ?? ''}
          onChange={(event) => filters.set('to', event.currentTarget.value)}
        />
        <FilterSelect
          filters={filters}
          name="period"
          label={t('period')}
          options={{ DAY: t('DAY'), HOUR: t('HOUR') }}
        />
      </Group>
      {pages.isPending ? <ChartsToCome /> : <Charts items={chartOf(pages.items)} />}
      <Surface p={0}>
        <ListView
          pages={pages}
          noun={t('noun')}
          filtered={filters.any}
          onClearFilters={filters.clear}
          empty={<EmptyState title={t('empty')}>{t(mayPlan(role) ? 'emptyImport' : 'emptyRead')}</EmptyState>}
        >
          {(items) => <Observations items={items} />}
        </ListView>
      </Surface>
      {mayPlan(role) && !pages.isPending && <ImportWeather />}
    </>
  );
}

function useWhen() {
  const format = useFormat();
  return ({ period, observedAt }: Weather) =>
    period === 'DAY' ? format.date(observedAt) : format.dateTime(observedAt);
}

function Charts({ items }: { items: Weather[] }) {
  const { t } = useTranslation('weather');
  const format = useFormat();
  const when = useWhen();
  const first = items[0];
  if (!first || items.length < 2) return null;
  const names = items.map((item) => when(item).replace(/,? \d{4}$/, ''));
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} mb="md">
      <Surface>
        <Title order={2} size="h5" mb="xs">
          {t('precipitationAt', { place: first.place })}
        </Title>
        <BarChart
          label={t('precipitation')}
          bars={items.map((item, index) => ({
            name: names[index] ?? '',
            title: when(item),
            value: item.precipitationMm ?? 0,
          }))}
          format={format.precipitation}
        />
      </Surface>
      <Surface>
        <Title order={2} size="h5" mb="xs">
          {t('temperatureAt', { place: first.place })}
        </Title>
        <LineChart
          label={t('temperature')}
          names={names}
          lines={[
            { name: t('highest'), values: items.map((item) => item.temperatureMaxC) },
            { name: t('lowest'), values: items.map((item) => item.temperatureMinC) },
          ]}
          format={format.temperature}
        />
        <Text size="sm" c="dimmed">
          {t('legend')}
        </Text>
      </Surface>
    </SimpleGrid>
  );
}

/** As high as the charts, so that what is below stays in its place when these come. */
function ChartsToCome() {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} mb="md">
      {[226, 246].map((height) => (
        <Surface key={height}>
          <Skeleton height={height} />
        </Surface>
      ))}
    </SimpleGrid>
  );
}

function Observations({ items }: { items: Weather[] }) {
  const { t } = useTranslation('weather');
  const format = useFormat();
  const when = useWhen();
  const or = (value: number | undefined, write: (value: number) => string) =>
    value === undefined ? '–' : write(value);
  return (
    <Table verticalSpacing="xs" aria-label={t('title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('when')}</Table.Th>
          <Table.Th>{t('place')}</Table.Th>
          <Table.Th ta="right">{t('precipitation')}</Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            {t('snow')}
          </Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            {t('temperature')}
          </Table.Th>
          <Table.Th ta="right" visibleFrom="md">
            {t('wind')}
          </Table.Th>
          <Table.Th visibleFrom="md">{t('source')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr key={item.id}>
            <Table.Td>{when(item)}</Table.Td>
            <Table.Td>
              {item.place}
              {item.conditions && (
                <Text size="xs" c="dimmed">
                  {item.conditions}
                </Text>
              )}
            </Table.Td>
            <Table.Td ta="right">{or(item.precipitationMm, format.precipitation)}</Table.Td>
            <Table.Td ta="right" visibleFrom="sm">
              {or(item.snowfallCm, format.depth)}
            </Table.Td>
            <Table.Td ta="right" visibleFrom="sm">
              {`${or(item.temperatureMinC, format.temperature)} / ${or(item.temperatureMaxC, format.temperature)}`}
            </Table.Td>
            <Table.Td ta="right" visibleFrom="md">
              {or(item.windMs, format.speed)}
            </Table.Td>
            <Table.Td visibleFrom="md">{item.source}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
