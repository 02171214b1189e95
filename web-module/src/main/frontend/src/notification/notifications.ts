import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';

const SHOWN = 20;
const EVERY_MINUTE = 60_000;

/** What the signed-in person was told last, and how much of it is unread. */
export function useNotifications() {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'notifications'],
    queryFn: () => unwrap(client.GET('/notifications', { params: { query: { limit: SHOWN } } })),
    refetchInterval: EVERY_MINUTE, // Should the stream of changes be broken.
  });
}

type Told = NonNullable<ReturnType<typeof useNotifications>['data']>;
export type Notice = Told['items'][number];

/** One is read, or all of them if none is named; the bell shows it at once. */
export function useRead() {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  const queryKey = [customerId, 'notifications'];
  return useMutation({
    mutationFn: (one?: Notice) =>
      one
        ? unwrap(client.POST('/notifications/{id}/read', { params: { path: { id: one.id } } }))
        : unwrap(client.POST('/notifications/read-all')),
    onMutate: async (one) => {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData<Told>(queryKey);
      if (before) queries.setQueryData(queryKey, withRead(before, one));
      return before;
    },
    onError: (_error, _one, before) => queries.setQueryData(queryKey, before),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
}

/** The same, of which one is read, or all are. */
export function withRead(told: Told, one?: Notice): Told {
  const readAt = new Date().toISOString();
  const items = told.items.map((each) => (each.readAt || (one && each.id !== one.id) ? each : { ...each, readAt }));
  return { ...told, items, unread: one ? Math.max(0, told.unread - (one.readAt ? 0 : 1)) : 0 };
}
