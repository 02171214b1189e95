import { useQuery } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';
import { downloadByTicket } from '../api/files';
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
  return downloadByTicket(`/api/report-runs/${run.id}/archive/ticket`);
}

export function downloadReport(run: ReportRun, file: ReportFile): Promise<void> {
  return downloadFile(run.id, file.name);
}

export function downloadFile(runId: string, name: string): Promise<void> {
  return downloadByTicket(`/api/report-runs/${encodeURIComponent(runId)}/files/${encodeURIComponent(name)}/ticket`);
}
