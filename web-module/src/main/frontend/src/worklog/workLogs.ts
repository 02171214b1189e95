import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useCustomer } from '../account/useSession';
import { client, ifMatch, unwrap } from '../api/client';
import { download } from '../api/files';
import { fetchAll, ONLY_WHEN_ASKED, usePages } from '../api/queries';
import { useSubmission } from '../api/submission';
import type { Photo, Property, WinterEvent, Work, WorkLog, WorkLogContents, WorkLogStatus } from '../api/types';
import type { Decision } from './decisions';

export const WORKS: Work[] = ['PLOW', 'SHOVEL', 'SALT', 'SAND', 'DEICE', 'INSPECT', 'OTHER'];
export const STATUSES: WorkLogStatus[] = ['OPEN', 'COMPLETED', 'APPROVED', 'REJECTED'];

export interface WorkLogFilter {
  event?: string;
  property?: string;
  member?: string;
  status?: string;
  work?: string;
  late?: boolean;
}

function queryOf({ status, work, ...ids }: WorkLogFilter) {
  return { ...ids, status: status as WorkLogStatus | undefined, work: work as Work | undefined };
}

export function useWorkLogs(filter: WorkLogFilter, sort: string) {
  const { customerId } = useCustomer();
  return usePages<WorkLog>([customerId, 'work-logs', 'list', filter, sort], (page) =>
    unwrap(client.GET('/work-logs', { params: { query: { ...queryOf(filter), sort, ...page } } })),
  );
}

export function useWorkLog(id: string) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'work-logs', 'one', id],
    ...ONLY_WHEN_ASKED,
    queryFn: () => unwrap(client.GET('/work-logs/{id}', { params: { path: { id } } })) as Promise<WorkLog>,
  });
}

/** A log with all that it corrects and that corrects it, the first first. */
export function useCorrections(log: WorkLog) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'work-logs', 'corrections', log.id, log.version, log.correctedBy],
    enabled: log.corrects !== undefined || log.correctedBy !== undefined,
    queryFn: async () => {
      const chain = [log];
      for (let id = log.corrects; id; id = chain[0]?.corrects) chain.unshift(await fetchLog(id));
      for (let id = log.correctedBy; id; id = chain.at(-1)?.correctedBy) chain.push(await fetchLog(id));
      return chain;
    },
  });
}

function fetchLog(id: string): Promise<WorkLog> {
  return unwrap(client.GET('/work-logs/{id}', { params: { path: { id } } })) as Promise<WorkLog>;
}

/** Tells the server what the office has decided; the browser sends it even when the page is closed meanwhile. */
export function sendDecision({ log, verdict }: Decision): Promise<unknown> {
  const about = { params: { path: { id: log.id } }, headers: ifMatch(log.version), keepalive: true };
  return verdict.kind === 'approve'
    ? unwrap(client.POST('/work-logs/{id}/approve', about))
    : unwrap(client.POST('/work-logs/{id}/reject', { ...about, body: { reason: verdict.reason } }));
}

export function useCorrectWorkLog(log: WorkLog) {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  const submission = useSubmission();
  return useMutation({
    mutationFn: async (body: WorkLogContents) => {
      const saved: WorkLog = await unwrap(
        client.POST('/work-logs/{id}/correct', {
          params: { path: { id: log.id } },
          headers: { ...submission.headersFor(body), ...ifMatch(log.version) },
          body,
        }),
      );
      return { ...saved, name: saved.propertyName };
    },
    onSuccess: () => {
      submission.done();
      return queries.invalidateQueries({ queryKey: [customerId, 'work-logs'] });
    },
  });
}

export function usePhotos(logId: string) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'work-logs', 'photos', logId],
    queryFn: async () =>
      (await unwrap(client.GET('/work-logs/{id}/photos', { params: { path: { id: logId } } }))).items as Photo[],
  });
}

/**
 * An address that shows a photo to an element that sends no token. It opens once and soon: each element has its own,
 * from a moment before it asks for the file, and none is left for the next one.
 */
export function useTicket(kind: 'PHOTO' | 'THUMBNAIL', id: string) {
  const { customerId } = useCustomer();
  const element = useId();
  return useQuery({
    queryKey: [customerId, 'tickets', kind, id, element],
    queryFn: async () => (await unwrap(client.POST('/tickets', { body: { kind, id } }))).url,
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Winter events to choose from, the latest first. */
export function useEventChoices() {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'winter-events', 'choices'],
    queryFn: () =>
      fetchAll<WinterEvent>(
        (page) => unwrap(client.GET('/winter-events', { params: { query: { sort: '-startsAt', ...page } } })),
        200,
      ),
  });
}

/** Properties to choose from: those that a few letters find, and the one that is chosen. */
export function usePropertyChoices(q: string, chosen: string | undefined) {
  const { customerId } = useCustomer();
  const found = useQuery({
    queryKey: [customerId, 'properties', 'choices', q],
    queryFn: async () =>
      (await unwrap(client.GET('/properties', { params: { query: { q: q || undefined, limit: 20 } } })))
        .items as Property[],
    placeholderData: (previous) => previous,
  });
  const one = useQuery({
    queryKey: [customerId, 'properties', 'choice', chosen],
    enabled: chosen !== undefined,
    queryFn: () => unwrap(client.GET('/properties/{id}', { params: { path: { id: chosen ?? '' } } })) as Promise<Property>,
  });
  const all = [...(one.data ? [one.data] : []), ...(found.data ?? [])];
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

/** The logs that the filter finds, all of them, as a file. */
export function exportWorkLogs(filter: WorkLogFilter, sort: string, name: string): Promise<void> {
  const entries = Object.entries({ ...filter, sort }).flatMap(([key, value]) => (value ? [[key, String(value)]] : []));
  return download(`/api/work-logs/export?${new URLSearchParams(entries)}`, name);
}
