import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, ifMatch, unwrap } from '../api/client';
import { ONLY_WHEN_ASKED, usePages } from '../api/queries';
import type {
  Customer,
  CustomerHealth,
  CustomerStatus,
  CustomerTerms,
  CustomerUsage,
  Erasure,
  Execution,
  FeatureName,
  FeatureState,
} from '../api/types';

/** In the place where keys of customers' data name their customer. */
export const CONSOLE = 'console';

export const STATUSES: CustomerStatus[] = ['TRIAL', 'ACTIVE', 'SUSPENDED', 'CLOSED'];

/** Keys of what is known of one customer begin so. */
const about = (customerId: string, ...what: unknown[]) => [CONSOLE, 'customer', customerId, ...what];
const at = (customerId: string) => ({ params: { path: { customerId } } });

/** Customers by their names, to choose from. */
export function useCustomers(q: string | undefined) {
  return usePages<Customer>([CONSOLE, 'customers', q], (page) =>
    unwrap(client.GET('/platform/customers', { params: { query: { q, ...page } } })),
  );
}

export interface CustomerFilter {
  q?: string;
  status?: string;
  plan?: string;
}

/** Customers with how they are doing: one request for a page of them. */
export function useCustomersHealth({ q, status, plan }: CustomerFilter) {
  return usePages<CustomerHealth>([CONSOLE, 'customers-health', q, status, plan], (page) =>
    unwrap(
      client.GET('/platform/customers/health', {
        params: { query: { q, status: status as CustomerStatus | undefined, plan, ...page } },
      }),
    ),
  );
}

export function useCustomer(customerId: string) {
  return useQuery({
    ...ONLY_WHEN_ASKED,
    queryKey: about(customerId),
    queryFn: () => unwrap(client.GET('/platform/customers/{customerId}', at(customerId))) as Promise<Customer>,
  });
}

export function useCustomerHealth(customerId: string) {
  return useQuery({
    queryKey: about(customerId, 'health'),
    queryFn: () =>
      unwrap(client.GET('/platform/customers/{customerId}/health', at(customerId))) as Promise<CustomerHealth>,
  });
}

export function useCustomerUsage(customerId: string) {
  return useQuery({
    queryKey: about(customerId, 'usage'),
    queryFn: () =>
      unwrap(client.GET('/platform/customers/{customerId}/usage', at(customerId))) as Promise<CustomerUsage>,
  });
}

/** What changes a customer, and answers how it stands then. */
function useChange<Sent>(customerId: string, send: (sent: Sent) => Promise<Customer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (customer) => {
      queries.setQueryData(about(customerId), customer);
      void queries.invalidateQueries({ queryKey: about(customerId) });
      void queries.invalidateQueries({ queryKey: [CONSOLE, 'customers-health'] });
      void queries.invalidateQueries({ queryKey: [CONSOLE, 'customers'] });
    },
  });
}

export function useSaveTerms(customerId: string, version: number) {
  return useChange(customerId, (body: CustomerTerms) =>
    unwrap(
      client.PUT('/platform/customers/{customerId}', { ...at(customerId), headers: ifMatch(version), body }),
    ) as Promise<Customer>,
  );
}

/** What operators do to where a customer stands. */
export type LifeChange = 'activate' | 'suspend' | 'close' | 'reopen';

export function useLifeChange({ customerId, version }: Customer, change: LifeChange) {
  return useChange(customerId, (reason: string) => {
    const request = { ...at(customerId), headers: ifMatch(version) };
    const sent = { ...request, body: { reason } };
    return unwrap(
      {
        activate: () => client.POST('/platform/customers/{customerId}/activate', request),
        suspend: () => client.POST('/platform/customers/{customerId}/suspend', sent),
        close: () => client.POST('/platform/customers/{customerId}/close', sent),
        reopen: () => client.POST('/platform/customers/{customerId}/reopen', request),
      }[change](),
    ) as Promise<Customer>;
  });
}

/** Another first administrator, as long as nobody has joined. */
export function useInviteAdmin(customerId: string) {
  return useMutation({
    mutationFn: (body: { email: string; displayName: string }) =>
      unwrap(client.POST('/platform/customers/{customerId}/invitation', { ...at(customerId), body })),
  });
}

export function useCustomerFeatures(customerId: string) {
  return useQuery({
    queryKey: about(customerId, 'features'),
    queryFn: async () => {
      const { items } = await unwrap(client.GET('/platform/customers/{customerId}/features', at(customerId)));
      return items as FeatureState[];
    },
  });
}

/** Switches a feature for one customer; without a value it is as the plan says. Shown at once, and taken back if refused. */
export function useSwitchFeature(customerId: string) {
  const queries = useQueryClient();
  const queryKey = about(customerId, 'features');
  return useMutation({
    mutationFn: async ({ feature, enabled }: { feature: FeatureName; enabled: boolean | undefined }) => {
      const path = { path: { customerId, feature } };
      await unwrap(
        enabled === undefined
          ? client.DELETE('/platform/customers/{customerId}/features/{feature}', { params: path })
          : client.PUT('/platform/customers/{customerId}/features/{feature}', { params: path, body: { enabled } }),
      );
    },
    onMutate: async ({ feature, enabled }) => {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData<FeatureState[]>(queryKey);
      if (enabled !== undefined) {
        queries.setQueryData<FeatureState[]>(queryKey, (known) =>
          known?.map((each) => (each.feature === feature ? { ...each, enabled, source: 'CUSTOMER' } : each)),
        );
      }
      return before;
    },
    onError: (_error, _sent, before) => queries.setQueryData(queryKey, before),
    onSettled: () => void queries.invalidateQueries({ queryKey }),
  });
}

export interface ExecutionFilter {
  kind?: string;
  status?: string;
  from?: string;
  to?: string;
}

export function useExecutions(customerId: string, { kind, status, from, to }: ExecutionFilter) {
  return usePages<Execution>(about(customerId, 'executions', kind, status, from, to), (page) =>
    unwrap(
      client.GET('/platform/customers/{customerId}/execution-log', {
        params: {
          path: { customerId },
          query: { kind: kind as Execution['kind'], status: status as Execution['status'], from, to, ...page },
        },
      }),
    ),
  );
}

/** That the customer is to be erased; nothing if it is not. */
export function useErasure(customerId: string) {
  return useQuery({
    queryKey: about(customerId, 'erasure'),
    queryFn: async (): Promise<Erasure | null> => {
      const answer = await client.GET('/platform/customers/{customerId}/erasure', at(customerId));
      return answer.response.status === 404 ? null : ((await unwrap(Promise.resolve(answer))) as Erasure);
    },
  });
}

export type ErasureStep = { do: 'request'; reason: string } | { do: 'confirm'; customerName: string } | { do: 'cancel' };

export function useErasureStep(customerId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (step: ErasureStep) => {
      const request = at(customerId);
      if (step.do === 'cancel') await unwrap(client.DELETE('/platform/customers/{customerId}/erasure', request));
      else if (step.do === 'request') {
        const body = { reason: step.reason };
        await unwrap(client.POST('/platform/customers/{customerId}/erasure', { ...request, body }));
      } else {
        const body = { customerName: step.customerName };
        await unwrap(client.POST('/platform/customers/{customerId}/erasure/confirm', { ...request, body }));
      }
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: about(customerId, 'erasure') }),
  });
}
