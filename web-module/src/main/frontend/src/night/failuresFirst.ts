import type { NightResult } from '../api/types';

/** What failed comes first, even from pages that are not loaded yet, and nobody comes twice. */
export function failuresFirst(failures: NightResult[], page: NightResult[]): NightResult[] {
  const failed = new Set(failures.map(({ customerId }) => customerId));
  return [...failures, ...page.filter(({ customerId }) => !failed.has(customerId))];
}
