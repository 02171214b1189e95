import { Button, NativeSelect, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { useCrew, useCrewPath } from './CrewFrame';
import { Navigate } from './Navigate';
import { Stage } from './Stage';
import { nextStop, type Stop, stopsOf } from './stops';

/** My route, in order, and above all the next stop. */
export function CrewPage() {
  const { t } = useTranslation('crew');
  const { work, entries, event } = useCrew();
  const [params, setParams] = useSearchParams();
  const path = useCrewPath();

  const routes = work.routes.map((route) => ({ route, stops: stopsOf(route, event?.id ?? '', work, entries) }));
  const chosen =
    routes.find(({ route }) => route.id === params.get('route')) ??
    routes.find(({ stops }) => stops.some((stop) => stop.isHere)) ??
    routes.find(({ stops }) => nextStop(stops)) ??
    routes[0];
  const next = chosen && nextStop(chosen.stops);
  const done = chosen?.stops.filter(({ stage }) => stage === 'done').length;

  const choose = (name: string, id: string) =>
    setParams((present) => {
      const changed = new URLSearchParams(present);
      changed.set(name, id);
      return changed;
    });

  return (
    <>
      <PageHeader title={t('title')} description={event?.name} />
      {work.events.length > 1 && (
        <NativeSelect
          label={t('event')}
          size="lg"
          value={event?.id}
          data={work.events.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={({ currentTarget }) => choose('event', currentTarget.value)}
        />
      )}
      {!event && <EmptyState title={t('empty.noEvent')}>{t('empty.noEventText')}</EmptyState>}
      {chosen ? (
        <>
          {next && event && <Next stop={next} />}
          {routes.length > 1 ? (
            <NativeSelect
              label={t('route')}
              size="lg"
              value={chosen.route.id}
              data={routes.map(({ route }) => ({ value: route.id, label: route.name }))}
              onChange={({ currentTarget }) => choose('route', currentTarget.value)}
            />
          ) : (
            <Title order={2} size="h4">
              {chosen.route.name}
            </Title>
          )}
          <Text fw={600}>{t('progress', { done, total: chosen.stops.length })}</Text>
          <ol className="crew-stops" aria-label={t('allStops')}>
            {chosen.stops.map((stop, index) => (
              <li key={stop.propertyId}>
                <StopLink stop={stop} number={index + 1} />
              </li>
            ))}
          </ol>
        </>
      ) : (
        <EmptyState title={t('empty.noRoute')}>{t('empty.noRouteText')}</EmptyState>
      )}
      <div className="crew-actions">
        {next && event && (
          <Button component={Link} to={path(`places/${next.propertyId}`)} className="crew-button crew-main" fullWidth>
            {t('open', { name: next.name })}
          </Button>
        )}
        <Button component={Link} to={path('places')} variant="default" className="crew-button" fullWidth>
          {t('otherPlaces')}
        </Button>
      </div>
    </>
  );
}

function Next({ stop }: { stop: Stop }) {
  const { t } = useTranslation('crew');
  const heading = stop.isHere ? 'current' : stop.stage === 'working' ? 'working' : 'next';
  return (
    <section className="crew-next" aria-label={t(heading)}>
      <Text fw={600} c="dimmed">
        {t(heading)}
      </Text>
      <Title order={2} size={28} lh={1.15}>
        {stop.name}
      </Title>
      <Text size="lg" mb="sm">
        {stop.address}
      </Text>
      <Navigate stop={stop} />
    </section>
  );
}

export function StopLink({ stop, number }: { stop: Stop; number?: number }) {
  const path = useCrewPath();
  return (
    <Link to={path(`places/${stop.propertyId}`)} className="crew-stop">
      {number !== undefined && <span className="portal-stop-number">{number}</span>}
      <span className="crew-stop-text">
        <Text component="span" display="block" fw={600}>
          {stop.name}
        </Text>
        <Text component="span" display="block" size="sm" c="dimmed">
          {stop.address}
        </Text>
      </span>
      <Stage stop={stop} />
    </Link>
  );
}
