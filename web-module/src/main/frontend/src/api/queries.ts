import { QueryClient, useInfiniteQuery } from '@tanstack/react-query';
import { isPassing } from './problem';
import type { Page } from './types';

export const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: (failures, error) => failures < 2 && isPassing(error) },
      // Who saves without network is told so at once, and does not wait for it to come back.
      mutations: { networkMode: 'always' },
    },
  });

/**
 * For what a form is filled from: a newer version that arrives by itself would take the place of what is being typed.
 * Saving finds it.
 */
export const ONLY_WHEN_ASKED = { refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

export const PAGE_SIZE = 50;

interface PageRequest {
  cursor?: string;
  limit: number;
  total?: boolean;
}

/** A list that grows page by page, following the cursor; the total is asked for once, with the first page. */
export function usePages<T>(
  key: readonly unknown[],
  fetchPage: (request: PageRequest) => Promise<Page<T>>,
  options: { staleTime?: number } = {},
) {
  const query = useInfiniteQuery({
    ...options,
    queryKey: key,
    queryFn: ({ pageParam }) =>
      fetchPage({ limit: PAGE_SIZE, ...(pageParam ? { cursor: pageParam } : { total: true }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous, previousQuery) => (previousQuery?.queryKey[0] === key[0] ? previous : undefined),
  });
  return {
    ...query,
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    total: query.data?.pages[0]?.total,
  };
}

export type Pages<T> = ReturnType<typeof usePages<T>>;

/** Everything a list holds, following cursors up to a limit. */
export async function fetchAll<T>(fetchPage: (request: PageRequest) => Promise<Page<T>>, limit: number): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await fetchPage({ limit: Math.min(200, limit - items.length), cursor });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && items.length < limit);
  return items;
}
