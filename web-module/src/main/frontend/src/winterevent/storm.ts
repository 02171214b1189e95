import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';
import { fetchAll, usePages } from '../api/queries';
import type { CheckIn, EventProgress, EventProperty, Member, WorkLog } from '../api/types';
import { useFeed } from '../feed/useFeed';

/** So many properties are shown; more would fit neither a screen nor a map. */
export const MOST_SHOWN = 5_000;

const MOST_CHECK_INS = 200;

/** Everything that is known of one event's storm lies below this key. */
const stormKey = (customerId: string, eventId: string) => [customerId, 'storm', eventId] as const;

export interface StormFilter {
  route?: string;
  member?: string;
}

/** How far an event is, asked for anew whenever something of it changes; and whether we hear of that. */
export function useLiveStorm(eventId: string | undefined): boolean {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useFeed(
    (change) => change.eventId === eventId || change.kind === 'WINTER_EVENT',
    () =>
      Promise.all([
        eventId && queries.invalidateQueries({ queryKey: stormKey(customerId, eventId) }),
        queries.invalidateQueries({ queryKey: [customerId, 'winter-events'] }),
      ]),
  );
}

export function useProgress(eventId: string) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [...stormKey(customerId, eventId), 'progress'],
    queryFn: () =>
      unwrap(
        client.GET('/winter-events/{id}/progress', { params: { path: { id: eventId } } }),
      ) as Promise<EventProgress>,
  });
}

export function useStormProperties(eventId: string, { route, member }: StormFilter) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [...stormKey(customerId, eventId), 'properties', route, member],
    placeholderData: keepPreviousData,
    queryFn: () =>
      fetchAll<EventProperty>(
        (page) =>
          unwrap(
            client.GET('/winter-events/{id}/properties', {
              params: { path: { id: eventId }, query: { route, member, ...page } },
            }),
          ),
        MOST_SHOWN,
      ),
  });
}

export function useCheckIns(eventId: string, property?: string) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [...stormKey(customerId, eventId), 'check-ins', property],
    queryFn: async () =>
      (
        await unwrap(
          client.GET('/winter-events/{id}/check-ins', {
            params: { path: { id: eventId }, query: { property, limit: MOST_CHECK_INS } },
          }),
        )
      ).items as CheckIn[],
  });
}

/** What was logged at a property for an event. */
export function useTicketLogs(eventId: string, property: string) {
  const { customerId } = useCustomer();
  return usePages<WorkLog>([...stormKey(customerId, eventId), 'logs', property], (page) =>
    unwrap(client.GET('/work-logs', { params: { query: { event: eventId, property, ...page } } })),
  );
}



/** Those who may work outside, by name. */
export function useCrews() {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'members', 'crews'],
    staleTime: 300_000,
    queryFn: async () =>
      (await fetchAll<Member>((page) => unwrap(client.GET('/members', { params: { query: page } })), 1000)).filter(
        (member) => member.role !== 'VIEWER',
      ),
  });
}
