import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';
import type { Item, Paths } from '../api/types';
import { notifyProblem } from '../shell/notify';

export type Contractor = Item<Paths['/properties/{id}/contractors']['get']>;

const params = (id: string) => ({ params: { path: { id } } });
const paramsOf = (id: string, memberId: string) => ({ params: { path: { id, memberId } } });

export const assign = (propertyId: string, memberId: string, primary = false) =>
  unwrap(client.POST('/properties/{id}/contractors', { ...params(propertyId), body: { memberId, primary } }));

export const release = (propertyId: string, memberId: string) =>
  unwrap(client.DELETE('/properties/{id}/contractors/{memberId}', paramsOf(propertyId, memberId)));

/** Who serves a property. */
export function useContractors(propertyId: string) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'properties', 'contractors', propertyId],
    queryFn: async () =>
      (await unwrap(client.GET('/properties/{id}/contractors', params(propertyId)))).items as Contractor[],
  });
}

/** Changes who serves a property, by any of the ways to. */
export function useChangeContractors(propertyId: string) {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  const settled = {
    onError: notifyProblem,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: [customerId, 'properties', 'contractors', propertyId] });
      void queries.invalidateQueries({ queryKey: [customerId, 'properties', 'board'] });
    },
  };
  return {
    add: useMutation({ mutationFn: (memberId: string) => assign(propertyId, memberId), ...settled }),
    remove: useMutation({ mutationFn: (memberId: string) => release(propertyId, memberId), ...settled }),
    makePrimary: useMutation({
      mutationFn: (memberId: string) =>
        unwrap(client.PUT('/properties/{id}/contractors/{memberId}/primary', paramsOf(propertyId, memberId))),
      ...settled,
    }),
  };
}
