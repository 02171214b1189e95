import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import {
  blockersOf,
  dependentsOf,
  type Entry,
  nextAttemptAt,
  nextToSend,
  pauseAfter,
  refusalOf,
  requestFor,
  retryAfter,
  serversLog,
  verdictOn,
} from './entries';

const AT = '2026-01-31T23:30:00.000Z';
let seq = 0;

function entry(content: Entry['content'], changes: Partial<Entry> = {}): Entry {
  seq++;
  return {
    accountId: 'a',
    customerId: 'ONE',
    seq,
    id: `entry-${seq}`,
    eventId: 'event',
    place: { propertyId: 'church', name: 'Church' },
    capturedAt: AT,
    state: 'waiting',
    attempts: 0,
    content,
    ...changes,
  };
}

const checkIn = (changes?: Partial<Entry>) => entry({ kind: 'checkIn', direction: 'IN' }, changes);
const start = (changes?: Partial<Entry>) => entry({ kind: 'start', work: 'PLOW', startedAt: AT }, changes);
const finish = (of: Entry, changes?: Partial<Entry>) =>
  entry({ kind: 'finish', log: { start: of.id }, endedAt: AT }, changes);
const photo = (of: Entry, changes?: Partial<Entry>) =>
  entry({ kind: 'photo', log: { start: of.id }, fileName: 'a.jpg' }, changes);

describe('the order of sending', () => {
  it('is that of capture', () => {
    const [one, two] = [checkIn(), checkIn()];
    expect(nextToSend([one, two], 0)).toBe(one);
  });

  it('lets end and photos of work wait for its beginning', () => {
    const begin = start({ state: 'refused' });
    const all = [begin, photo(begin), finish(begin)];
    expect(nextToSend(all, 0)).toBeUndefined();
    expect(blockersOf(all[1]!, all)).toEqual([begin]);
    expect(nextAttemptAt(all)).toBeUndefined();
  });

  it('sends them as soon as the log is known', () => {
    const begin = start({ state: 'sent', log: { id: 'log', version: 0 } });
    const end = finish(begin);
    expect(nextToSend([begin, end], 0)).toBe(end);
  });

  it('lets new work at a place wait for the end of the former one there', () => {
    const first = start({ state: 'sent', log: { id: 'log', version: 0 } });
    const end = finish(first, { state: 'refused' });
    const second = start();
    const elsewhere = start({ place: { propertyId: 'school', name: 'School' } });
    expect(nextToSend([first, end, second, elsewhere], 0)).toBe(elsewhere);
  });

  it('lets nothing wait for a photo or a check-in', () => {
    const begin = start({ state: 'sent', log: { id: 'log', version: 0 } });
    const all = [checkIn({ state: 'refused' }), begin, photo(begin, { state: 'refused' }), finish(begin)];
    expect(nextToSend(all, 0)).toBe(all[3]);
  });

  it('leaves alone what has to pause, and tells when that is over', () => {
    const [one, two] = [checkIn({ notBefore: 500 }), checkIn({ notBefore: 300 })];
    expect(nextToSend([one, two], 299)).toBeUndefined();
    expect(nextAttemptAt([one, two])).toBe(300);
    expect(nextToSend([one, two], 300)).toBe(two);
  });

  it('gives up with a beginning all that adds to it, and nothing else', () => {
    const begin = start();
    const other = start({ place: { propertyId: 'school', name: 'School' } });
    const all = [begin, other, photo(begin), finish(begin), finish(other), checkIn()];
    expect(dependentsOf(begin, all)).toEqual([all[2], all[3]]);
  });
});

