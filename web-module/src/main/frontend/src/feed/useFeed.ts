import { useEffect, useRef, useState } from 'react';
import { useSession } from '../account/useSession';
import { ownerKeyOf } from '../api/session';
import type { FeedChange } from './follow';
import { sharedFeed } from './sharedFeed';
import { calmly } from './throttle';

/**
 * Calls back soon after something changes that concerns the caller, or may have changed unseen.
 *
 * @returns whether changes are heard of at present
 */
export function useFeed(concerns: (change: FeedChange) => boolean, refresh: () => Promise<unknown>): boolean {
  const [live, setLive] = useState(false);
  const owner = ownerKeyOf(useSession());
  const latest = useRef({ concerns, refresh });
  useEffect(() => {
    latest.current = { concerns, refresh };
  });
  useEffect(() => {
    const again = calmly(() => latest.current.refresh());
    let wasLive = false;
    const stop = sharedFeed.listen({
      onChange: (change) => {
        if (latest.current.concerns(change)) again.ask();
      },
      onReset: again.ask,
      onLive: (now) => {
        // What happened between two streams is told again, but what is on the screen may be older than that.
        if (now && !wasLive) again.ask();
        wasLive = now;
        setLive(now);
      },
    });
    return () => {
      stop();
      again.stop();
      setLive(false);
    };
  }, [owner]);
  return live;
}
