import { ownerKeyOf, type Session, session } from '../api/session';
import { type FeedListener, follow } from './follow';

interface Stream {
  /** Whose company it tells of, and to whom. */
  owner: string;
  listeners: Set<FeedListener>;
  live: boolean;
  stop: () => void;
}

/** How long a stream waits for the next page's listeners after the last one's have gone, in milliseconds. */
const GRACE = 5_000;

/**
 * The one stream of this tab, to which all that is on the screen listens: the server counts a person's streams. It is
 * opened with the first listener and closed soon after the last. It ends with the session that it was opened in, and so
 * do its listeners: what is told of one company never comes to another's screen.
 */
export class SharedFeed {
  private stream: Stream | undefined;
  private closing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly whose: Pick<Session, 'current' | 'subscribe'> = session,
    private readonly open: typeof follow = follow,
  ) {}

  /** Tells of what changes in the company that is open now, until it is not any more or the caller has enough. */
  listen(listener: FeedListener): () => void {
    const stream = this.present();
    if (!stream) return () => undefined;
    clearTimeout(this.closing);
    stream.listeners.add(listener);
    if (stream.live) listener.onLive(true);
    return () => {
      if (!stream.listeners.delete(listener) || stream.listeners.size > 0) return;
      clearTimeout(this.closing);
      this.closing = setTimeout(() => this.end(stream), GRACE);
    };
  }

  private present(): Stream | undefined {
    const owner = ownerKeyOf(this.whose.current());
    if (this.stream && this.stream.owner !== owner) this.end(this.stream);
    if (owner !== '') this.stream ??= this.begin(owner);
    return this.stream;
  }

  private begin(owner: string): Stream {
    const listeners = new Set<FeedListener>();
    const stream: Stream = { owner, listeners, live: false, stop: () => undefined };
    const stop = this.open({
      onChange: (change) => listeners.forEach((one) => one.onChange(change)),
      onReset: () => listeners.forEach((one) => one.onReset()),
      onLive: (live) => {
        stream.live = live;
        listeners.forEach((one) => one.onLive(live));
      },
    });
    const unsubscribe = this.whose.subscribe(() => {
      if (ownerKeyOf(this.whose.current()) !== owner) this.end(stream);
    });
    stream.stop = () => {
      unsubscribe();
      stop();
    };
    return stream;
  }

  /** What a stream that is stopped has read and not yet told finds nobody any more. */
  private end(stream: Stream): void {
    stream.stop();
    if (this.stream === stream) this.stream = undefined;
    const left = [...stream.listeners];
    stream.listeners.clear();
    left.forEach((one) => one.onLive(false));
  }
}

export const sharedFeed = new SharedFeed();
