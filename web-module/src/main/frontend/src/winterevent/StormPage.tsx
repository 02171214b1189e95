import './storm.css';
import { Button, Group, SegmentedControl, Select, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { mayPlan, mayReadOffice } from '../account/roles';
import { useCustomer } from '../account/useSession';
import type { EventProperty, WinterEvent } from '../api/types';
import { useFormat } from '../format/useFormat';
import { EditIcon, ExpandIcon, ShrinkIcon } from '../shell/icons';
import { useFilters } from '../shell/filters';
import { SearchField } from '../shell/lists';
import { PageHeader, useTabName } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { EmptyState, ListSkeleton, ProblemAlert } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { LiveBadge } from './LiveBadge';
import { StateMark } from './StateMark';
import { MOST_SHOWN, useCheckIns, useCrews, useLiveStorm, useProgress, useStormProperties } from './storm';
import { StormList } from './StormList';
import { StormCrews, StormRoutes } from './StormRoutes';
import { byRoute, countStates, inOrder, lastSeen, type State, STATES } from './stormState';
import { StatesBar, StormStates, StormSums } from './StormTotals';
import { WinterEventActions } from './WinterEventActions';
import { WinterEventFacts } from './WinterEventPage';
import { useWinterEvent } from './winterEvents';

const StormMap = lazy(async () => ({ default: (await import('./StormMap')).StormMap }));
const StormTicket = lazy(async () => ({ default: (await import('./StormTicket')).StormTicket }));

/** One winter event: for the office the live screen of its storm, for crews what is to be known of it. */
export function StormPage() {
  const { eventId = '' } = useParams();
  const { role } = useCustomer();
  const { data, isError, error, refetch } = useWinterEvent(eventId);
  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  if (mayReadOffice(role)) return <Storm event={data} />;
  return (
    <>
      <PageHeader title={data.name} description={<StatusBadge status={data.status} />} />
      <WinterEventFacts event={data} />
    </>
  );
}

function Storm({ event }: { event: WinterEvent }) {
  const { t } = useTranslation(['winterevent', 'shell']);
  const { role } = useCustomer();
  const format = useFormat();
  const live = useLiveStorm(event.id);
  const wall = useWall();
  useTabName(event.name);
  const description = [
    t(`kind.${event.kind}`),
    format.dateTime(event.startsAt),
    event.measuredDepthCm !== undefined
      ? `${t('measured')} ${format.depth(event.measuredDepthCm)}`
      : event.forecastDepthCm !== undefined && `${t('forecast')} ${format.depth(event.forecastDepthCm)}`,
  ].filter(Boolean);

  if (wall.on) {
    return (
      <div className="portal-wall">
        <Group justify="space-between" mb="md">
          <Group gap="md">
            <Title order={1}>{event.name}</Title>
            <LiveBadge live={live} />
          </Group>
          <Button size="md" variant="default" leftSection={<ShrinkIcon />} onClick={wall.leave}>
            {t('storm.wallOff')}
          </Button>
        </Group>
        <StormBoard eventId={event.id} wall />
      </div>
    );
  }
  return (
    <>
      <PageHeader
        title={event.name}
        description={
          <Group gap="xs">
            <StatusBadge status={event.status} />
            <LiveBadge live={live} />
            <span>{description.join(' · ')}</span>
          </Group>
        }
      >
        {mayPlan(role) && event.status !== 'CANCELLED' && (
          <Button component={Link} to="edit" variant="default" leftSection={<EditIcon />}>
            {t('edit')}
          </Button>
        )}
        <Button variant="default" leftSection={<ExpandIcon />} onClick={wall.enter} visibleFrom="sm">
          {t('storm.wall')}
        </Button>
        {mayPlan(role) && <WinterEventActions event={event} />}
      </PageHeader>
      <StormBoard eventId={event.id} />
    </>
  );
}

/** The screen on the wall: over everything, and without the browser's frame where the browser allows that. */
function useWall() {
  const [params, setParams] = useSearchParams();
  const on = params.has('wall');
  const set = (value: boolean) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set('wall', '1');
        else next.delete('wall');
        return next;
      },
      { replace: true },
    );
  const leave = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    set(false);
  };
  useEffect(() => {
    if (!on) return;
    const onChange = () => {
      if (!document.fullscreenElement) leave();
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  });
  return {
    on,
    enter: () => {
      void document.documentElement.requestFullscreen?.().catch(() => undefined);
      set(true);
    },
    leave,
  };
}

