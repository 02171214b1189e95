import { ownerKeyOf, type Session, session } from './session';

/**
 * What many requests bring, if one person in one company sent them all.
 *
 * @throws Error if the tab was somebody else's, or another company's, in between, though it may be theirs again
 */
export async function asOne<T>(
  load: () => Promise<T>,
  whose: Pick<Session, 'current' | 'subscribe'> = session,
): Promise<T> {
  const owner = ownerKeyOf(whose.current());
  let isTheirs = true;
  const stop = whose.subscribe(() => {
    isTheirs &&= ownerKeyOf(whose.current()) === owner;
  });
  try {
    const loaded = await load();
    if (!isTheirs) throw new Error('The company was left while its data were loaded.');
    return loaded;
  } finally {
    stop();
  }
}
