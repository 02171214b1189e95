import type { TFunction } from 'i18next';
import type { Night } from '../api/types';
import type { Format } from '../format/format';

export function titleOf(night: Night, t: TFunction<'night'>, format: Format): string {
  if (night.kind === 'NIGHTLY') return t('nightOf', { date: format.date(night.nightDate ?? night.asOf) });
  return night.customerId ? t('manualOne', { customer: night.customerId }) : t('manualAll');
}

/** Of when the data is, and which reports there are, if not all. */
export function describe(night: Night, t: TFunction<'night'>, format: Format): string {
  const when = night.day
    ? t('ofNight', { date: format.date(night.day) })
    : t('dataOf', { time: format.dateTime(night.asOf) });
  if (night.kinds.length === 0) return when;
  return `${when}. ${t('onlyKinds', { kinds: night.kinds.map((kind) => nameOf(kind, t)).join(', ') })}`;
}

/** Reports that nights make; one that came later is called by its code. */
export const KINDS = [
  'CONTRACTOR_HOURS',
  'EVENT_REPORT',
  'MATERIAL_USAGE',
  'OPEN_AND_LATE_WORK',
  'SEASON_SUMMARY',
  'SERVICE_HISTORY',
] as const;

export function nameOf(kind: string, t: TFunction<'night'>): string {
  const known = KINDS.find((each) => each === kind);
  return known ? t(`run.kindNames.${known}`) : kind;
}
