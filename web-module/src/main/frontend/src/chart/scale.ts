/**
 * Round values of an axis that goes from nothing, or from below, to at least the greatest value: some four of them,
 * the first at or below the least value and at or below 0. Of what is counted there are whole ones only.
 */
export function ticksFor(values: number[], { wanted = 4, whole = false } = {}): number[] {
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  if (most === least) return [0, 1];
  const rough = roundStep((most - least) / wanted);
  const step = whole ? Math.max(1, rough) : rough;
  const first = Math.floor(least / step);
  const last = Math.ceil(most / step);
  return Array.from({ length: last - first + 1 }, (_, index) => round((first + index) * step));
}

function roundStep(rough: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  return magnitude * ([1, 2, 5].find((each) => each * magnitude >= rough * 0.999) ?? 10);
}

/** Without the dust of binary fractions. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}

/** How far up a value is between the first tick and the last, from 0 to 1. */
export function share(value: number, ticks: number[]): number {
  const first = ticks[0] ?? 0;
  const last = ticks[ticks.length - 1] ?? 1;
  return (value - first) / (last - first);
}

/** Which of so many names fit below an axis: each, or one in so many. */
export function everyNth(count: number, most: number): number {
  return Math.max(1, Math.ceil(count / most));
}