/** The property whose ticket is open; opening one is a step back to which the back button goes. */
function useTicket() {
  const [params, setParams] = useSearchParams();
  const set = (id: string | undefined, replace: boolean) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (id) next.set('property', id);
        else next.delete('property');
        return next;
      },
      { replace, preventScrollReset: true },
    );
  return {
    id: params.get('property') ?? undefined,
    open: (id: string) => set(id, params.has('property')),
    close: () => set(undefined, true),
  };
}

function fits(text: string | undefined, state: State | undefined) {
  const words = text?.toLocaleLowerCase();
  return (property: EventProperty) =>
    (!state || property.state === state) &&
    (!words || `${property.name} ${property.street} ${property.city ?? ''}`.toLocaleLowerCase().includes(words));
}

function StormBoard({ eventId, wall = false }: { eventId: string; wall?: boolean }) {
  const { t } = useTranslation(['winterevent', 'shell']);
  const { customerId } = useCustomer();
  const filters = useFilters();
  const ticket = useTicket();
  const route = filters.get('route');
  const member = filters.get('member');
  const text = filters.get('q');
  const state = STATES.find((each) => each === filters.get('state'));
  const progress = useProgress(eventId);
  const properties = useStormProperties(eventId, { route, member });
  const checkIns = useCheckIns(eventId);
  const members = useCrews();
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const show = filters.get('show') === 'map' ? 'map' : 'list';

  const found = useMemo(() => inOrder(properties.data ?? []), [properties.data]);
  const counts = useMemo(() => countStates(found), [found]);
  const shown = useMemo(() => found.filter(fits(text, state)), [found, text, state]);
  const crews = useMemo(
    () => lastSeen(checkIns.data ?? []).filter((crew) => !member || crew.memberId === member),
    [checkIns.data, member],
  );
  const routeNames = useMemo(
    () => new Map(progress.data?.routes.flatMap(({ routeId, name }) => (routeId ? [[routeId, name ?? '']] : []))),
    [progress.data],
  );
  const memberNames = useMemo(
    () =>
      new Map([
        ...(members.data ?? []).map(({ id, displayName }) => [id, displayName] as const),
        ...(progress.data?.members ?? []).map(({ memberId, name }) => [memberId, name] as const),
      ]),
    [members.data, progress.data],
  );
  const routes = useMemo(() => byRoute(found, [...routeNames.keys()]), [found, routeNames]);

  const failed = properties.error ?? progress.error;
  const filtered = Boolean(route ?? member ?? text ?? state);
  const clear = () => ['route', 'member', 'q', 'state'].forEach((name) => filters.set(name, null));
  return (
    <Stack gap="md">
      {failed && (
        <ProblemAlert
          error={failed}
          onRetry={() => {
            void properties.refetch();
            void progress.refetch();
          }}
        />
      )}
      <StormStates counts={counts} only={state} onOnly={(value) => filters.set('state', value)} />
      <StatesBar label={t('storm.progress')} counts={counts} height={wall ? 28 : 14} />
      <StormSums progress={progress.data} />
      {!wall && (
        <Group gap="xs">
          <SearchField filters={filters} label={t('storm.search')} />
          <NameSelect label={t('storm.route')} names={routeNames} value={route} onChange={(id) => filters.set('route', id)} />
          <NameSelect label={t('storm.crew')} names={memberNames} value={member} onChange={(id) => filters.set('member', id)} />
          <SegmentedControl
            className="portal-storm-switch"
            aria-label={t('storm.list')}
            value={show}
            onChange={(value) => filters.set('show', value === 'map' ? value : null)}
            data={[
              { value: 'list', label: t('storm.list') },
              { value: 'map', label: t('storm.mapTab') },
            ]}
          />
        </Group>
      )}
      <div className="portal-storm-sides" data-show={show}>
        <Surface p={0} className="portal-surface portal-storm-list-side">
          <Filled
            pending={properties.isPending}
            empty={shown.length === 0}
            none={<Nothing filtered={filtered} onClear={clear} properties={`/c/${customerId}/properties`} />}
          >
            <StormList
              properties={shown}
              nameOf={(id) => memberNames.get(id)}
              current={ticket.id}
              onOpen={ticket.open}
            />
          </Filled>
        </Surface>
        <div className="portal-storm-map-side">
          {(!narrow || show === 'map') && (
            <>
              <Suspense fallback={<Skeleton className="portal-storm-map" role="status" aria-label={t('shell:loading')} />}>
                <StormMap properties={shown} crews={crews} onOpen={ticket.open} className="portal-storm-map" />
              </Suspense>
              <Legend />
            </>
          )}
        </div>
      </div>
      {found.length >= MOST_SHOWN && <Text c="dimmed">{t('storm.first', { count: MOST_SHOWN })}</Text>}
      <div className="portal-columns">
        <Surface>
          <Title order={2} size="h4" mb="sm">
            {t('storm.routes')}
          </Title>
          <StormRoutes routes={routes} nameOf={(id) => routeNames.get(id)} onChoose={(id) => filters.set('route', id)} />
        </Surface>
        <Surface>
          <Title order={2} size="h4" mb="sm">
            {t('storm.crews')}
          </Title>
          <StormCrews
            members={progress.data?.members ?? []}
            crews={crews}
            onChoose={(id) => filters.set('member', id)}
          />
        </Surface>
      </div>
      {ticket.id && properties.data && (
        <Suspense fallback={null}>
          <StormTicket
            eventId={eventId}
            propertyId={ticket.id}
            property={properties.data.find(({ id }) => id === ticket.id)}
            onClose={ticket.close}
          />
        </Suspense>
      )}
    </Stack>
  );
}

