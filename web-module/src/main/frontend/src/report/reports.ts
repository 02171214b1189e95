import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';
import { downloadByTicket } from '../api/files';
import { usePages } from '../api/queries';
import { useSubmission } from '../api/submission';
import type { ReportFile, ReportKind, ReportRun } from '../api/types';

const EVERY_SECOND = 1000;

/** What a report is to tell of. */
export interface ReportWish {
  kind: string;
  from?: string;
  to?: string;
}

export function useReportRuns() {
  const { customerId } = useCustomer();
  return usePages<ReportRun>([customerId, 'report-runs', 'list'], (page) =>
    unwrap(client.GET('/report-runs', { params: { query: page } })),
  );
}

/** The kinds of report that there are for whoever asks, by the names that the portal knows in their language. */
export function useReportKinds() {
  const { customerId } = useCustomer();
  const { t } = useTranslation('report');
  const known: Record<string, { title: string; text: string }> = t('kind', { returnObjects: true });
  return useQuery({
    queryKey: [customerId, 'reports'],
    queryFn: async () => (await unwrap(client.GET('/reports'))).items as ReportKind[],
    select: (kinds) =>
      kinds.map((each) => ({
        ...each,
        title: known[each.kind]?.title ?? each.title,
        description: known[each.kind]?.text ?? each.description,
      })),
    staleTime: Infinity,
  });
}

/** Asks for a report; the list of runs shows it then. */
export function useRunReport() {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  const submission = useSubmission();
  return useMutation({
    mutationFn: ({ kind, ...body }: ReportWish): Promise<ReportRun> =>
      unwrap(
        client.POST('/reports/{kind}/run', {
          params: { path: { kind } },
          headers: submission.headersFor({ kind, ...body }),
          body,
        }),
      ),
    onSuccess: () => {
      submission.done();
      void queries.invalidateQueries({ queryKey: [customerId, 'report-runs', 'list'] });
    },
  });
}

/** One run, watched until it ends; then the list shows what it wrote. */
export function useReportRun(id: string) {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  const run = useQuery({
    queryKey: [customerId, 'report-runs', 'one', id],
    queryFn: () => unwrap(client.GET('/report-runs/{id}', { params: { path: { id } } })) as Promise<ReportRun>,
    refetchInterval: ({ state }) => (state.data && state.data.status !== 'RUNNING' ? false : EVERY_SECOND),
  });
  const status = run.data?.status;
  useEffect(() => {
    if (status && status !== 'RUNNING') {
      void queries.invalidateQueries({ queryKey: [customerId, 'report-runs', 'list'] });
    }
  }, [customerId, queries, status]);
  return run;
}

/** All reports of a run's night, in one file. */
export function downloadNight(run: ReportRun): Promise<void> {
  return downloadByTicket(`/api/report-runs/${run.id}/archive/ticket`);
}

export function downloadReport(run: ReportRun, file: ReportFile): Promise<void> {
  return downloadFile(run.id, file.name);
}

export function downloadFile(runId: string, name: string): Promise<void> {
  return downloadByTicket(`${pathOf(runId, name)}/ticket`);
}

/** The address of a file of a run. */
export function pathOf(runId: string, name: string): string {
  return `/api/report-runs/${encodeURIComponent(runId)}/files/${encodeURIComponent(name)}`;
}