describe('a request', () => {
  it('of a check-in tells where and when', () => {
    const position = { latitude: 42.1, longitude: -72.5, accuracyM: 8 };
    const { path, body } = requestFor(entry({ kind: 'checkIn', direction: 'OUT', position }), undefined, undefined);
    expect(path).toBe('/api/winter-events/event/check-ins');
    expect(JSON.parse(String(body))).toEqual({ kind: 'OUT', propertyId: 'church', capturedAt: AT, ...position });
  });

  it('of a beginning tells the time of capture, and the end only if it has to', () => {
    const begin = start();
    const { path, body } = requestFor(begin, undefined, undefined);
    expect(path).toBe('/api/work-logs');
    const told = { eventId: 'event', propertyId: 'church', work: 'PLOW', startedAt: AT, capturedAt: AT };
    expect(JSON.parse(String(body))).toEqual(told);
    const whole = { ...begin, content: { ...begin.content, finish: { endedAt: AT, passes: 2 } } } as Entry;
    expect(JSON.parse(String(requestFor(whole, undefined, undefined).body))).toEqual({ ...told, endedAt: AT, passes: 2 });
  });

  it('of an end names the version that was known', () => {
    const end = finish(start());
    const { path, headers, body } = requestFor(end, { id: 'log', version: 3 }, undefined);
    expect(path).toBe('/api/work-logs/log/complete');
    expect(headers['If-Match']).toBe('"3"');
    expect(JSON.parse(String(body))).toEqual({ endedAt: AT });
  });

  it('of a photo is the file', () => {
    const bytes = new ArrayBuffer(3);
    const request = requestFor(photo(start()), { id: 'log', version: 0 }, { type: 'image/png', bytes });
    expect(request.path).toBe('/api/work-logs/log/photos?name=a.jpg');
    expect(request.headers['Content-Type']).toBe('image/png');
    expect(request.body).toBe(bytes);
  });

  it('is the same whenever it is made', () => {
    const begin = start();
    expect(requestFor(begin, undefined, undefined)).toEqual(requestFor(begin, undefined, undefined));
  });
});

describe('a verdict', () => {
  const on = (status: number, slug = 'x') => verdictOn(new Problem(status, slug, 'x'));

  it.each([0, 408, 425, 429, 500, 502, 503, 504])('is to try again after %s', (status) => {
    expect(on(status)).toBe('again');
  });
  it('is to try again while the same request is being handled', () => {
    expect(on(409, 'request-in-progress')).toBe('again');
  });
  it.each([400, 403, 404, 409, 412, 413, 415, 422])('is to show %s', (status) => {
    expect(on(status)).toBe('refused');
  });
  it('is to leave all to the next sign-in when the session or the company is out', () => {
    expect(on(401)).toBe('signIn');
    expect(on(403, 'customer-suspended')).toBe('signIn');
  });
  it('keeps what the server said', () => {
    const problem = new Problem(409, 'log-already-open', 'No.', [{ field: 'a', message: 'b' }], 'r', [
      { id: 'log', text: 'The open log.' },
    ]);
    expect(refusalOf(problem)).toEqual({
      status: 409,
      slug: 'log-already-open',
      message: 'No.',
      fields: ['b'],
      relatedId: 'log',
    });
  });
});

describe('a pause', () => {
  it('doubles up to five minutes', () => {
    expect([1, 2, 3, 4].map(pauseAfter)).toEqual([2000, 4000, 8000, 16000]);
    expect(pauseAfter(50)).toBe(300_000);
  });
  it('is what the server asks for, in seconds or until a date', () => {
    expect(retryAfter('7', 0)).toBe(7000);
    expect(retryAfter('Sat, 31 Jan 2026 23:31:00 GMT', Date.parse(AT))).toBe(60_000);
    expect(retryAfter(null, 0)).toBeUndefined();
    expect(retryAfter('soon', 0)).toBeUndefined();
  });
});

it('knows the log of the server by the entry that began it', () => {
  const begin = start({ state: 'sent', log: { id: 'log', version: 4 } });
  expect(serversLog({ start: begin.id }, [begin])).toMatchObject({ id: 'log', version: 4 });
  expect(serversLog({ id: 'other', version: 1 }, [begin])).toEqual({ id: 'other', version: 1 });
  expect(serversLog({ start: 'gone' }, [begin])).toBeUndefined();
});
