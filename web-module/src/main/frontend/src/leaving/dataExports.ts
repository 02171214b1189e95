import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';
import { download } from '../api/files';
import { usePages } from '../api/queries';
import type { DataExport } from '../api/types';

const EVERY_TWO_SECONDS = 2_000;

export const isUnderWay = ({ status }: DataExport) => status === 'QUEUED' || status === 'RUNNING';

/** The exports of the company, watched while one is under way. */
export function useDataExports() {
  const { customerId } = useCustomer();
  const pages = usePages<DataExport>([customerId, 'data-exports'], (page) =>
    unwrap(client.GET('/data-exports', { params: { query: page } })),
  );
  const { refetch } = pages;
  const watched = pages.items.some(isUnderWay);
  useEffect(() => {
    if (!watched) return undefined;
    const timer = setInterval(() => void refetch(), EVERY_TWO_SECONDS);
    return () => clearInterval(timer);
  }, [watched, refetch]);
  return pages;
}

export function useStartExport() {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(client.POST('/data-exports', { body: { format: 'zip' } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [customerId, 'data-exports'] }),
  });
}

export function downloadExport(bundle: DataExport): Promise<void> {
  return download(`/api/data-exports/${bundle.id}/file`, `company-data-${bundle.createdAt.slice(0, 10)}.zip`);
}
