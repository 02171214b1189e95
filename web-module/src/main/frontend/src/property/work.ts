import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';
import { usePages } from '../api/queries';
import type { Item, Paths, Photo, WorkLog } from '../api/types';

export type CheckIn = Item<Paths['/properties/{id}/check-ins']['get']>;

/** What was done at a property, the latest first. */
export function useWorkAt(property: string) {
  const { customerId } = useCustomer();
  return usePages<WorkLog>([customerId, 'properties', 'work', property], (page) =>
    unwrap(client.GET('/work-logs', { params: { query: { property, sort: '-startedAt', ...page } } })),
  );
}

/** Who came to a property and left, the latest first. */
export function useCheckInsAt(id: string) {
  const { customerId } = useCustomer();
  return usePages<CheckIn>([customerId, 'properties', 'check-ins', id], (page) =>
    unwrap(client.GET('/properties/{id}/check-ins', { params: { path: { id }, query: { sort: '-capturedAt', ...page } } })),
  );
}

/** The photos that were taken at a property, the latest first. */
export function usePhotosAt(id: string) {
  const { customerId } = useCustomer();
  return usePages<Photo>([customerId, 'properties', 'photos', id], (page) =>
    unwrap(client.GET('/properties/{id}/photos', { params: { path: { id }, query: { sort: '-createdAt', ...page } } })),
  );
}
