import { isSameOwner, type Owner, type Session } from '../api/session';

const KEPT = 'portal.crewWorkOf';

/** Whose work at hand this device keeps for reading. */
export function keptFor(): Owner | undefined {
  const text = localStorage.getItem(KEPT);
  return text === null ? undefined : (JSON.parse(text) as Owner);
}

export function rememberKept(owner: Owner): void {
  localStorage.setItem(KEPT, JSON.stringify(owner));
}

/**
 * What was kept for reading is deleted as soon as nobody, somebody else or another company is signed in. The store is
 * loaded only by those who have something in it.
 */
export function forgetWorkOfOthers(
  session: Pick<Session, 'current' | 'subscribe' | 'remembered'>,
  forgetOthers: (owner: Owner | undefined) => Promise<void> = async (owner) =>
    (await import('./store')).crewStore.forgetOthers(owner),
): void {
  session.subscribe(() => {
    const kept = keptFor();
    const owner = session.remembered();
    if (session.current().phase === 'unknown' || !kept || isSameOwner(kept, owner)) return;
    void forgetOthers(owner).then(() => {
      if (isSameOwner(keptFor(), kept)) localStorage.removeItem(KEPT);
    });
  });
}
