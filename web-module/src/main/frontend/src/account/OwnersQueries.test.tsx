import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ownerKeyOf, session } from '../api/session';
import { OwnersQueries } from './OwnersQueries';
import { useSession } from './useSession';

const signIn = (id: string) => ({
  accessToken: `token of ${id}`,
  account: { id, email: `${id}@vermont.example`, displayName: id, superAdmin: false },
  customer: { customerId: 'LEGACY001', name: 'Green Mountain Plowing', locale: 'en-US', role: 'MANAGER' },
  mustSetUpSecondFactor: false,
  memberships: [],
});

/** Who has the browser's cookie. */
let holder: ReturnType<typeof signIn>;

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(holder))));
});
afterEach(() => vi.unstubAllGlobals());

it('puts nothing back on the screen of the next person when a change of the former one fails', async () => {
  let refuse: (problem: Error) => void = () => undefined;
  const KEY = ['LEGACY001', 'notifications'];
  const putBack = vi.fn();
  let shown: QueryClient;

  function Told() {
    const queries = useQueryClient();
    shown = queries;
    const told = useQuery({ queryKey: KEY, queryFn: () => holder.account.id, staleTime: Infinity });
    const read = useMutation({
      mutationFn: () => new Promise<void>((_, reject) => (refuse = reject)),
      onMutate: () => queries.getQueryData(KEY),
      onError: (_error, _one, before) => putBack(queries.setQueryData(KEY, before)),
    });
    return <button onClick={() => read.mutate()}>of {told.data}</button>;
  }
  const Page = () => <Told key={ownerKeyOf(useSession())} />;

  holder = signIn('paula');
  await session.refresh();
  render(
    <OwnersQueries>
      <Page />
    </OwnersQueries>,
  );
  (await screen.findByText('of paula')).click();
  await vi.waitFor(() => expect(refuse.length).toBe(1));

  holder = signIn('quentin');
  await act(() => session.refresh());
  await screen.findByText('of quentin');
  refuse(new Error('Not authenticated.'));
  await vi.waitFor(() => expect(putBack).toHaveBeenCalledWith('paula'));
  expect(shown!.getQueryData(KEY)).toBe('quentin');
});
