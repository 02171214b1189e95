import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, ifMatch, unwrap } from '../api/client';
import { usePages } from '../api/queries';
import type { SupportAccess } from '../api/types';

export function isOpen({ endedAt, expiresAt }: SupportAccess, now: number): boolean {
  return !endedAt && Date.parse(expiresAt) > now;
}

export function useSupportAccess() {
  const { customerId } = useCustomer();
  return usePages<SupportAccess>([customerId, 'support-access'], (page) =>
    unwrap(client.GET('/support-access', { params: { query: page } })),
  );
}

export function useEndSupportAccess() {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: SupportAccess) => unwrap(client.DELETE('/support-access/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: [customerId, 'support-access'] }),
  });
}

export function useSupportSetting() {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'support-setting'],
    queryFn: () => unwrap(client.GET('/support-setting')),
  });
}

export function useAllowSupport() {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ allowed, version }: { allowed: boolean; version: number }) =>
      unwrap(client.PUT('/support-setting', { headers: ifMatch(version), body: { allowed } })),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: [customerId, 'support-setting'] }),
        queries.invalidateQueries({ queryKey: [customerId, 'support-access'] }),
      ]),
  });
}
