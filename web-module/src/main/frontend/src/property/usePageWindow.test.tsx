import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { usePageWindow } from './usePageWindow';

interface Request {
  cursor?: string;
  limit: number;
  total?: boolean;
}

let asked: (string | undefined)[];
let queries: QueryClient;

beforeEach(() => {
  asked = [];
  queries = new QueryClient({ defaultOptions: { queries: { staleTime: 15_000 } } });
});

/** A list of the numbers from 0, whose cursors are the numbers with which pages begin. */
const numbers =
  (count: number) =>
  ({ cursor, limit, total }: Request) => {
    asked.push(cursor);
    const from = Number(cursor ?? 0);
    const to = Math.min(from + limit, count);
    return Promise.resolve({
      items: Array.from({ length: to - from }, (_, each) => from + each),
      ...(to < count ? { nextCursor: String(to) } : {}),
      ...(total ? { total: count } : {}),
    });
  };

const list = (count: number) =>
  renderHook(() => usePageWindow(['list'], numbers(count)), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    ),
  }).result;

describe('a list of which some rows are in view', () => {
  it('is there when its only page is, even if that is empty', async () => {
    const short = list(3);
    expect(short.current.isPending).toBe(true);
    await waitFor(() => expect(short.current.isPending).toBe(false));
    expect(short.current).toMatchObject({ rowCount: 3, total: 3 });
    expect(short.current.item(2)).toBe(2);

    queries = new QueryClient();
    const empty = list(0);
    await waitFor(() => expect(empty.current.isPending).toBe(false));
    expect(empty.current.rowCount).toBe(0);
  });

  it('asks for a page when its rows come into view, and for none twice', async () => {
    const long = list(100_000);
    await waitFor(() => expect(long.current.rowCount).toBe(100));
    act(() => long.current.show(0, 49));
    expect(asked).toEqual([undefined]);

    act(() => long.current.show(40, 60));
    await waitFor(() => expect(long.current.item(60)).toBe(60));
    expect(long.current.item(40)).toBe(40);
    act(() => long.current.show(60, 90));
    expect(long.current.rowCount).toBe(150);
    act(() => long.current.show(0, 20));
    expect(long.current.item(0)).toBe(0);
    expect(asked).toEqual([undefined, '50']);
  });

  it('asks only for what is in view when something has changed', async () => {
    const long = list(100_000);
    for (let row = 0; row < 400; row += 40) {
      act(() => long.current.show(row, row + 20));
      await waitFor(() => expect(long.current.item(row + 20)).toBe(row + 20));
    }
    asked = [];
    await act(() => queries.invalidateQueries());
    expect(asked).toEqual(['350']);
  });
});
