import { Button, Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeasonOfWork } from '../api/types';
import { BarChart } from '../chart/BarChart';
import { useFormat } from '../format/useFormat';
import { useFilters } from '../shell/filters';
import { EmptyState } from '../shell/states';
import { useMaterial } from '../winterevent/useMaterial';
import { Card } from './Card';
import { useSeason } from './dashboard';
import { byEvent, byMonth, type Column, materialsOf, quantityOf, yearOf } from './season';

/** How the season was: events, hours and material, by month or by event. */
export function SeasonCard() {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const filters = useFilters();
  const present = useSeason();
  const asked = Number(filters.get('season'));
  const season = useSeason(asked || undefined);
  const by = filters.get('by') === 'event' ? 'event' : 'month';
  const thisYear = present.data && yearOf(present.data, format.timeZone);
  const year = season.data ? yearOf(season.data, format.timeZone) : thisYear;
  const name = (begin: number) => `${begin}–${String(begin + 1).slice(2)}`;
  const choose = (begin: number) => filters.set('season', begin === thisYear ? null : String(begin));
  return (
    <Card
      title={t('season.title', { years: year === undefined ? '' : name(year) })}
      className="portal-dashboard-season"
      pending={season.isPending}
      error={season.error}
      onRetry={() => void season.refetch()}
      aside={
        thisYear !== undefined && (
          <Group gap="xs">
            <NativeSelect
              aria-label={t('season.year')}
              size="xs"
              w={110}
              data={[0, 1, 2, 3].map((back) => ({ value: String(thisYear - back), label: name(thisYear - back) }))}
              value={String(year)}
              onChange={(event) => choose(Number(event.currentTarget.value))}
            />
            <SegmentedControl
              aria-label={t('season.by')}
              size="xs"
              value={by}
              onChange={(value) => filters.set('by', value === 'event' ? value : null)}
              data={[
                { value: 'month', label: t('season.month') },
                { value: 'event', label: t('season.event') },
              ]}
            />
          </Group>
        )
      }
    >
      {season.data && (
        <SeasonCharts season={season.data} by={by} onBefore={() => year !== undefined && choose(year - 1)} />
      )}
    </Card>
  );
}

interface SeasonChartsProps {
  season: SeasonOfWork;
  by: 'month' | 'event';
  onBefore: () => void;
}

function SeasonCharts({ season, by, onBefore }: SeasonChartsProps) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const columns = useMemo(
    () => (by === 'event' ? byEvent(season) : byMonth(season, format.timeZone)),
    [season, by, format],
  );
  if (columns.length === 0) {
    return (
      <EmptyState
        title={t('season.none')}
        action={
          <Button variant="default" onClick={onBefore}>
            {t('season.before')}
          </Button>
        }
      >
        {t('season.noneText')}
      </EmptyState>
    );
  }
  const name = ({ at }: Column) => (by === 'event' ? format.date(at).replace(/,? \d{4}$/, '') : format.month(at));
  const bars = (value: (column: Column) => number) =>
    columns.map((column) => ({
      name: name(column),
      title: column.title ?? name(column),
      value: value(column),
    }));
  const total = (value: (column: Column) => number) => columns.reduce((sum, column) => sum + value(column), 0);
  const hours = (value: number) => format.hours(value * 60);
  return (
    <div className="portal-dashboard-charts">
      {by === 'month' && (
        <Chart title={t('season.events')} sum={format.number(total((column) => column.events))}>
          <BarChart label={t('season.events')} bars={bars((column) => column.events)} format={format.number} whole />
        </Chart>
      )}
      <Chart title={t('season.hours')} sum={hours(total((column) => column.minutes / 60))}>
        <BarChart
          label={t('season.hours')}
          bars={bars((column) => column.minutes / 60)}
          format={hours}
          axis={(value) => format.number(value, value < 10 ? 1 : 0)}
        />
      </Chart>
      <MaterialChart season={season} bars={bars} total={total} />
    </div>
  );
}

interface MaterialChartProps {
  season: SeasonOfWork;
  bars: (value: (column: Column) => number) => { name: string; title: string; value: number }[];
  total: (value: (column: Column) => number) => number;
}

function MaterialChart({ season, bars, total }: MaterialChartProps) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const write = useMaterial();
  const materials = useMemo(() => materialsOf(season), [season]);
  const [chosen, setChosen] = useState('0');
  const material = materials[Number(chosen)] ?? materials[0];
  if (!material) return null;
  const quantity = (column: Column) => quantityOf(column, material);
  return (
    <Chart
      title={t('season.material')}
      sum={write({ ...material, quantity: total(quantity) })}
      aside={
        materials.length > 1 && (
          <NativeSelect
            aria-label={t('season.materialChoice')}
            size="xs"
            w={130}
            data={materials.map((each, index) => ({ value: String(index), label: each.material }))}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )
      }
    >
      <BarChart
        label={t('season.material')}
        bars={bars(quantity)}
        format={(value) => write({ ...material, quantity: value })}
        axis={(value) => format.number(value)}
      />
    </Chart>
  );
}

interface ChartProps {
  title: string;
  sum: string;
  aside?: ReactNode;
  children: ReactNode;
}

function Chart({ title, sum, aside, children }: ChartProps) {
  const { t } = useTranslation('dashboard');
  return (
    <div>
      <Group justify="space-between" mih={44} mb="xs" wrap="nowrap">
        <div>
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed">
            {t('season.sum', { total: sum })}
          </Text>
        </div>
        {aside}
      </Group>
      {children}
    </div>
  );
}
