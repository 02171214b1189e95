import { client, unwrap } from '../api/client';
import { usePages } from '../api/queries';
import type { Customer, CustomerStatus } from '../api/types';

/** In the place where keys of customers' data name their customer. */
export const CONSOLE = 'console';

export const STATUS_NAMES: Record<CustomerStatus, string> = {
  TRIAL: 'Trial',
  ACTIVE: 'Active',
  SUSPENDED: 'Suspended',
  CLOSED: 'Closed',
};

export function useCustomers(q: string | undefined, status: string | undefined) {
  return usePages<Customer>([CONSOLE, 'customers', q, status], (page) =>
    unwrap(
      client.GET('/platform/customers', {
        params: { query: { q, status: status as CustomerStatus | undefined, ...page } },
      }),
    ),
  );
}
