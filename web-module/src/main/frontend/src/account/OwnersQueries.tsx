import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { newQueryClient } from '../api/queries';
import { ownerKeyOf } from '../api/session';
import { useSession } from './useSession';

/**
 * What is loaded is kept for one person in one company. The next one has another cache: what was on its way to the
 * former, or is put back there because something failed, comes to nobody's screen.
 */
export function OwnersQueries({ children }: { children: ReactNode }) {
  const owner = ownerKeyOf(useSession());
  const [kept, setKept] = useState(() => ({ owner, client: newQueryClient() }));
  if (kept.owner !== owner) setKept({ owner, client: newQueryClient() });
  const { client } = kept;
  const former = useRef(client);
  useEffect(() => {
    if (former.current !== client) former.current.clear();
    former.current = client;
  }, [client]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
