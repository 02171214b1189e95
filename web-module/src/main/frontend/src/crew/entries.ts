import type { Problem } from '../api/problem';
import type { Owner } from '../api/session';
import type { MaterialUnit, Work } from '../api/types';

/** A log is known by the server's id or, as long as that is not known, by the entry that begins it. */
export type LogRef = { start: string } | { id: string; version: number };

export interface Place {
  propertyId: string;
  /** As it was called then: the entry may outlive its assignment. */
  name: string;
}

export interface Position {
  latitude: number;
  longitude: number;
  accuracyM: number;
}

/** What is known when work is done; lengths in centimetres. */
export interface Finish {
  /** ISO 8601. */
  endedAt: string;
  passes?: number;
  depthCm?: number;
  material?: string;
  materialQuantity?: number;
  materialUnit?: MaterialUnit;
  notes?: string;
}

export interface CheckInContent {
  kind: 'checkIn';
  direction: 'IN' | 'OUT';
  position?: Position;
}

export interface StartContent {
  kind: 'start';
  work: Work;
  equipment?: string;
  /** ISO 8601. */
  startedAt: string;
  /** How it ended, where the server takes the work only as a whole: its event is closed. */
  finish?: Finish;
}

export interface FinishContent extends Finish {
  kind: 'finish';
  log: LogRef;
}

export interface PhotoContent {
  kind: 'photo';
  log: LogRef;
  fileName: string;
}

export type Content = CheckInContent | StartContent | FinishContent | PhotoContent;

/** Why the server did not take an entry, in its words. */
export interface Refusal {
  status: number;
  slug: string;
  message: string;
  fields: string[];
  /** The first thing that stands in the way: the log that is open already. */
  relatedId?: string;
}

interface Common<C extends Content> extends Owner {
  /** Grows with each entry of this device. */
  seq: number;
  /** The Idempotency-Key of every attempt, and the name by which later entries know a log. */
  id: string;
  eventId: string;
  place: Place;
  /** By the clock of this device; ISO 8601. */
  capturedAt: string;
  state: 'waiting' | 'refused' | 'sent';
  attempts: number;
  /** Milliseconds since 1970. */
  notBefore?: number;
  refusal?: Refusal;
  /** Whether the log is to be read first, as its version is not that which was known. */
  readAgain?: boolean;
  sentAt?: number;
  /** The log that the server made of it. */
  log?: { id: string; version: number };
  content: C;
}

export type EntryOf<C extends Content> = Common<C>;
export type Entry = Common<Content>;
export type Draft = Pick<Entry, 'eventId' | 'place' | 'content' | 'capturedAt'>;

export function isKind<K extends Content['kind']>(
  entry: Entry,
  kind: K,
): entry is EntryOf<Extract<Content, { kind: K }>> {
  return entry.content.kind === kind;
}

export const isUnsent = (entry: Entry) => entry.state !== 'sent';

/** The entry that begins the log which this one adds to, if that was begun on this device. */
function startOf(entry: Entry, all: readonly Entry[]): Entry | undefined {
  const { content } = entry;
  if (content.kind !== 'finish' && content.kind !== 'photo') return undefined;
  const { log } = content;
  return 'start' in log ? all.find((each) => each.id === log.start) : undefined;
}

/** What of the same device an entry has to wait for: the log it adds to; the end of work where new work begins. */
export function blockersOf(entry: Entry, all: readonly Entry[]): Entry[] {
  if (entry.content.kind === 'start') {
    return all.filter(
      (each) =>
        each.content.kind === 'finish' &&
        isUnsent(each) &&
        each.seq < entry.seq &&
        each.place.propertyId === entry.place.propertyId,
    );
  }
  const start = startOf(entry, all);
  return start && isUnsent(start) ? [start] : [];
}

/** What cannot be sent any more once an entry is given up: all that adds to the log which it begins. */
export function dependentsOf(entry: Entry, all: readonly Entry[]): Entry[] {
  return all.filter((each) => isUnsent(each) && startOf(each, all)?.id === entry.id);
}

