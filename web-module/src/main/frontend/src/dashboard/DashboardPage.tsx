import './dashboard.css';
import { useQueryClient } from '@tanstack/react-query';
import { loadNamespaces } from 'i18next';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomer } from '../account/useSession';
import { useFeed } from '../feed/useFeed';
import { useFormat } from '../format/useFormat';
import { PageHeader } from '../shell/PageHeader';
import { whenIdle } from '../shell/whenIdle';
import { LiveBadge } from '../winterevent/LiveBadge';
import { Attention } from './Attention';
import { Card } from './Card';
import { CrewsCard } from './CrewsCard';
import { useActiveEvents } from './dashboard';
import { NowCard } from './NowCard';
import { OpenCard } from './OpenCard';

const WeatherCard = whenIdle(async () => (await import('./WeatherCard')).WeatherCard);
const SeasonCard = whenIdle(async () => (await import('./SeasonCard')).SeasonCard);

// Before any part of the page asks for them, one after the other.
void loadNamespaces(['dashboard', 'winterevent', 'worklog']);

/** Where the office begins: what goes on, what waits, and how the season was. */
export function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const { customerId } = useCustomer();
  const format = useFormat();
  const queries = useQueryClient();
  const active = useActiveEvents();
  const live = useFeed(
    () => true,
    () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: [customerId, 'storm'] }),
        queries.invalidateQueries({ queryKey: [customerId, 'winter-events'] }),
      ]),
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('timesIn', { zone: format.timeZoneName })}>
        <LiveBadge live={live} />
      </PageHeader>
      <div className="portal-dashboard">
        <NowCard active={active} />
        <Attention />
        <CrewsCard event={active.data?.[0]} pending={active.isPending} />
        <OpenCard />
        <Suspense fallback={<Card title={t('weather.title')} className="portal-dashboard-weather" pending />}>
          <WeatherCard />
        </Suspense>
        <Suspense fallback={<Card title={t('season.title', { years: '' })} className="portal-dashboard-season" pending />}>
          <SeasonCard />
        </Suspense>
      </div>
    </>
  );
}
