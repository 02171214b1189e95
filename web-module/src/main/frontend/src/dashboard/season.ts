import type { SeasonOfWork } from '../api/types';

type Event = SeasonOfWork['events'][number];
type Material = Event['material'][number];

export interface Column {
  /** When it begins. */
  at: string;
  /** The event's own name, of columns by event. */
  title?: string;
  events: number;
  minutes: number;
  material: Material[];
}

/** What is only planned, or was called off, is no part of how the season was. */
const counts = (event: Event) => event.status === 'ACTIVE' || event.status === 'CLOSED';

/** A column for each event that took place, or takes place, the first first. */
export function byEvent(season: SeasonOfWork): Column[] {
  return season.events
    .filter(counts)
    .map(({ name, startsAt, minutes, material }) => ({ at: startsAt, title: name, events: 1, minutes, material }))
    .reverse();
}

/** A column for each month from that of the first event to that of the last, by the company's own calendar. */
export function byMonth(season: SeasonOfWork, timeZone: string): Column[] {
  const monthOf = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', timeZone });
  const months = new Map<string, Column>();
  const events = byEvent(season);
  const first = events[0];
  const last = events[events.length - 1];
  if (!first || !last) return [];
  for (let month = monthOf.format(new Date(first.at)); month <= monthOf.format(new Date(last.at)); month = next(month)) {
    months.set(month, { at: `${month}-15T12:00:00Z`, events: 0, minutes: 0, material: [] });
  }
  for (const event of events) {
    const column = months.get(monthOf.format(new Date(event.at)))!;
    column.events += 1;
    column.minutes += event.minutes;
    column.material = sum([...column.material, ...event.material]);
  }
  return [...months.values()];
}

function next(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

const same = (a: Material, b: Material) => a.material === b.material && a.unit === b.unit;

/** Each material in each unit once. */
export function sum(materials: Material[]): Material[] {
  return materials.reduce<Material[]>((sums, each) => {
    const there = sums.find((known) => same(known, each));
    if (!there) return [...sums, each];
    return sums.map((known) => (known === there ? { ...known, quantity: known.quantity + each.quantity } : known));
  }, []);
}

/** What was spread in the season, what was spread in most events first. */
export function materialsOf(season: SeasonOfWork): Material[] {
  const events = season.events.filter(counts);
  const times = (material: Material) =>
    events.filter((event) => event.material.some((each) => same(each, material))).length;
  return sum(events.flatMap((event) => event.material)).sort(
    (a, b) => times(b) - times(a) || a.material.localeCompare(b.material),
  );
}

/** How much of it. */
export function quantityOf(column: Column, material: Material): number {
  return column.material.find((each) => same(each, material))?.quantity ?? 0;
}

export interface Waiting {
  toReview: number;
  rejected: number;
  late: number;
}

/** What of the season's work waits for somebody. */
export function waitingOf(season: SeasonOfWork): Waiting {
  return season.events.reduce(
    (all, { logs, late }) => ({
      toReview: all.toReview + logs.completed,
      rejected: all.rejected + logs.rejected,
      late: all.late + late,
    }),
    { toReview: 0, rejected: 0, late: 0 },
  );
}

/** The year in whose July the season begins, where the company is. */
export function yearOf(season: SeasonOfWork, timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en-CA', { year: 'numeric', timeZone }).format(new Date(season.start)));
}
