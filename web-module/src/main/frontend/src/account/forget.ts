import type { Session, SessionState } from '../api/session';

function ownerOf(state: SessionState): string {
  if (state.phase !== 'signedIn') return '';
  return `${state.signIn.account.id} ${state.signIn.customer?.customerId ?? ''}`;
}

/** What one person saw of one company is forgotten as soon as the session is another's. */
export function forgetOnChangeOfOwner(
  session: Pick<Session, 'current' | 'subscribe'>,
  cache: { clear: () => void },
): void {
  let owner = ownerOf(session.current());
  session.subscribe(() => {
    const now = ownerOf(session.current());
    if (now !== owner) cache.clear();
    owner = now;
  });
}
