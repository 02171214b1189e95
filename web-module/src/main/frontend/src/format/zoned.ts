/**
 * Between an instant and the wall clock of a time zone, the latter as `datetime-local` fields write it:
 * `2026-01-31T18:30`.
 */
export function toWallClock(iso: string, timeZone: string): string {
  return wallClock(Date.parse(iso), timeZone).slice(0, 16);
}

/** A time that the clock skips in spring is read as the moment just as long after the skip began. */
export function fromWallClock(local: string, timeZone: string): string {
  const asIfUtc = Date.parse(`${local}Z`);
  const guess = asIfUtc - offset(asIfUtc, timeZone);
  const instant = asIfUtc - offset(guess, timeZone);
  return new Date(instant).toISOString();
}

function offset(instant: number, timeZone: string): number {
  return Date.parse(`${wallClock(instant, timeZone)}Z`) - Math.floor(instant / 1000) * 1000;
}

function wallClock(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '00';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}
