import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import { Count } from '../shell/Count';
import type { Totals } from './totals';

/** How long a drive is, in every way. */
export function RouteTotals({ stops, totals }: { stops: number; totals: Totals }) {
  const { t } = useTranslation('route');
  const format = useFormat();
  return (
    <Group gap="xl" role="status" aria-label={t('totals')}>
      <Count name={t('stopsTotal', { count: stops })} value={format.number(stops)} />
      <Count name={t('distance')} value={format.distance(totals.distanceM)} />
      <Count name={t('expected')} value={format.hours(totals.expectedMinutes)} />
    </Group>
  );
}