interface FilledProps {
  pending: boolean;
  empty: boolean;
  none: ReactNode;
  children: ReactNode;
}

function Filled({ pending, empty, none, children }: FilledProps) {
  if (pending) {
    return (
      <div className="portal-storm-list">
        <ListSkeleton rows={10} />
      </div>
    );
  }
  return empty ? <div className="portal-storm-list">{none}</div> : children;
}

function Nothing({ filtered, onClear, properties }: { filtered: boolean; onClear: () => void; properties: string }) {
  const { t } = useTranslation(['winterevent', 'shell']);
  if (filtered) {
    return (
      <EmptyState
        title={t('storm.nothing')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('shell:list.clear')}
          </Button>
        }
      >
        {t('storm.nothingText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('storm.noProperties')}
      action={
        <Button component={Link} to={properties}>
          {t('storm.toProperties')}
        </Button>
      }
    >
      {t('storm.noPropertiesText')}
    </EmptyState>
  );
}

interface NameSelectProps {
  label: string;
  names: Map<string, string>;
  value?: string;
  onChange: (id: string | null) => void;
}

function NameSelect({ label, names, value, onChange }: NameSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={label}
      placeholder={label}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('list.clearOne', { label }) }}
      data={[...names].map(([id, name]) => ({ value: id, label: name }))}
      value={value && names.has(value) ? value : null}
      onChange={onChange}
      w={180}
    />
  );
}

function Legend() {
  const { t } = useTranslation('winterevent');
  return (
    <div className="portal-storm-legend">
      {STATES.map((state) => (
        <span key={state}>
          <StateMark state={state} />
          {t(`storm.state.${state}`)}
        </span>
      ))}
      <span>
        <span className="portal-crew-mark portal-crew-legend" aria-hidden="true" />
        {t('storm.crewLegend')}
      </span>
    </div>
  );
}
