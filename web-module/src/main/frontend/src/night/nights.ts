import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { client, unwrap } from '../api/client';
import { usePages } from '../api/queries';
import { useSubmission } from '../api/submission';
import type { Night, NightRequest, NightResult, NightResultStatus } from '../api/types';
import { CONSOLE } from '../customer/customers';
import { useNightProgress } from './progress';

const EVERY_SECOND = 1000;
const EVERY_MINUTE = 60_000;

export function useNights() {
  return usePages<Night>([CONSOLE, 'nights', 'list'], (page) =>
    unwrap(client.GET('/platform/report-runs', { params: { query: page } })),
  );
}

/**
 * One night, watched until it ends: by the stream of its progress, or by asking again where that cannot be had.
 */
export function useNight(id: string) {
  const queries = useQueryClient();
  const [streams, setStreams] = useState(false);
  const query = useQuery({
    queryKey: [CONSOLE, 'nights', 'one', id],
    queryFn: () => unwrap(client.GET('/platform/report-runs/{id}', { params: { path: { id } } })) as Promise<Night>,
    refetchInterval: ({ state }) =>
      state.data?.status === 'RUNNING' ? (streams ? EVERY_MINUTE : EVERY_SECOND) : false,
  });
  const progress = useNightProgress(id, query.data?.status === 'RUNNING');
  useEffect(() => {
    setStreams(progress !== undefined);
    if (!progress) return;
    queries.setQueryData<Night>([CONSOLE, 'nights', 'one', id], (known) =>
      known && { ...known, counts: progress.counts },
    );
    // The end has more to it than its counts.
    if (progress.status !== 'RUNNING') void queries.invalidateQueries({ queryKey: [CONSOLE, 'nights', 'one', id] });
  }, [progress, queries, id]);
  return { ...query, estimatedEnd: progress?.estimatedEnd };
}

/** No customer of the night is begun from now on. */
export function useCancelNight(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(client.POST('/platform/report-runs/{id}/cancel', { params: { path: { id } } })) as Promise<Night>,
    onSettled: () => void queries.invalidateQueries({ queryKey: [CONSOLE, 'nights'] }),
  });
}

/**
 * What became of each customer in a night. Whenever the night's own counts have moved, all pages that are loaded are
 * asked for again in their place, one round after the other: where counts move faster than a round, it still ends.
 */
export function useNightResults(night: Night, status: string | undefined) {
  const pages = usePages<NightResult>(
    [CONSOLE, 'nights', 'results', night.id, status],
    (page) =>
      unwrap(
        client.GET('/platform/report-runs/{id}/results', {
          params: { path: { id: night.id }, query: { status: status as NightResultStatus | undefined, ...page } },
        }),
      ),
    { staleTime: 0 },
  );
  const { refetch, isFetching } = pages;
  const { completed, failed, skipped, running } = night.counts;
  const counts = [completed, failed, skipped, running].join(' ');
  const known = useRef(counts);
  useEffect(() => {
    if (isFetching || known.current === counts) return;
    void refetch().then((round) => {
      // Still fetching: "Load more" took the place of this round, which is due again afterwards.
      if (!round.isFetching) known.current = counts;
    });
  }, [counts, isFetching, refetch]);
  return pages;
}

export function useStartNight() {
  const queries = useQueryClient();
  const submission = useSubmission();
  return useMutation({
    mutationFn: (body: NightRequest): Promise<Night> => {
      return unwrap(client.POST('/platform/report-runs', { headers: submission.headersFor(body), body }));
    },
    onSuccess: () => {
      submission.done();
      void queries.invalidateQueries({ queryKey: [CONSOLE, 'nights'] });
    },
  });
}
