import { useMutation } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';
import { download } from '../api/files';
import { usePages } from '../api/queries';
import type { AuditEntry } from '../api/types';

export interface AuditFilter {
  entity?: string;
  action?: string;
  entityId?: string;
  /** Instants. */
  from?: string;
  to?: string;
}

export function useAudit(filter: AuditFilter) {
  const { customerId } = useCustomer();
  return usePages<AuditEntry>([customerId, 'audit', filter], (page) =>
    unwrap(client.GET('/audit', { params: { query: { ...filter, ...page } } })),
  );
}

/** Compares the whole trail with its seals; that may take a while. */
export function useVerifyAudit() {
  return useMutation({ mutationFn: () => unwrap(client.GET('/audit/verify')) });
}

export function downloadAudit(): Promise<void> {
  return download('/api/audit/export', 'audit.ndjson');
}
