import type { Units } from '../format/format';

const SQUARE_FEET_PER_M2 = 10.7639;

/** An area in square metres as people type it: in their own unit. */
export function shownArea(m2: number | undefined, units: Units): number | string {
  if (m2 === undefined) return '';
  return units === 'METRIC' ? m2 : Math.round(m2 * SQUARE_FEET_PER_M2);
}

/** What was typed, in square metres; who changes nothing keeps what was there, however it was rounded when shown. */
export function typedArea(typed: number | undefined, before: number | undefined, units: Units): number | undefined {
  if (typed === undefined || units === 'METRIC') return typed;
  if (typed === shownArea(before, units)) return before;
  return Math.round((typed / SQUARE_FEET_PER_M2) * 100) / 100;
}
