import { expect, it } from 'vitest';
import { totalsOf } from './totals';

it('adds up the ways from stop to stop, and the work at each', () => {
  // One minute of latitude is a nautical mile, near enough.
  const stops = [
    { latitude: 44, longitude: -72 },
    { latitude: 44 + 1 / 60, longitude: -72 },
    { latitude: 44, longitude: -72 },
  ];
  const { distanceM, expectedMinutes } = totalsOf(stops);
  expect(distanceM).toBeGreaterThan(3_700);
  expect(distanceM).toBeLessThan(3_712);
  expect(expectedMinutes).toBe(8 + 45);
});

it('passes over stops whose position nobody knows, but not the work there', () => {
  expect(totalsOf([{}, { latitude: 44, longitude: -72 }, {}])).toEqual({ distanceM: 0, expectedMinutes: 45 });
});
