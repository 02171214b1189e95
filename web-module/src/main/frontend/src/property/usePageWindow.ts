import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { PAGE_SIZE } from '../api/queries';
import type { Page } from '../api/types';
import { type Chain, continued, pagesBetween, rowsOf, START } from './chain';

interface PageRequest {
  cursor?: string;
  limit: number;
  total?: boolean;
}

/**
 * A list of any length, of which only the pages are asked for whose rows are in view: when they come into view, and
 * again when something changed. Pages follow each other by cursors, so that nobody can jump over one that was never
 * seen; wherever a list was scrolled to once, it can be gone to at once.
 */
export function usePageWindow<T>(key: readonly unknown[], fetchPage: (request: PageRequest) => Promise<Page<T>>) {
  const queries = useQueryClient();
  const [view, setView] = useState({ first: 0, last: 0 });
  const chainKey = [...key, 'chain'];
  // Kept with the pages, so that whoever comes back finds the list as it was left.
  const { data: chain } = useQuery<Chain>({
    queryKey: chainKey,
    queryFn: () => queries.getQueryData<Chain>(chainKey) ?? START,
    initialData: START,
    staleTime: Infinity,
  });
  const pageKey = (cursor: string | undefined) => [...key, 'page', cursor ?? ''];

  const fetched = async (page: number, cursor: string | undefined) => {
    const answer = await fetchPage({ limit: PAGE_SIZE, ...(cursor ? { cursor } : { total: true }) });
    queries.setQueryData<Chain>(chainKey, (known = START) =>
      known[page] === cursor ? continued(known, page, answer.nextCursor) : known,
    );
    return answer;
  };
  const pages = pagesBetween(chain, view.first, view.last);
  const results = useQueries({
    queries: pages.map((page) => ({ queryKey: pageKey(chain[page]), queryFn: () => fetched(page, chain[page]) })),
  });

  // Named here, so that a page that comes is shown, whatever else of it was looked at before.
  const loaded = results.map((result) => result.data);
  const last = queries.getQueryData<Page<T>>(pageKey(chain[chain.length - 1]));
  const failed = results.find((result) => result.isError);
  return {
    /** How many rows there are to scroll over; it grows as one comes near the end. */
    rowCount: rowsOf(chain, last?.items.length),
    /** How many there are in all, if that is known. */
    total: queries.getQueryData<Page<T>>(pageKey(undefined))?.total,
    /** The item in a row, once it has come. */
    item: (row: number): T | undefined =>
      loaded[pages.indexOf(Math.floor(row / PAGE_SIZE))]?.items[row % PAGE_SIZE],
    /** To be told which rows are in view. */
    show: useCallback(
      (first: number, last: number) =>
        setView((before) => (before.first === first && before.last === last ? before : { first, last })),
      [],
    ),
    isPending: chain.length === 1 && last === undefined && !failed,
    error: failed?.error,
    retry: () => void failed?.refetch(),
  };
}
