import type { Property, Route, Work } from '../api/types';
import { type Entry, isKind, isUnsent, type LogRef } from './entries';
import type { WorkAtHand } from './work';

/** A log as it stands on this device: what the server said, and what is on its way there. */
export interface LogHere {
  ref: LogRef;
  work: Work;
  equipment?: string;
  startedAt: string;
  /** While it is not known, the work is under way. */
  endedAt?: string;
}

/** What a crew does next at a place. */
export type Stage = 'todo' | 'here' | 'working' | 'leaving' | 'done';

export interface Stop {
  propertyId: string;
  name: string;
  address: string;
  siteNotes?: string;
  latitude?: number;
  longitude?: number;
  triggerDepthCm?: number;
  stage: Stage;
  /** Whether the crew has checked in and not out again. */
  isHere: boolean;
  /** In the order in which they began. */
  logs: LogHere[];
  open?: LogHere;
  /** How many entries of it are not sent yet, and of how many of these the server has said no. */
  unsent: number;
  refused: number;
}

const byTime = <T>(time: (each: T) => string) => (one: T, other: T) => time(one).localeCompare(time(other));

/** What was sent before the work at hand was asked for is a part of it. */
const isNews = (entry: Entry, work: WorkAtHand) => isUnsent(entry) || (entry.sentAt ?? 0) >= Date.parse(work.asOf);

function logsAt(propertyId: string, eventId: string, work: WorkAtHand, entries: readonly Entry[]): LogHere[] {
  const news = entries.filter(
    (each) => each.place.propertyId === propertyId && each.eventId === eventId && isNews(each, work),
  );
  const told = work.logs.filter(
    (log) => log.propertyId === propertyId && log.eventId === eventId && log.correctedBy === undefined,
  );
  const known = new Set(told.map((log) => log.id));
  const logs: LogHere[] = told.map(({ id, version, work: kind, equipment, startedAt, endedAt }) => ({
    ref: { id, version },
    work: kind,
    equipment,
    startedAt,
    endedAt,
  }));
  for (const entry of news) {
    if (isKind(entry, 'start') && !(entry.log && known.has(entry.log.id))) {
      const { work: kind, equipment, startedAt } = entry.content;
      logs.push({ ref: { start: entry.id }, work: kind, equipment, startedAt });
    }
  }
  for (const entry of news) {
    if (!isKind(entry, 'finish')) continue;
    const { log } = entry.content;
    const start = 'start' in log ? entries.find((each) => each.id === log.start) : undefined;
    const id = 'id' in log ? log.id : start?.log?.id;
    const ended = logs.find((each) =>
      'start' in each.ref ? 'start' in log && each.ref.start === log.start : each.ref.id === id,
    );
    if (ended) ended.endedAt ??= entry.content.endedAt;
  }
  return logs.sort(byTime((log) => log.startedAt));
}

function comings(propertyId: string, eventId: string, work: WorkAtHand, entries: readonly Entry[]) {
  const told = work.checkIns
    .filter((each) => each.propertyId === propertyId && each.eventId === eventId)
    .map(({ kind, capturedAt }) => ({ kind, capturedAt }));
  const news = entries.flatMap((entry) =>
    isKind(entry, 'checkIn') && isNews(entry, work) && entry.place.propertyId === propertyId && entry.eventId === eventId
      ? [{ kind: entry.content.direction, capturedAt: entry.capturedAt }]
      : [],
  );
  return [...told, ...news].sort(byTime((each) => each.capturedAt));
}

function stageOf(isHere: boolean, since: string, logs: LogHere[]): Stage {
  if (logs.some((log) => log.endedAt === undefined)) return 'working';
  if (isHere) return logs.some((log) => log.endedAt !== undefined && log.endedAt >= since) ? 'leaving' : 'here';
  return logs.length > 0 ? 'done' : 'todo';
}

function addressOf({ street, unit, city, state, postalCode }: Partial<Property>): string {
  const place = [state, postalCode].filter(Boolean).join(' ');
  return [[street, unit].filter(Boolean).join(', '), city, place].filter(Boolean).join(', ');
}

/** A place as it stands for the crew: what the server said before, and what was done on this device since. */
export function stopAt(
  place: Partial<Property> & { name: string },
  propertyId: string,
  eventId: string,
  work: WorkAtHand,
  entries: readonly Entry[],
): Stop {
  const logs = logsAt(propertyId, eventId, work, entries);
  const last = comings(propertyId, eventId, work, entries).at(-1);
  const isHere = last?.kind === 'IN';
  const unsent = entries.filter((each) => each.place.propertyId === propertyId && isUnsent(each));
  return {
    propertyId,
    name: place.name,
    address: addressOf(place),
    siteNotes: place.siteNotes,
    latitude: place.latitude,
    longitude: place.longitude,
    triggerDepthCm: place.triggerDepthCm,
    stage: stageOf(isHere, last?.capturedAt ?? '', logs),
    isHere,
    logs,
    open: logs.find((log) => log.endedAt === undefined),
    unsent: unsent.length,
    refused: unsent.filter((each) => each.state === 'refused').length,
  };
}

/** A route's stops in its order; stops of which the crew knows no more than the route says are stops too. */
export function stopsOf(route: Route, eventId: string, work: WorkAtHand, entries: readonly Entry[]): Stop[] {
  const known = new Map(work.properties.map((property) => [property.id, property]));
  return route.stops.map((stop) =>
    stopAt(known.get(stop.propertyId) ?? stop, stop.propertyId, eventId, work, entries),
  );
}

/** Where the crew is, else the first place in the route's order where nothing was done. */
export function nextStop(stops: readonly Stop[]): Stop | undefined {
  const isBusy = ({ stage }: Stop) => stage === 'here' || stage === 'leaving';
  return (
    stops.find(isBusy) ??
    stops.find(({ isHere, stage }) => isHere && stage === 'working') ??
    stops.find(({ stage }) => stage === 'working') ??
    stops.find(({ stage }) => stage === 'todo')
  );
}

/**
 * Where a map shows the way to the place; by its position if that is known. Apple's devices come with one map, others
 * with another; both open in a browser, too. Links of the kind `geo:` open nothing on an iPhone.
 */
export function directions({ latitude, longitude, address }: Stop, userAgent = navigator.userAgent): string | undefined {
  const place = latitude !== undefined && longitude !== undefined ? `${latitude},${longitude}` : address;
  if (!place) return undefined;
  const destination = encodeURIComponent(place);
  return /iPhone|iPad|iPod|Macintosh/.test(userAgent)
    ? `https://maps.apple.com/?dirflg=d&daddr=${destination}`
    : `https://www.google.com/maps/dir/?api=1&travelmode=driving&destination=${destination}`;
}
