import { describe, expect, it } from 'vitest';
import type { SeasonOfWork } from '../api/types';
import { byEvent, byMonth, materialsOf, quantityOf, waitingOf, yearOf } from './season';

type Event = SeasonOfWork['events'][number];
const event = (name: string, startsAt: string, more: Partial<Event> = {}): Event => ({
  id: name,
  name,
  kind: 'SNOW',
  status: 'CLOSED',
  startsAt,
  logs: { open: 0, completed: 2, approved: 5, rejected: 1 },
  late: 1,
  minutes: 60,
  material: [{ material: 'Salt', unit: 'KG', quantity: 10 }],
  ...more,
});

const season: SeasonOfWork = {
  start: '2025-07-01T04:00:00Z',
  end: '2026-07-01T04:00:00Z',
  events: [
    event('Last', '2026-02-02T12:00:00Z', {
      material: [
        { material: 'Salt', unit: 'KG', quantity: 5 },
        { material: 'Brine', unit: 'L', quantity: 200 },
      ],
    }),
    event('Not yet', '2026-04-20T12:00:00Z', {
      status: 'PLANNED',
      logs: { open: 0, completed: 0, approved: 0, rejected: 0 },
      late: 0,
    }),
    event('Not at all', '2026-01-20T12:00:00Z', { status: 'CANCELLED', material: [] }),
    event('New Year', '2026-01-01T03:00:00Z'), // The evening before, in New York.
    event('First', '2025-12-05T12:00:00Z'),
  ],
};

describe('a season', () => {
  it('has its events in their order, without those that did not take place', () => {
    expect(byEvent(season).map(({ title }) => title)).toEqual(['First', 'New Year', 'Last']);
  });

  it('has its months as the calendar of the company has them, those without events too', () => {
    const months = byMonth(season, 'America/New_York');
    expect(months.map(({ at, events, minutes }) => [at.slice(0, 7), events, minutes])).toEqual([
      ['2025-12', 2, 120],
      ['2026-01', 0, 0],
      ['2026-02', 1, 60],
    ]);
    expect(months[0] && quantityOf(months[0], { material: 'Salt', unit: 'KG', quantity: 0 })).toBe(20);
  });

  it('sums each material by unit, the usual one first', () => {
    expect(materialsOf(season)).toEqual([
      { material: 'Salt', unit: 'KG', quantity: 25 },
      { material: 'Brine', unit: 'L', quantity: 200 },
    ]);
  });

  it('tells what waits for somebody', () => {
    expect(waitingOf(season)).toEqual({ toReview: 8, rejected: 4, late: 4 });
  });

  it('goes by the year in which it begins', () => {
    expect(yearOf(season, 'America/New_York')).toBe(2025);
  });

  it('may be empty', () => {
    expect(byMonth({ ...season, events: [] }, 'America/New_York')).toEqual([]);
  });
});
