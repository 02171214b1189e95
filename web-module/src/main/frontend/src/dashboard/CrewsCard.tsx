import { Skeleton, Text } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { WinterEvent } from '../api/types';
import { useCheckIns } from '../winterevent/storm';
import { lastSeen } from '../winterevent/stormState';
import { Card } from './Card';

const StormMap = lazy(async () => ({ default: (await import('../winterevent/StormMap')).StormMap }));

/** Where the crews of the active event were last; the map comes when all else is there. */
export function CrewsCard({ event, pending }: { event?: WinterEvent; pending: boolean }) {
  const { t } = useTranslation('dashboard');
  return (
    <Card title={t('crews.title')} className="portal-dashboard-crews" pending={pending}>
      {event ? <CrewsMap eventId={event.id} /> : <Text c="dimmed">{t('crews.none')}</Text>}
    </Card>
  );
}

function CrewsMap({ eventId }: { eventId: string }) {
  const { t } = useTranslation(['dashboard', 'shell']);
  const { data } = useCheckIns(eventId);
  const crews = useMemo(() => lastSeen(data ?? []), [data]);
  if (data && crews.length === 0) return <Text c="dimmed">{t('crews.none')}</Text>;
  const waiting = <Skeleton className="portal-dashboard-map" role="status" aria-label={t('shell:loading')} />;
  if (!data) return waiting;
  return (
    <Suspense fallback={waiting}>
      <StormMap properties={NONE} crews={crews} className="portal-dashboard-map" />
    </Suspense>
  );
}

const NONE: never[] = [];
