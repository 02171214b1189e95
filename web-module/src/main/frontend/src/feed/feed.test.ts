import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { follow, type FeedChange } from './follow';
import { EventReader, type StreamEvent } from './sse';
import { calmly } from './throttle';

describe('a reader of events', () => {
  it('reads them in whatever pieces they come', () => {
    const read: StreamEvent[] = [];
    const reader = new EventReader((event) => read.push(event));
    [...':\n\nretry: 3000\nid: 7\nevent: open\ndata: {}\n\nid: 8\r\nevent: change\r\ndata: a\r\ndata: b\r\n\r\nid: 9\n'].forEach(
      (piece) => reader.push(piece),
    );
    expect(read).toEqual([
      { id: '7', event: 'open', data: '{}' },
      { id: '8', event: 'change', data: 'a\nb' },
    ]);
  });
});

describe('who follows', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is told of changes, and asks again from the last one when the stream ends', async () => {
    const asked: (string | null)[] = [];
    const bodies = [
      'id: 1\nevent: open\ndata: {}\n\nid: 2\nevent: change\ndata: {"kind":"WORK_LOG","entityId":"x"}\n\n',
      'event: reset\ndata: {}\n\n',
    ];
    const changes: FeedChange[] = [];
    const live: boolean[] = [];
    const onReset = vi.fn();
    const stop = follow({ onChange: (change) => changes.push(change), onReset, onLive: (now) => live.push(now) }, (request) => {
      asked.push(request.headers.get('Last-Event-ID'));
      const body = bodies.shift();
      return body === undefined ? Promise.reject(new Error('offline')) : Promise.resolve(new Response(body));
    });
    await vi.advanceTimersByTimeAsync(10);
    expect(changes).toEqual([{ kind: 'WORK_LOG', entityId: 'x' }]);
    expect(live).toEqual([true, false]);

    await vi.advanceTimersByTimeAsync(2_500);
    expect(asked.slice(0, 2)).toEqual([null, '2']);
    expect(onReset).toHaveBeenCalledOnce();
    expect(live.slice(0, 4)).toEqual([true, false, true, false]);

    stop();
    const before = asked.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked.length).toBe(before);
  });

  it('gives up a stream that falls silent', async () => {
    let asked = 0;
    const stop = follow({ onChange: () => undefined, onReset: () => undefined, onLive: () => undefined }, (request) => {
      asked++;
      return new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(new Error('aborted'))));
    });
    await vi.advanceTimersByTimeAsync(32_000);
    expect(asked).toBe(2);
    stop();
  });
});

describe('calmly', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('does at once what is asked for first, and the rest in one later', async () => {
    const work = vi.fn(() => Promise.resolve());
    const { ask } = calmly(work, 1_000);
    ask();
    ask();
    ask();
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(work).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('rests longer after what took long', async () => {
    const work = vi.fn(() => new Promise((done) => setTimeout(done, 4_000)));
    const { ask } = calmly(work, 1_000);
    ask();
    ask();
    await vi.advanceTimersByTimeAsync(11_000);
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('does nothing more when it is stopped', async () => {
    const work = vi.fn(() => Promise.resolve());
    const { ask, stop } = calmly(work, 1_000);
    ask();
    ask();
    stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
