import type { Night } from '../api/types';
import type { Format } from '../format/format';

export function titleOf(night: Night, format: Format): string {
  if (night.kind === 'NIGHTLY') return `Night of ${format.date(night.nightDate ?? night.asOf)}`;
  return night.customerId ? `Manual run for ${night.customerId}` : 'Manual run for all customers';
}
