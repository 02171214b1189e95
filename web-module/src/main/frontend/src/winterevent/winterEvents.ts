import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, ifMatch, unwrap } from '../api/client';
import { ONLY_WHEN_ASKED, usePages } from '../api/queries';
import { useSubmission } from '../api/submission';
import type { WinterEvent, WinterEventKind, WinterEventStatus } from '../api/types';

export const KINDS: WinterEventKind[] = ['SNOW', 'ICE', 'FREEZING_RAIN', 'MIXED'];
export const STATUSES: WinterEventStatus[] = ['PLANNED', 'ACTIVE', 'CLOSED', 'CANCELLED'];

export type WinterEventWrite = Pick<
  WinterEvent,
  'name' | 'kind' | 'startsAt' | 'endsAt' | 'forecastDepthCm' | 'measuredDepthCm' | 'notes'
>;

export type Transition = 'activate' | 'close' | 'cancel';

export function useWinterEvents(q: string | undefined, status: string | undefined, sort: string) {
  const { customerId } = useCustomer();
  return usePages<WinterEvent>([customerId, 'winter-events', 'list', q, status, sort], (page) =>
    unwrap(
      client.GET('/winter-events', {
        params: { query: { q, status: status as WinterEventStatus | undefined, sort, ...page } },
      }),
    ),
  );
}

export function useWinterEvent(id: string) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'winter-events', 'one', id],
    ...ONLY_WHEN_ASKED,
    queryFn: () => unwrap(client.GET('/winter-events/{id}', { params: { path: { id } } })) as Promise<WinterEvent>,
  });
}

export function useSaveWinterEvent(existing?: WinterEvent) {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  const submission = useSubmission();
  return useMutation({
    mutationFn: (body: WinterEventWrite): Promise<WinterEvent> =>
      existing
        ? unwrap(
            client.PUT('/winter-events/{id}', {
              params: { path: { id: existing.id } },
              headers: ifMatch(existing.version),
              body,
            }),
          )
        : unwrap(client.POST('/winter-events', { headers: submission.headersFor(body), body })),
    onSuccess: () => {
      submission.done();
      void queries.invalidateQueries({ queryKey: [customerId, 'winter-events'] });
    },
  });
}

export function useTransition(event: WinterEvent) {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (transition: Transition) =>
      unwrap(
        client.POST(`/winter-events/{id}/${transition}`, {
          params: { path: { id: event.id } },
          headers: ifMatch(event.version),
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: [customerId, 'winter-events'] }),
  });
}

export function useDeleteWinterEvent(event: WinterEvent) {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(
        client.DELETE('/winter-events/{id}', {
          params: { path: { id: event.id } },
          headers: ifMatch(event.version),
        }),
      ),
    onSuccess: () => {
      queries.removeQueries({ queryKey: [customerId, 'winter-events', 'one', event.id] });
      void queries.invalidateQueries({ queryKey: [customerId, 'winter-events'] });
    },
  });
}
