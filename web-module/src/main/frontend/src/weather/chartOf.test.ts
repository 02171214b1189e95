import { expect, it } from 'vitest';
import type { Weather } from '../api/types';
import { chartOf } from './chartOf';

const seen = (place: string, observedAt: string, period: Weather['period'] = 'DAY') =>
  ({ place, observedAt, period }) as Weather;

it('shows one place and period, the oldest first', () => {
  const chart = chartOf([
    seen('Stowe', '2026-01-03'),
    seen('Barre', '2026-01-03'),
    seen('Stowe', '2026-01-02', 'HOUR'),
    seen('Stowe', '2026-01-02'),
  ]);
  expect(chart.map(({ place, observedAt }) => `${place} ${observedAt}`)).toEqual(['Stowe 2026-01-02', 'Stowe 2026-01-03']);
  expect(chartOf([])).toEqual([]);
});
