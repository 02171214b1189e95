import type { Weather } from '../api/types';

/**
 * What a chart can show of a list: the observations of one place and period, the oldest first; those of the place
 * that the list begins with.
 */
export function chartOf(items: Weather[]): Weather[] {
  const first = items[0];
  if (!first) return [];
  return items.filter(({ place, period }) => place === first.place && period === first.period).reverse();
}
