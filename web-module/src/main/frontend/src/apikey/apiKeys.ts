import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';
import { usePages } from '../api/queries';
import type { ApiKey } from '../api/types';

/** What a key may be good for, by what it is about. */
export const SCOPES = {
  properties: ['read', 'write'],
  routes: ['read', 'write'],
  events: ['read', 'write'],
  work: ['read', 'write'],
  rates: ['read', 'write'],
  weather: ['read', 'write'],
  reports: ['read'],
} as const;

export type KeyState = 'good' | 'expired' | 'revoked';

export function stateOf(key: Pick<ApiKey, 'expiresAt' | 'revokedAt'>, now: number): KeyState {
  if (key.revokedAt) return 'revoked';
  return Date.parse(key.expiresAt) <= now ? 'expired' : 'good';
}

export function useApiKeys() {
  const { customerId } = useCustomer();
  return usePages<ApiKey>([customerId, 'api-keys', 'list'], (page) =>
    unwrap(client.GET('/api-keys', { params: { query: page } })),
  );
}

export interface ApiKeyWrite {
  name: string;
  scopes: string[];
  expiresAt: string;
}

/** Makes a key; its secret is in this answer, and nowhere afterwards. */
export function useCreateApiKey() {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ApiKeyWrite) => unwrap(client.POST('/api-keys', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [customerId, 'api-keys'] }),
  });
}

export function useRevokeApiKey() {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: ApiKey) => unwrap(client.DELETE('/api-keys/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: [customerId, 'api-keys'] }),
  });
}
