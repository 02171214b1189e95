import { useQuery } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';
import { asProblem } from '../api/problem';
import type {
  Forecast,
  Member,
  NearestWeather,
  PropertyImport,
  ReportRun,
  SeasonOfWork,
  WinterEvent,
  WorkLog,
} from '../api/types';
import { type LimitedUse } from './attention';

/** Sums of a season change slowly, and cost more than the rest. */
const SELDOM = 300_000;

/** The events that are active, the latest first. */
export function useActiveEvents() {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'winter-events', 'active'],
    queryFn: async () =>
      (
        await unwrap(
          client.GET('/winter-events', { params: { query: { status: 'ACTIVE', sort: '-startsAt', limit: 5 } } }),
        )
      ).items as WinterEvent[],
  });
}

/** The next event that is planned. */
export function useNextEvent(enabled: boolean) {
  const { customerId } = useCustomer();
  return useQuery({
    enabled,
    queryKey: [customerId, 'winter-events', 'next'],
    queryFn: async () =>
      ((
        await unwrap(
          client.GET('/winter-events', { params: { query: { status: 'PLANNED', sort: 'startsAt', limit: 1 } } }),
        )
      ).items[0] ?? null) as WinterEvent | null,
  });
}

export const OPEN_SHOWN = 6;

/** The work that is under way, the longest first. */
export function useOpenLogs() {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'storm', 'open'],
    queryFn: async () => {
      const page = await unwrap(
        client.GET('/work-logs/open', { params: { query: { limit: OPEN_SHOWN, total: true } } }),
      );
      return { logs: page.items as WorkLog[], total: page.total ?? page.items.length };
    },
  });
}

export function useSeason(year?: number) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'season', year],
    staleTime: SELDOM,
    queryFn: () => unwrap(client.GET('/season', { params: { query: { year } } })) as Promise<SeasonOfWork>,
  });
}

/** Where the weather is looked for: at the first property by name whose position is known. */
function useSomeProperty() {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'properties', 'somewhere'],
    staleTime: SELDOM,
    queryFn: async () => {
      const { items } = await unwrap(
        client.GET('/properties', { params: { query: { limit: 20, status: 'ACTIVE', sort: 'name' } } }),
      );
      const property = items.find(({ latitude }) => latitude !== undefined);
      return property ? { id: property.id, name: property.name } : null;
    },
  });
}

export function useWeatherHere() {
  const { customerId } = useCustomer();
  const property = useSomeProperty();
  const propertyId = property.data?.id;
  const nearest = useQuery({
    enabled: propertyId !== undefined,
    queryKey: [customerId, 'weather', 'nearest', propertyId],
    staleTime: SELDOM,
    queryFn: () =>
      orNothing(
        unwrap(
          client.GET('/weather/nearest', { params: { query: { propertyId: propertyId! } } }),
        ) as Promise<NearestWeather>,
      ),
  });
  const forecast = useQuery({
    enabled: propertyId !== undefined,
    queryKey: [customerId, 'weather', 'forecast', propertyId],
    staleTime: SELDOM,
    retry: false,
    queryFn: () =>
      orNothing(
        unwrap(client.GET('/weather/forecast', { params: { query: { propertyId: propertyId! } } })) as Promise<Forecast>,
      ),
  });
  return {
    property: property.data,
    pending: property.isPending || (propertyId !== undefined && (nearest.isPending || forecast.isPending)),
    nearest: nearest.data,
    forecast: forecast.data,
  };
}

/** Nothing where there is nothing, or nobody can be asked: the rest of the page does without. */
async function orNothing<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    const { status } = asProblem(error);
    if (status === 404 || status === 409 || status === 501 || status === 502 || status === 503) return null;
    throw error;
  }
}

/** What little lists tell of what went wrong; each is asked for once in a while. */
export function useTroubles() {
  const { customerId, role } = useCustomer();
  const office = role === 'ADMIN' || role === 'MANAGER';
  return useQuery({
    queryKey: [customerId, 'troubles'],
    staleTime: SELDOM,
    queryFn: async () => {
      const [imports, runs, members, usage] = await Promise.all([
        unwrap(client.GET('/properties/imports', { params: { query: { limit: 10 } } })),
        unwrap(client.GET('/report-runs', { params: { query: { limit: 20 } } })),
        role === 'ADMIN' ? unwrap(client.GET('/members', { params: { query: { limit: 200 } } })) : { items: [] },
        office ? unwrap(client.GET('/customer/usage')) : { limits: [] },
      ]);
      return {
        imports: imports.items as PropertyImport[],
        runs: runs.items as ReportRun[],
        members: members.items as Member[],
        limits: usage.limits as LimitedUse[],
      };
    },
  });
}
