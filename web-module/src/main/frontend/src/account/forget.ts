import { dropDraftsExceptOf } from '../shell/drafts';
import { ownerKeyOf, type Session } from '../api/session';

/** What one person saw and was asked of one company is forgotten as soon as the session is another's. */
export function forgetOnChangeOfOwner(
  session: Pick<Session, 'current' | 'subscribe'>,
  shown: { clear: () => void },
): void {
  let owner = ownerKeyOf(session.current());
  session.subscribe(() => {
    const now = ownerKeyOf(session.current());
    if (now !== owner) shown.clear();
    // Who comes back after the session has ended finds their drafts; nobody else does.
    if (now !== '' && now !== owner) dropDraftsExceptOf(now);
    owner = now;
  });
}
