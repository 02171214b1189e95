import { describe, expect, it } from 'vitest';
import type { CheckIn, Route, WorkLog } from '../api/types';
import { clock } from './clock';
import type { Content, Entry } from './entries';
import { directions, nextStop, stopAt, stopsOf } from './stops';
import type { WorkAtHand } from './work';

const AS_OF = '2026-01-31T12:00:00.000Z';
const at = (minute: number) => `2026-01-31T12:${String(minute).padStart(2, '0')}:00.000Z`;
const CHURCH = { name: 'Church', street: '1 Church Street', city: 'Stowe', state: 'VT', postalCode: '05672' };

const work = (changes: Partial<WorkAtHand> = {}): WorkAtHand => ({
  asOf: AS_OF,
  events: [],
  routes: [],
  properties: [],
  logs: [],
  checkIns: [],
  ...changes,
});

let seq = 0;
const entry = (content: Content, minute: number, changes: Partial<Entry> = {}): Entry => ({
  accountId: 'a',
  customerId: 'ONE',
  seq: ++seq,
  id: `entry-${seq}`,
  eventId: 'event',
  place: { propertyId: 'church', name: 'Church' },
  capturedAt: at(minute),
  state: 'waiting',
  attempts: 0,
  content,
  ...changes,
});
const come = (direction: 'IN' | 'OUT', minute: number) => entry({ kind: 'checkIn', direction }, minute);
const start = (minute: number, changes?: Partial<Entry>) =>
  entry({ kind: 'start', work: 'SALT', startedAt: at(minute) }, minute, changes);
const finish = (of: Entry, minute: number, changes?: Partial<Entry>) =>
  entry({ kind: 'finish', log: { start: of.id }, endedAt: at(minute) }, minute, changes);
const log = (changes: Partial<WorkLog>) =>
  ({ id: 'log', propertyId: 'church', eventId: 'event', work: 'PLOW', version: 2, startedAt: at(0), ...changes }) as WorkLog;
const church = (present: WorkAtHand, entries: Entry[]) => stopAt(CHURCH, 'church', 'event', present, entries);

describe('a stop', () => {
  it('goes from arrival to departure by what was entered, sent or not', () => {
    const begin = start(2);
    const all = [come('IN', 1), begin, finish(begin, 3), come('OUT', 4)];
    const stages = all.map((_, index) => church(work(), all.slice(0, index + 1)).stage);
    expect(church(work(), []).stage).toBe('todo');
    expect(stages).toEqual(['here', 'working', 'leaving', 'done']);
  });

  it('is one with what the server knows: a log that was sent is not shown twice', () => {
    const begin = start(2, { state: 'sent', sentAt: Date.parse(AS_OF) + 1, log: { id: 'log', version: 0 } });
    const stop = church(work({ logs: [log({ startedAt: at(2) })] }), [begin, finish(begin, 3)]);
    expect(stop.logs).toHaveLength(1);
    expect(stop.logs[0]).toMatchObject({ ref: { id: 'log', version: 2 }, endedAt: at(3) });
    expect(stop.open).toBeUndefined();
  });

  it('believes the server in what was sent before it was asked', () => {
    const begin = start(2, { state: 'sent', sentAt: Date.parse(AS_OF) - 1, log: { id: 'gone', version: 0 } });
    expect(church(work(), [begin]).logs).toEqual([]);
  });

  it('is open where the office has opened a log', () => {
    const stop = church(work({ logs: [log({})] }), []);
    expect(stop.stage).toBe('working');
    expect(stop.open?.ref).toEqual({ id: 'log', version: 2 });
  });

  it('knows nothing of other places and events', () => {
    const begin = start(1, { eventId: 'other' });
    const elsewhere = start(1, { place: { propertyId: 'school', name: 'School' } });
    expect(church(work({ logs: [log({ eventId: 'other' })] }), [begin, elsewhere]).stage).toBe('todo');
  });

  it('leaves out a log that another one takes the place of', () => {
    const wrong = log({ correctedBy: 'right', endedAt: at(1) });
    expect(church(work({ logs: [wrong] }), []).logs).toEqual([]);
  });

  it('takes the last coming by its time, whatever order it arrived in', () => {
    const checkIns = [
      { propertyId: 'church', eventId: 'event', kind: 'OUT', capturedAt: at(9) },
      { propertyId: 'church', eventId: 'event', kind: 'IN', capturedAt: at(5) },
    ] as CheckIn[];
    expect(church(work({ checkIns }), []).isHere).toBe(false);
    expect(church(work({ checkIns }), [come('IN', 10)]).isHere).toBe(true);
  });

  it('counts what is not sent and what is refused', () => {
    const stop = church(work(), [come('IN', 1), { ...come('OUT', 2), state: 'refused' }]);
    expect([stop.unsent, stop.refused]).toEqual([2, 1]);
  });

  it('has a whole address, and a way there by place or by address', () => {
    const stop = church(work(), []);
    expect(stop.address).toBe('1 Church Street, Stowe, VT 05672');
    const android = 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36';
    const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148';
    const google = 'https://www.google.com/maps/dir/?api=1&travelmode=driving&destination=';
    const apple = 'https://maps.apple.com/?dirflg=d&daddr=';
    const address = encodeURIComponent(stop.address);
    const known = { ...stop, latitude: 44.4, longitude: -72.6 };
    expect([directions(stop, android), directions(stop, iphone)]).toEqual([google + address, apple + address]);
    expect([directions(known, android), directions(known, iphone)]).toEqual([
      `${google}44.4%2C-72.6`,
      `${apple}44.4%2C-72.6`,
    ]);
    expect(directions({ ...stop, address: '' }, android)).toBeUndefined();
  });
});

it('the next stop is where the crew is, else the first that is to do', () => {
  const stops = ['a', 'b', 'c'].map((propertyId) => ({ propertyId, name: propertyId, street: propertyId }));
  const route = { stops } as Route;
  const next = (entries: Entry[]) => nextStop(stopsOf(route, 'event', work(), entries))?.propertyId;
  const of = (propertyId: string, each: Entry): Entry => ({ ...each, place: { propertyId, name: propertyId } });
  const begin = of('a', start(1));
  const done = [begin, of('a', finish(begin, 2))];
  expect(next([])).toBe('a');
  expect(next(done)).toBe('b');
  expect(next([...done, of('c', come('IN', 3))])).toBe('c');
});

it('a clock counts hours, and never backwards', () => {
  expect(clock(3_849_000)).toBe('1:04:09');
  expect(clock(-5)).toBe('0:00:00');
});
