import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SessionState } from '../api/session';
import type { SignIn } from '../api/types';
import { type FeedChange, type FeedListener, follow } from './follow';
import { SharedFeed } from './sharedFeed';

/** Who is signed in, as far as a feed asks. */
class Whose {
  private state: SessionState = signedIn('ONE');
  private readonly listeners = new Set<() => void>();
  readonly current = () => this.state;
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  become(state: SessionState): void {
    this.state = state;
    [...this.listeners].forEach((listener) => listener());
  }
}

function signedIn(customerId: string, accountId = 'maren'): SessionState {
  return { phase: 'signedIn', signIn: { account: { id: accountId }, customer: { customerId } } as SignIn };
}

/** A server that tells what the test wants of each stream that is opened. */
class Server {
  readonly asked: (string | null)[] = [];
  private readonly streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  private readonly signals: AbortSignal[] = [];

  readonly send = (request: Request): Promise<Response> => {
    this.asked.push(request.headers.get('Last-Event-ID'));
    this.signals.push(request.signal);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.streams.push(controller);
        request.signal.addEventListener('abort', () => controller.error(new Error('aborted')));
      },
    });
    return Promise.resolve(new Response(body));
  };

  tell(events: string, stream = this.streams.length - 1): Promise<unknown> {
    this.streams[stream]?.enqueue(new TextEncoder().encode(events));
    return vi.advanceTimersByTimeAsync(1);
  }

  end(): Promise<unknown> {
    this.streams.at(-1)?.close();
    return vi.advanceTimersByTimeAsync(1);
  }

  get open(): number {
    return this.signals.filter((signal) => !signal.aborted).length;
  }
}

const OPEN = 'id: 1\nevent: open\ndata: {}\n\n';
const change = (id: string, entityId: string) =>
  `id: ${id}\nevent: change\ndata: {"kind":"WORK_LOG","entityId":"${entityId}"}\n\n`;

class Ear implements FeedListener {
  readonly heard: string[] = [];
  readonly onChange = ({ entityId }: FeedChange) => this.heard.push(entityId);
  readonly onReset = () => this.heard.push('reset');
  readonly onLive = (live: boolean) => this.heard.push(live ? 'live' : 'not live');
}

describe('the stream of a tab', () => {
  let whose: Whose;
  let server: Server;
  let feed: SharedFeed;

  beforeEach(() => {
    vi.useFakeTimers();
    whose = new Whose();
    server = new Server();
    feed = new SharedFeed(whose, (listener) => follow(listener, server.send));
  });
  afterEach(() => vi.useRealTimers());

  it('is one for all that listen, and tells each of everything', async () => {
    const ears = [new Ear(), new Ear(), new Ear()];
    ears.forEach((ear) => feed.listen(ear));
    await server.tell(OPEN + change('2', 'a') + 'event: reset\ndata: {}\n\n');
    expect(server.asked).toEqual([null]);
    ears.forEach((ear) => expect(ear.heard).toEqual(['live', 'a', 'reset']));
  });

  it('tells who comes later that it is live, and of what changes from then on', async () => {
    feed.listen(new Ear());
    await server.tell(OPEN + change('2', 'a'));
    const late = new Ear();
    const stop = feed.listen(late);
    await server.tell(change('3', 'b'));
    stop();
    await server.tell(change('4', 'c'));
    expect(late.heard).toEqual(['live', 'b']);
    expect(server.asked).toHaveLength(1);
  });

  it('tells everybody when it breaks, and goes on where it was', async () => {
    const ears = [new Ear(), new Ear()];
    ears.forEach((ear) => feed.listen(ear));
    await server.tell(OPEN + change('2', 'a'));
    await server.end();
    await vi.advanceTimersByTimeAsync(2_000);
    await server.tell(change('3', 'b'));
    expect(server.asked).toEqual([null, '2']);
    ears.forEach((ear) => expect(ear.heard).toEqual(['live', 'a', 'not live', 'live', 'b']));
  });

  it('outlives the way from page to page, and closes soon after the last has gone', async () => {
    const stop = feed.listen(new Ear());
    await server.tell(OPEN);
    stop();
    await vi.advanceTimersByTimeAsync(2_000);
    const next = new Ear();
    const stopNext = feed.listen(next);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(next.heard).toEqual(['live']);
    expect([server.asked.length, server.open]).toEqual([1, 1]);

    stopNext();
    stopNext();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.open).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toHaveLength(1);

    feed.listen(new Ear());
    await vi.advanceTimersByTimeAsync(1);
    expect(server.asked).toEqual([null, null]);
  });

  it.each<[string, SessionState]>([
    ['another company is opened', signedIn('TWO')],
    ['somebody else is signed in', signedIn('ONE', 'otto')],
    ['nobody is signed in', { phase: 'signedOut' }],
    ['a support access is over', { phase: 'supportOver', support: {} as never }],
  ])('ends as soon as %s, for all that listened', async (_, next) => {
    const ear = new Ear();
    const stop = feed.listen(ear);
    await server.tell(OPEN);
    whose.become(next);
    expect(server.open).toBe(0);
    expect(ear.heard).toEqual(['live', 'not live']);

    const other = new Ear();
    feed.listen(other);
    await vi.advanceTimersByTimeAsync(1);
    const mayListen = next.phase === 'signedIn';
    expect([server.asked.length, server.open]).toEqual(mayListen ? [2, 1] : [1, 0]);
    if (mayListen) await server.tell(OPEN + change('2', 'of the other'));
    stop(); // The screen of before goes last, and takes nobody's stream with it.
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ear.heard).toEqual(['live', 'not live']);
    expect(other.heard).toEqual(mayListen ? ['live', 'of the other'] : []);
    expect(server.open).toBe(mayListen ? 1 : 0);
  });

  it('goes on in the same session with another token, or without the server', async () => {
    const ear = new Ear();
    feed.listen(ear);
    await server.tell(OPEN);
    whose.become(signedIn('ONE'));
    whose.become({ ...(signedIn('ONE') as { signIn: SignIn }), phase: 'offline', problem: {} as never });
    await server.tell(change('2', 'a'));
    expect(ear.heard).toEqual(['live', 'a']);
    expect(server.asked).toHaveLength(1);
  });

  it('is not the one of before for who hears of the change first', async () => {
    const other = new Ear();
    whose.subscribe(() => feed.listen(other));
    feed.listen(new Ear());
    await server.tell(OPEN);
    whose.become(signedIn('TWO'));
    await vi.advanceTimersByTimeAsync(1);
    expect(other.heard).toEqual([]);
    expect([server.asked.length, server.open]).toEqual([2, 1]);
  });

  it('tells nobody of another company what was read before the session changed', async () => {
    const ear = new Ear();
    let told: FeedListener | undefined;
    const lingering = new SharedFeed(whose, (listener) => {
      told ??= listener;
      return () => undefined; // It goes on telling, as if nobody had stopped it.
    });
    lingering.listen(ear);
    whose.become(signedIn('TWO'));
    const other = new Ear();
    lingering.listen(other);
    told?.onLive(true);
    told?.onChange({ kind: 'WORK_LOG', entityId: 'of the first' });
    expect(ear.heard).toEqual(['not live']);
    expect(other.heard).toEqual([]);
  });
});
