import { dropDraftsExceptOf } from '../shell/drafts';
import type { Session, SessionState } from '../api/session';

/** One person in one company; empty while nobody is signed in. */
export function ownerOf(state: SessionState): string {
  if (state.phase !== 'signedIn' && state.phase !== 'offline') return '';
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
    // Who comes back after the session has ended finds their drafts; nobody else does.
    if (now !== '' && now !== owner) dropDraftsExceptOf(now);
    owner = now;
  });
}
