import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, ifMatch, unwrap } from '../api/client';
import { fetchAll, ONLY_WHEN_ASKED, usePages } from '../api/queries';
import { useSubmission } from '../api/submission';
import type { Member, Property, Route, RouteSummary } from '../api/types';

export interface RouteWrite {
  name: string;
  memberId?: string;
  vehicle?: string;
  startPlace?: string;
  stops: string[];
}

export function useRoutes(q: string | undefined, sort: string) {
  const { customerId } = useCustomer();
  return usePages<RouteSummary>([customerId, 'routes', 'list', q, sort], (page) =>
    unwrap(client.GET('/routes', { params: { query: { q, sort, ...page } } })),
  );
}

export function useRoute(id: string) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'routes', 'one', id],
    ...ONLY_WHEN_ASKED,
    queryFn: () => unwrap(client.GET('/routes/{id}', { params: { path: { id } } })) as Promise<Route>,
  });
}

/** The people of the company, to assign a route to. */
export function useMembers() {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'members'],
    queryFn: () => fetchAll<Member>((page) => unwrap(client.GET('/members', { params: { query: page } })), 1000),
  });
}

/** Properties that may become a stop, by a few letters of their name or address. */
export function usePropertySearch(q: string) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'properties', 'search', q],
    queryFn: async () => {
      const query = { q: q || undefined, status: 'ACTIVE' as const, limit: 20 };
      const page = await unwrap(client.GET('/properties', { params: { query } }));
      return page.items as Property[];
    },
    placeholderData: (previous) => previous,
  });
}

export function useSaveRoute(existing?: Route) {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  const submission = useSubmission();
  return useMutation({
    mutationFn: (body: RouteWrite): Promise<Route> =>
      existing
        ? unwrap(
            client.PUT('/routes/{id}', {
              params: { path: { id: existing.id } },
              headers: ifMatch(existing.version),
              body,
            }),
          )
        : unwrap(client.POST('/routes', { headers: submission.headersFor(body), body })),
    onSuccess: () => {
      submission.done();
      void queries.invalidateQueries({ queryKey: [customerId, 'routes'] });
    },
  });
}

export function useDeleteRoute(route: Route) {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(client.DELETE('/routes/{id}', { params: { path: { id: route.id } }, headers: ifMatch(route.version) })),
    onSuccess: () => {
      queries.removeQueries({ queryKey: [customerId, 'routes', 'one', route.id] });
      void queries.invalidateQueries({ queryKey: [customerId, 'routes'] });
    },
  });
}
