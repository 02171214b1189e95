import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useCustomer, useSession, useSignIn } from '../account/useSession';
import { asOne } from '../api/asOne';
import { isPassing, isRefusal } from '../api/problem';
import { isSameOwner, type Owner, session } from '../api/session';
import type { Entry } from './entries';
import { rememberKept } from './kept';
import { outbox } from './outbox';
import { crewStore } from './store';
import { loadWork, type WorkAtHand } from './work';

const REFRESH_EVERY = 120_000;
const NO_ENTRIES: Entry[] = [];

/** Whose work is looked at. */
export function useOwner(): Owner {
  const { account } = useSignIn();
  const { customerId } = useCustomer();
  return useMemo(() => ({ accountId: account.id, customerId }), [account.id, customerId]);
}

const keyOf = ({ accountId, customerId }: Owner, what: string) => [customerId, 'crew', accountId, what] as const;

/** Whether the browser has a network; whether the server is behind it is another question. */
function useNetwork(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return online;
}

/** The entries of this person in this company on this device. */
export function useEntries(owner: Owner): Entry[] {
  const queryClient = useQueryClient();
  useEffect(
    () => outbox.subscribe(() => void queryClient.invalidateQueries({ queryKey: keyOf(owner, 'entries') })),
    [queryClient, owner],
  );
  const query = useQuery({
    queryKey: keyOf(owner, 'entries'),
    queryFn: () => crewStore.entriesOf(owner),
    networkMode: 'always',
  });
  return query.data ?? NO_ENTRIES;
}

/** The work at hand: what this device keeps, and as soon as the server answers what that says. */
export function useWork(owner: Owner, entries: readonly Entry[]) {
  const queryClient = useQueryClient();
  const phase = useSession().phase;
  const network = useNetwork();
  const { role } = useCustomer();
  const kept = useQuery({
    queryKey: keyOf(owner, 'work'),
    queryFn: async () => (await crewStore.workOf(owner)) ?? null,
    networkMode: 'always',
    staleTime: Infinity,
  });
  const fresh = useQuery({
    queryKey: keyOf(owner, 'fresh'),
    queryFn: async () => {
      const work = await asOne(() => loadWork(role));
      await keep(owner, work);
      queryClient.setQueryData(keyOf(owner, 'work'), work);
      await crewStore.tidy(owner, Date.now());
      return work.asOf;
    },
    enabled: phase === 'signedIn',
    refetchInterval: REFRESH_EVERY,
    networkMode: 'always',
    retry: (failures, error) => failures < 1 && isPassing(error) && navigator.onLine,
  });
  // What was sent is a part of the server's answer from now on.
  const sent = entries.filter((entry) => entry.state === 'sent').length;
  const { refetch } = fresh;
  useEffect(() => {
    if (sent > 0 && session.current().phase === 'signedIn') void refetch();
  }, [sent, refetch]);
  return {
    work: kept.data ?? undefined,
    isLoading: kept.isPending || (kept.data === null && fresh.isFetching),
    isOnline: network && phase === 'signedIn' && !(fresh.error && !isRefusal(fresh.error)),
    error: fresh.error && isRefusal(fresh.error) ? fresh.error : undefined,
    refresh: () => {
      void outbox.send(true);
      if (phase === 'offline') void session.refresh(owner.customerId);
      else void refetch();
    },
  };
}

async function keep(owner: Owner, work: WorkAtHand): Promise<void> {
  // The answer may come after the sign-out.
  if (!isSameOwner(session.remembered(), owner)) return;
  rememberKept(owner);
  await crewStore.keepWork(owner, work);
}

/** How many entries the person has not sent in other companies of theirs, by the company's name. */
export function useElsewhere(entries: readonly Entry[]): [string, number][] {
  const { memberships } = useSignIn();
  const owner = useOwner();
  const query = useQuery({
    queryKey: [...keyOf(owner, 'elsewhere'), entries.length],
    queryFn: () => crewStore.unsentOf(owner.accountId),
    networkMode: 'always',
  });
  return memberships.flatMap(({ customerId, name }): [string, number][] => {
    const count = customerId === owner.customerId ? undefined : query.data?.get(customerId);
    return count === undefined ? [] : [[name, count]];
  });
}

/** The time, each second while it matters. */
export function useNow(matters: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!matters) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [matters]);
  return now;
}
