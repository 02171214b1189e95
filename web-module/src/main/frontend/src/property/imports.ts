import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';
import { download, uploadCsv } from '../api/files';
import { usePages } from '../api/queries';
import { useSubmission } from '../api/submission';
import type { PropertyImport } from '../api/types';

export const isRunning = (each: PropertyImport) => each.status === 'QUEUED' || each.status === 'RUNNING';

export function usePropertyImports() {
  const { customerId } = useCustomer();
  return usePages<PropertyImport>([customerId, 'imports', 'list'], (page) =>
    unwrap(client.GET('/properties/imports', { params: { query: { sort: '-createdAt', ...page } } })),
  );
}

/** One import, watched until it ends. */
export function usePropertyImport(id: string) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'imports', 'one', id],
    queryFn: () =>
      unwrap(client.GET('/properties/imports/{id}', { params: { path: { id } } })) as Promise<PropertyImport>,
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? 1000 : false),
  });
}

interface Start {
  /** What is sent: the original with another first line. */
  file: Blob;
  original: File;
  columns: readonly (string | null)[];
  dryRun: boolean;
}

export function useStartImport() {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  const submission = useSubmission();
  return useMutation({
    mutationFn: ({ file, original, columns, dryRun }: Start) => {
      const { name, size, lastModified } = original;
      const query = new URLSearchParams({ dryRun: String(dryRun), fileName: name });
      const content = [name, size, lastModified, columns, dryRun];
      return uploadCsv<PropertyImport>(`/api/properties/imports?${query}`, file, submission.headersFor(content));
    },
    onSuccess: () => {
      submission.done();
      void queries.invalidateQueries({ queryKey: [customerId, 'imports'] });
    },
  });
}

export function downloadErrors(id: string, fileName: string): Promise<void> {
  return download(`/api/properties/imports/${id}/errors.csv`, `errors of ${fileName}`);
}
