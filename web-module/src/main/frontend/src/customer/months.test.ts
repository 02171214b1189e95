import { expect, it } from 'vitest';
import { createFormat } from '../format/format';
import { monthName, monthsUntil } from './months';

it('calls a month of UTC the same wherever somebody reads', () => {
  expect(monthName(createFormat('en-US', 'America/New_York'), '2026-01')).toBe('Jan 2026');
  expect(monthName(createFormat('en-US', 'Pacific/Auckland'), '2026-01')).toBe('Jan 2026');
});

it('goes back over the turn of the year', () => {
  expect(monthsUntil(new Date('2026-01-31T23:30:00Z'), 3)).toEqual(['2026-01', '2025-12', '2025-11']);
});
