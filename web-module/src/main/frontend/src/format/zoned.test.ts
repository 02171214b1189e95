import { describe, expect, it } from 'vitest';
import { fromWallClock, toWallClock } from './zoned';

const ZONE = 'America/New_York';

describe('a wall clock', () => {
  it('shows an instant as it is there', () => {
    expect(toWallClock('2026-01-31T23:30:00Z', ZONE)).toBe('2026-01-31T18:30');
    expect(toWallClock('2026-07-01T04:00:00Z', ZONE)).toBe('2026-07-01T00:00');
  });

  it('is read back as the same instant', () => {
    for (const iso of ['2026-01-31T23:30:00.000Z', '2026-03-08T06:59:00.000Z', '2026-11-01T12:00:00.000Z']) {
      expect(fromWallClock(toWallClock(iso, ZONE), ZONE)).toBe(iso);
    }
  });

  it('knows the hours around a change of the clocks', () => {
    expect(fromWallClock('2026-03-08T01:59', ZONE)).toBe('2026-03-08T06:59:00.000Z');
    expect(fromWallClock('2026-03-08T03:00', ZONE)).toBe('2026-03-08T07:00:00.000Z');
    expect(fromWallClock('2026-11-01T03:00', ZONE)).toBe('2026-11-01T08:00:00.000Z');
  });

  it('reads a skipped hour as a moment next to it', () => {
    const read = Date.parse(fromWallClock('2026-03-08T02:30', ZONE));
    expect(Math.abs(read - Date.parse('2026-03-08T07:00:00Z'))).toBeLessThanOrEqual(30 * 60_000);
  });
});
