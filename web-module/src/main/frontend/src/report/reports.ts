import { useQuery } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';
import { download } from '../api/files';
import { usePages } from '../api/queries';
import type { ReportFile, ReportRun } from '../api/types';

export function useReportRuns() {
  const { customerId } = useCustomer();
  return usePages<ReportRun>([customerId, 'report-runs', 'list'], (page) =>
    unwrap(client.GET('/report-runs', { params: { query: page } })),
  );
}

/** The kinds of report there are, by kind. */
export function useReportTitles() {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'reports'],
    queryFn: async () => (await unwrap(client.GET('/reports'))).items,
    select: (kinds) => new Map(kinds.map(({ kind, title }) => [kind, title])),
    staleTime: Infinity,
  });
}

/** All reports of a run's night, in one file. */
export function downloadNight(run: ReportRun): Promise<void> {
  const name = `reports-${run.asOf.slice(0, 16).replace(':', '')}Z.zip`;
  return download(`/api/report-runs/${run.id}/archive`, name);
}

export function downloadReport(run: ReportRun, file: ReportFile): Promise<void> {
  return download(`/api/report-runs/${run.id}/files/${encodeURIComponent(file.name)}`, file.name);
}
