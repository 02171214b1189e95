import type { Units } from './format';

const CM_PER_INCH = 2.54;

/** A depth in centimetres as people type it: in their own unit, with one decimal. */
export function shownDepth(cm: number | undefined, units: Units): number | string {
  if (cm === undefined) return '';
  return units === 'METRIC' ? cm : Math.round((cm / CM_PER_INCH) * 10) / 10;
}

/** What was typed, in centimetres; who changes nothing keeps what was there, however it was rounded when shown. */
export function typedDepth(typed: number | undefined, before: number | undefined, units: Units): number | undefined {
  if (typed === undefined || units === 'METRIC') return typed;
  if (typed === shownDepth(before, units)) return before;
  return Math.round(typed * CM_PER_INCH * 10) / 10;
}