/** The next entry that can be sent now; the order is that of capture, as far as nothing has to wait. */
export function nextToSend(all: readonly Entry[], now: number): Entry | undefined {
  return all.find(
    (entry) => entry.state === 'waiting' && (entry.notBefore ?? 0) <= now && blockersOf(entry, all).length === 0,
  );
}

/** When something has to be tried again; nothing of what waits for others. */
export function nextAttemptAt(all: readonly Entry[]): number | undefined {
  const times = all
    .filter((entry) => entry.state === 'waiting' && blockersOf(entry, all).length === 0)
    .map((entry) => entry.notBefore ?? 0);
  return times.length === 0 ? undefined : Math.min(...times);
}

export interface ServersLog {
  id: string;
  version: number;
  /** Whether the version is not known. */
  readAgain?: boolean;
}

/** The log that an entry adds to, as the server knows it. */
export function serversLog(log: LogRef, all: readonly Entry[]): ServersLog | undefined {
  if (!('start' in log)) return log;
  const start = all.find((each) => each.id === log.start);
  return start?.log && { ...start.log, readAgain: start.readAgain };
}

const SECOND = 1000;
const LONGEST_PAUSE = 300 * SECOND;

/** How long to wait after so many attempts in vain, in milliseconds. */
export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE, 2 * SECOND * 2 ** Math.min(attempts - 1, 10));
}

/** What a Retry-After header asks for, in milliseconds; seconds or a date. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  const pause = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * SECOND;
  return Number.isNaN(pause) ? undefined : Math.max(0, pause);
}

/** What becomes of an entry after an answer that was no success. */
export type Verdict = 'again' | 'signIn' | 'refused';

const PASSING = [408, 425, 429];

export function verdictOn(problem: Problem): Verdict {
  if (problem.status < 400 || problem.status >= 500 || PASSING.includes(problem.status)) return 'again';
  if (problem.slug === 'request-in-progress') return 'again';
  // Not of this entry, but of the session: every other would fare the same.
  if (problem.status === 401 || problem.slug === 'customer-suspended') return 'signIn';
  return 'refused';
}

export function refusalOf(problem: Problem): Refusal {
  return {
    status: problem.status,
    slug: problem.slug,
    message: problem.message,
    fields: problem.errors.map((each) => each.message),
    relatedId: problem.related[0]?.id,
  };
}

export interface Outgoing {
  path: string;
  headers: Record<string, string>;
  body: string | ArrayBuffer;
}

const json = (path: string, body: object, headers: Record<string, string> = {}): Outgoing => ({
  path,
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** The request that makes an entry known to the server. The same entry makes the same request. */
export function requestFor(
  entry: Entry,
  log: { id: string; version: number } | undefined,
  photo: { type: string; bytes: ArrayBuffer } | undefined,
): Outgoing {
  const { content, eventId, place, capturedAt } = entry;
  switch (content.kind) {
    case 'checkIn': {
      const { direction, position } = content;
      const body = { kind: direction, propertyId: place.propertyId, capturedAt, ...position };
      return json(`/api/winter-events/${eventId}/check-ins`, body);
    }
    case 'start': {
      const { work, equipment, startedAt, finish } = content;
      const body = { eventId, propertyId: place.propertyId, work, equipment, startedAt, capturedAt, ...finish };
      return json('/api/work-logs', body);
    }
    case 'finish': {
      if (!log) throw new Error('The log is not known yet.');
      const { kind: _, log: __, ...finish } = content;
      return json(`/api/work-logs/${log.id}/complete`, finish, { 'If-Match': `"${log.version}"` });
    }
    case 'photo': {
      if (!log || !photo) throw new Error('The photo or its log is not known.');
      return {
        path: `/api/work-logs/${log.id}/photos?name=${encodeURIComponent(content.fileName)}`,
        headers: { 'Content-Type': photo.type },
        body: photo.bytes,
      };
    }
  }
}
