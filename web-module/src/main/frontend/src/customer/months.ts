import type { Format } from '../format/format';

/** A month of UTC, `2026-11`, as people call it; its middle is in the same month everywhere. */
export function monthName(format: Format, month: string): string {
  return format.month(`${month}-15T12:00:00Z`);
}

/** The present month of UTC and those before it, the newest first. */
export function monthsUntil(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, ago) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1)).toISOString().slice(0, 7),
  );
}
