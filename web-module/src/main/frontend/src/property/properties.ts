import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, ifMatch, unwrap } from '../api/client';
import { fetchAll, ONLY_WHEN_ASKED, usePages } from '../api/queries';
import { useSubmission } from '../api/submission';
import type { Property, PropertyKind, PropertyStatus, PropertyWrite } from '../api/types';

export const KIND_NAMES: Record<PropertyKind, string> = {
  RESIDENTIAL: 'Residential',
  COMMERCIAL: 'Commercial',
  INDUSTRIAL: 'Industrial',
  MUNICIPAL: 'Municipal',
  OTHER: 'Other',
};

export const STATUS_NAMES: Record<PropertyStatus, string> = {
  ACTIVE: 'Active',
  PAUSED: 'Paused',
  ARCHIVED: 'Archived',
};

/** So many positions a map shows at most. */
export const MAP_LIMIT = 2_000;

export interface PropertyFilter {
  q?: string;
  status?: string;
  kind?: string;
}

function queryOf(filter: PropertyFilter) {
  return {
    q: filter.q,
    status: filter.status as PropertyStatus | undefined,
    kind: filter.kind as PropertyKind | undefined,
  };
}

/** One line of an address, of what is known of it. */
export function addressOf(property: Pick<Property, 'street' | 'unit' | 'city' | 'state' | 'postalCode'>): string {
  const { street, unit, city, state, postalCode } = property;
  const region = [state, postalCode].filter(Boolean).join(' ');
  return [unit ? `${street} ${unit}` : street, city, region].filter(Boolean).join(', ');
}

/** What an address adds to the name that stands above it: places without a name of their own are called by their street. */
export function addressBelowNameOf(property: Parameters<typeof addressOf>[0] & Pick<Property, 'name'>): string {
  const whole = addressOf(property);
  const repeated = `${property.name}, `;
  return whole.startsWith(repeated) ? whole.slice(repeated.length) : whole;
}

export function useProperties(filter: PropertyFilter, sort: string) {
  const { customerId } = useCustomer();
  return usePages<Property>([customerId, 'properties', 'list', filter, sort], (page) =>
    unwrap(client.GET('/properties', { params: { query: { ...queryOf(filter), sort, ...page } } })),
  );
}

export function usePropertyPositions(filter: PropertyFilter) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'properties', 'positions', filter],
    queryFn: () =>
      fetchAll<Property>(
        (page) =>
          unwrap(client.GET('/properties', { params: { query: { ...queryOf(filter), sort: 'name', ...page } } })),
        MAP_LIMIT,
      ),
    staleTime: 60_000,
    placeholderData: (previous) => previous,
  });
}

export function useProperty(id: string) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'properties', 'one', id],
    ...ONLY_WHEN_ASKED,
    queryFn: () => unwrap(client.GET('/properties/{id}', { params: { path: { id } } })) as Promise<Property>,
  });
}

/** Creates a property, or changes the one given if nobody else did meanwhile. */
export function useSaveProperty(existing?: Property) {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  const submission = useSubmission();
  return useMutation({
    mutationFn: (body: PropertyWrite): Promise<Property> =>
      existing
        ? unwrap(
            client.PUT('/properties/{id}', {
              params: { path: { id: existing.id } },
              headers: ifMatch(existing.version),
              body,
            }),
          )
        : unwrap(client.POST('/properties', { headers: submission.headersFor(body), body })),
    onSuccess: () => {
      submission.done();
      void queries.invalidateQueries({ queryKey: [customerId, 'properties'] });
      void queries.invalidateQueries({ queryKey: [customerId, 'routes'] });
    },
  });
}

export function useDeleteProperty(property: Property) {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(
        client.DELETE('/properties/{id}', {
          params: { path: { id: property.id } },
          headers: ifMatch(property.version),
        }),
      ),
    onSuccess: () => {
      queries.removeQueries({ queryKey: [customerId, 'properties', 'one', property.id] });
      void queries.invalidateQueries({ queryKey: [customerId, 'properties'] });
      void queries.invalidateQueries({ queryKey: [customerId, 'routes'] });
    },
  });
}
