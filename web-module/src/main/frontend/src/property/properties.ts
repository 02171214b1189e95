import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, ifMatch, unwrap } from '../api/client';
import { fetchAll, ONLY_WHEN_ASKED } from '../api/queries';
import { useSubmission } from '../api/submission';
import type { Property, PropertyKind, PropertyStatus, PropertyWrite } from '../api/types';
import { type Box, textOf } from '../map/box';
import { usePageWindow } from './usePageWindow';

export const KINDS: PropertyKind[] = ['RESIDENTIAL', 'COMMERCIAL', 'INDUSTRIAL', 'MUNICIPAL', 'OTHER'];
export const STATUSES: PropertyStatus[] = ['ACTIVE', 'PAUSED', 'ARCHIVED'];

/** So many places a map shows at most. */
export const MAP_LIMIT = 1_000;

export interface PropertyFilter {
  q?: string;
  status?: string;
  kind?: string;
}

export function queryOf(filter: PropertyFilter) {
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

/** What a change of a property writes: all of it. */
export function writeOf(property: Property): PropertyWrite {
  const { id, version, createdAt, updatedAt, deletedAt, ...write } = property;
  return write;
}

/** The properties of a list, as many as are in view. */
export function useProperties(filter: PropertyFilter, sort: string) {
  const { customerId } = useCustomer();
  return usePageWindow<Property>([customerId, 'properties', 'rows', filter, sort], (page) =>
    unwrap(client.GET('/properties', { params: { query: { ...queryOf(filter), sort, ...page } } })),
  );
}

/** Some of the properties, for where a map begins. */
export function useSomeProperties(filter: PropertyFilter, enabled: boolean) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'properties', 'some', filter],
    enabled,
    queryFn: async () =>
      (await unwrap(client.GET('/properties', { params: { query: { ...queryOf(filter), limit: 200 } } })))
        .items as Property[],
    staleTime: Infinity,
  });
}

/** The properties within a part of the map. */
export function usePropertiesWithin(filter: PropertyFilter, box: Box | undefined) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'properties', 'within', filter, box],
    enabled: box !== undefined,
    queryFn: ({ signal }) =>
      fetchAll<Property>(
        (page) =>
          unwrap(
            client.GET('/properties', {
              signal,
              params: { query: { ...queryOf(filter), bbox: box && textOf(box), ...page } },
            }),
          ),
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
