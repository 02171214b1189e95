import { describe, expect, it } from 'vitest';
import type { CheckIn, EventProperty } from '../api/types';
import { byRoute, countStates, initials, inOrder, lastSeen, stopwatch } from './stormState';

const property = (name: string, state: EventProperty['state'], more: Partial<EventProperty> = {}): EventProperty => ({
  id: name,
  name,
  street: '1 Main St',
  state,
  routeIds: [],
  memberIds: [],
  logs: 0,
  open: 0,
  ...more,
});

describe('properties of a storm', () => {
  it('come with what needs a look first, and the longest in work before the others', () => {
    const sorted = inOrder([
      property('done early', 'DONE', { since: '2026-01-05T04:00:00Z' }),
      property('done late', 'DONE', { since: '2026-01-05T09:00:00Z' }),
      property('b untouched', 'UNTOUCHED'),
      property('a untouched', 'UNTOUCHED'),
      property('open short', 'OPEN', { since: '2026-01-05T08:00:00Z' }),
      property('open long', 'OPEN', { since: '2026-01-05T05:00:00Z' }),
      property('problem', 'PROBLEM', { since: '2026-01-05T08:00:00Z' }),
    ]);
    expect(sorted.map((each) => each.name)).toEqual([
      'problem',
      'open long',
      'open short',
      'a untouched',
      'b untouched',
      'done late',
      'done early',
    ]);
  });

  it('are counted by state', () => {
    expect(countStates([property('a', 'DONE'), property('b', 'OPEN'), property('c', 'DONE')])).toEqual({
      UNTOUCHED: 0,
      OPEN: 1,
      DONE: 2,
      PROBLEM: 0,
    });
  });

  it('are counted by route, those on none at last', () => {
    const routes = byRoute(
      [
        property('a', 'DONE', { routeIds: ['north', 'south'] }),
        property('b', 'OPEN', { routeIds: ['south'] }),
        property('c', 'DONE'),
      ],
      ['south', 'north', 'empty'],
    );
    expect(routes.map(({ id, total, counts }) => [id, total, counts.DONE])).toEqual([
      ['south', 2, 1],
      ['north', 1, 1],
      [undefined, 1, 1],
    ]);
  });
});

const checkIn = (memberId: string, capturedAt: string, latitude?: number) =>
  ({ memberId, memberName: memberId, capturedAt, latitude, longitude: latitude }) as CheckIn;

describe('crews', () => {
  it('are where they checked in or out last with a position', () => {
    const crews = lastSeen([
      checkIn('Casey', '2026-01-05T09:00:00Z'),
      checkIn('Casey', '2026-01-05T08:00:00Z', 44),
      checkIn('Olli', '2026-01-05T07:00:00Z', 43),
      checkIn('Casey', '2026-01-05T06:00:00Z', 42),
    ]);
    expect(crews.map(({ name, latitude }) => [name, latitude])).toEqual([
      ['Casey', 44],
      ['Olli', 43],
    ]);
  });

  it('go by the first letters of their names', () => {
    expect(initials('Casey van der Crew')).toBe('CC');
    expect(initials('émile')).toBe('É');
  });
});

it('shows a time that runs as a stopwatch does', () => {
  const since = '2026-01-05T08:00:00Z';
  const after = (seconds: number) => stopwatch(since, Date.parse(since) + seconds * 1000);
  expect([after(-5), after(9), after(423), after(4023)]).toEqual(['0:00', '0:09', '7:03', '1:07:03']);
});
