import type { CheckIn, EventProperty } from '../api/types';

export type State = EventProperty['state'];

/** In the order in which they are to be looked at. */
export const STATES: State[] = ['PROBLEM', 'OPEN', 'UNTOUCHED', 'DONE'];

/** States differ by shape and by word as well as by colour. */
const SHAPES: Record<State, string> = {
  UNTOUCHED: '<circle cx="12" cy="12" r="7" class="portal-state-hollow"/>',
  OPEN: '<path d="M12 2.8 22 20.6H2z"/>',
  DONE: '<rect x="3" y="3" width="18" height="18" rx="4"/><path d="m7.5 12.3 3 3 6-6.3" class="portal-state-sign"/>',
  PROBLEM: '<path d="M12 1.2 22.8 12 12 22.8 1.2 12z"/><path d="M12 7v6M12 16.6v.1" class="portal-state-sign"/>',
};

export function stateSvg(state: State): string {
  return `<svg viewBox="0 0 24 24" aria-hidden="true" class="portal-state portal-state-${state.toLowerCase()}">${SHAPES[state]}</svg>`;
}

export const STATE_COLORS: Record<State, string> = {
  UNTOUCHED: 'var(--storm-untouched)',
  OPEN: 'var(--storm-open)',
  DONE: 'var(--storm-done)',
  PROBLEM: 'var(--storm-problem)',
};

export type Counts = Record<State, number>;

export function countStates(properties: EventProperty[]): Counts {
  const counts: Counts = { UNTOUCHED: 0, OPEN: 0, DONE: 0, PROBLEM: 0 };
  properties.forEach(({ state }) => counts[state]++);
  return counts;
}

/** What needs a look comes first; within a state what has been so the longest, what is done the other way round. */
export function inOrder(properties: EventProperty[]): EventProperty[] {
  const rank = (property: EventProperty) => STATES.indexOf(property.state);
  const since = (property: EventProperty) =>
    property.since ? Date.parse(property.since) * (property.state === 'DONE' ? -1 : 1) : 0;
  return [...properties].sort(
    (a, b) => rank(a) - rank(b) || since(a) - since(b) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1),
  );
}

export interface RouteCounts {
  /** Without an id, what is on no route. */
  id?: string;
  counts: Counts;
  total: number;
}

/** How far each route is; a property on two routes counts in both. */
export function byRoute(properties: EventProperty[], routeIds: string[]): RouteCounts[] {
  const stops = new Map<string | undefined, EventProperty[]>();
  properties.forEach((property) =>
    (property.routeIds.length > 0 ? property.routeIds : [undefined]).forEach((route) => {
      const there = stops.get(route);
      if (there) there.push(property);
      else stops.set(route, [property]);
    }),
  );
  return [...routeIds, undefined].flatMap((id) => {
    const there = stops.get(id);
    return there ? [{ id, counts: countStates(there), total: there.length }] : [];
  });
}

export interface Crew {
  memberId: string;
  name: string;
  latitude: number;
  longitude: number;
  at: string;
  propertyName?: string;
}

/** Where each crew was last, as far as their check-ins say where. */
export function lastSeen(checkIns: CheckIn[]): Crew[] {
  const latest = new Map<string, CheckIn>();
  [...checkIns]
    .sort((a, b) => Date.parse(b.capturedAt) - Date.parse(a.capturedAt))
    .forEach((checkIn) => {
      if (checkIn.latitude === undefined || checkIn.longitude === undefined) return;
      if (!latest.has(checkIn.memberId)) latest.set(checkIn.memberId, checkIn);
    });
  return [...latest.values()].map(({ memberId, memberName, latitude, longitude, capturedAt, propertyName }) => ({
    memberId,
    name: memberName,
    latitude: latitude!,
    longitude: longitude!,
    at: capturedAt,
    propertyName,
  }));
}

/** The first letters of a name, at most two. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words[words.length - 1] : undefined]
    .map((word) => (word ? [...word][0]!.toUpperCase() : ''))
    .join('');
}

/** How long since, as a stopwatch shows it: 7:03, or 1:07:03. */
export function stopwatch(sinceIso: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(sinceIso)) / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
