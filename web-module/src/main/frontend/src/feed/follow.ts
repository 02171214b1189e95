import { authorizedFetch } from '../api/client';
import { EventReader, type StreamEvent } from './sse';

/** What changed; what it is like now is for the API to say. */
export interface FeedChange {
  kind: 'WINTER_EVENT' | 'WORK_LOG' | 'CHECK_IN';
  eventId?: string;
  entityId: string;
}

export interface FeedListener {
  onChange: (change: FeedChange) => void;
  /** Something may have been missed: read everything anew. */
  onReset: () => void;
  onLive: (live: boolean) => void;
}

/** The server sends a sign of life every few seconds; a stream that says nothing for so long is dead. */
const SILENCE = 30_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;

type Send = (request: Request) => Promise<Response>;

/**
 * Follows what changes in the company until it is stopped; when the stream ends or breaks, asks again from where it
 * was, later each time.
 */
export function follow(listener: FeedListener, send: Send = authorizedFetch): () => void {
  const stopped = new AbortController();
  void run(listener, send, stopped.signal);
  return () => stopped.abort();
}

async function run(listener: FeedListener, send: Send, stopped: AbortSignal): Promise<void> {
  let lastId: string | undefined;
  let wait = FIRST_WAIT;
  const hear = ({ id, event, data }: StreamEvent) => {
    if (id) lastId = id;
    if (event === 'open') {
      listener.onLive(true);
      wait = FIRST_WAIT;
    } else if (event === 'reset') {
      listener.onReset();
    } else if (event === 'change') {
      listener.onChange(JSON.parse(data) as FeedChange);
    }
  };
  while (!stopped.aborted) {
    const resumed = lastId;
    const ended = await listen(resumed, hear, send, stopped, () => {
      // A stream that resumes does not open anew.
      if (resumed) listener.onLive(true);
    });
    if (stopped.aborted) return;
    listener.onLive(false);
    if (ended === 'refused') lastId = undefined;
    await pause(wait, stopped);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

async function listen(
  lastId: string | undefined,
  hear: (event: StreamEvent) => void,
  send: Send,
  stopped: AbortSignal,
  onAnswered: () => void,
): Promise<'ended' | 'refused'> {
  const connection = new AbortController();
  const abort = () => connection.abort();
  stopped.addEventListener('abort', abort);
  let silence = setTimeout(abort, SILENCE);
  try {
    const response = await send(
      new Request(new URL('/api/events/stream', location.href), {
        headers: { Accept: 'text/event-stream', ...(lastId ? { 'Last-Event-ID': lastId } : {}) },
        signal: connection.signal,
        cache: 'no-store',
      }),
    );
    if (!response.ok || !response.body) return 'refused';
    onAnswered();
    const reader = response.body.getReader();
    const text = new TextDecoder();
    const events = new EventReader(hear);
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      clearTimeout(silence);
      silence = setTimeout(abort, SILENCE);
      events.push(text.decode(next.value, { stream: true }));
    }
  } catch {
    // The network, or the silence; it is asked again.
  } finally {
    clearTimeout(silence);
    stopped.removeEventListener('abort', abort);
  }
  return 'ended';
}

function pause(milliseconds: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    stopped.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
