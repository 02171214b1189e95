import { stopwatch } from './stormState';
import { useNow } from './useNow';

/** A time that runs. Not told each second to those who listen. */
export function Elapsed({ since }: { since: string }) {
  return (
    <span aria-live="off" className="portal-elapsed">
      {stopwatch(since, useNow())}
    </span>
  );
}
