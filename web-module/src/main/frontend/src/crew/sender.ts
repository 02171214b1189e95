import { asProblem, offline, Problem, problemFrom } from '../api/problem';
import { isSameOwner, type Owner, ownerOf, type Session } from '../api/session';
import { inOurLanguage } from '../words/language';
import {
  type Entry,
  type FinishContent,
  isKind,
  nextAttemptAt,
  nextToSend,
  pauseAfter,
  refusalOf,
  requestFor,
  retryAfter,
  serversLog,
  type StartContent,
  verdictOn,
} from './entries';
import type { CrewStore } from './store';

/** One request takes no longer than this; a photo over a weak network takes long. */
const PATIENCE = 120_000;

/** No answer, or that of a proxy before a server that is not there. */
const SERVER_IS_AWAY = [0, 502, 503, 504];

type Answered = { id: string; version: number };

export interface SenderPorts {
  store: CrewStore;
  session: Pick<Session, 'current' | 'refresh' | 'tokenOf'>;
  send: typeof fetch;
  now: () => number;
  /** Lets one sender of all tabs work at a time. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** Told whenever the entries have changed. */
  changed: () => void;
}

/** What is to be done after a round. */
export interface Round {
  /** How many entries the server has taken. */
  sent: number;
  /** When to try again, in milliseconds since 1970; never by itself, if not given. */
  again?: number;
}

/**
 * Sends the entries of whoever is signed in, in the company that is open, and no others: an entry goes with a token of
 * its own person and company, or not at all.
 */
export class Sender {
  private inVain = 0;
  private pausedUntil = 0;

  constructor(private readonly ports: SenderPorts) {}

  /**
   * Sends all that can be sent now.
   *
   * @param hurry whether pauses are over: a person asks, or the network is back
   */
  round(hurry = false): Promise<Round> {
    return this.ports.alone(() => this.sendAll(hurry));
  }

  private async sendAll(hurry: boolean): Promise<Round> {
    const { store, session, now } = this.ports;
    let sent = 0;
    if (hurry) this.pausedUntil = 0;
    const owner = ownerOf(session.current());
    if (!owner || session.tokenOf(owner) === undefined) return { sent };
    if (hurry) await this.endPauses(owner);
    for (;;) {
      const entries = await store.entriesOf(owner);
      if (this.pausedUntil > now()) return { sent, again: this.pausedUntil };
      const entry = nextToSend(entries, now());
      const token = session.tokenOf(owner);
      if (!entry || token === undefined) return { sent, again: nextAttemptAt(entries) };
      const goesOn = await this.deliver(owner, entry, entries);
      this.ports.changed();
      if (goesOn === 'sent') sent++;
      if (goesOn === 'stop') return { sent, again: this.pausedUntil > now() ? this.pausedUntil : undefined };
    }
  }

  private async endPauses(owner: Owner): Promise<void> {
    for (const { seq, notBefore } of await this.ports.store.entriesOf(owner)) {
      if (notBefore) await this.ports.store.change(seq, (entry) => ({ ...entry, notBefore: undefined }));
    }
  }

  private async deliver(owner: Owner, entry: Entry, all: readonly Entry[]): Promise<'sent' | 'next' | 'stop'> {
    const { store, now } = this.ports;
    // It may have changed since it was read; from here on it does not, as the server may know it by its key.
    const tried = await store.change(entry.seq, (each) => ({ ...each, attempts: each.attempts + 1 }));
    if (!tried) return 'next';
    try {
      const answer = await this.ask(owner, tried, all);
      this.inVain = 0;
      await store.change(entry.seq, (each) => ({
        ...each,
        state: 'sent',
        sentAt: now(),
        refusal: undefined,
        log: isKind(each, 'start') ? answer : undefined,
      }));
      const { content } = entry;
      if (content.kind === 'start' && content.finish) await this.alsoSent(entry, all);
      return 'sent';
    } catch (error) {
      return this.takeNo(entry, all, asProblem(error));
    }
  }

  private async takeNo(entry: Entry, all: readonly Entry[], problem: Problem): Promise<'next' | 'stop'> {
    const { store, now } = this.ports;
    const attempts = entry.attempts + 1;
    switch (verdictOn(problem)) {
      case 'signIn':
        return 'stop';
      case 'refused': {
        const whole = problem.slug === 'late-log-is-open' ? this.asWhole(entry, all) : undefined;
        await store.change(entry.seq, (each) =>
          whole
            ? { ...each, content: whole }
            : { ...each, state: 'refused', refusal: refusalOf(problem) },
        );
        return 'next';
      }
      case 'again': {
        const asked = problem instanceof AskedToWait ? problem.pause : undefined;
        const everybody = asked !== undefined || SERVER_IS_AWAY.includes(problem.status);
        if (everybody) this.pausedUntil = now() + Math.max(asked ?? 0, pauseAfter(++this.inVain));
        await store.change(entry.seq, (each) => ({
          ...each,
          notBefore: everybody ? undefined : now() + pauseAfter(attempts),
        }));
        return everybody ? 'stop' : 'next';
      }
    }
  }

  /** A closed event takes work as a whole only: what began and ended offline is told at once. */
  private asWhole(entry: Entry, all: readonly Entry[]): StartContent | undefined {
    if (!isKind(entry, 'start') || entry.content.finish) return undefined;
    const end = endOf(entry, all);
    if (!end) return undefined;
    const { kind: _, log: __, ...finish } = end.content;
    return { ...entry.content, finish };
  }

  private async alsoSent(start: Entry, all: readonly Entry[]): Promise<void> {
    const end = endOf(start, all);
    if (end) {
      await this.ports.store.change(end.seq, (each) => ({ ...each, state: 'sent', sentAt: this.ports.now() }));
    }
  }

  private async ask(owner: Owner, entry: Entry, all: readonly Entry[]): Promise<Answered> {
    const { content } = entry;
    const known = content.kind === 'finish' || content.kind === 'photo' ? serversLog(content.log, all) : undefined;
    let log: Answered | undefined = known;
    if (known && content.kind === 'finish' && (entry.readAgain || known.readAgain)) log = await this.request<Answered>(owner, `/api/work-logs/${known.id}`, {});
    const photo = content.kind === 'photo' ? await this.ports.store.photoOf(entry.id) : undefined;
    const { path, headers, body } = requestFor(entry, log, photo);
    return this.request(owner, path, {
      method: 'POST',
      headers: { ...headers, 'Idempotency-Key': entry.id },
      body,
    });
  }

  private async request<T>(owner: Owner, path: string, init: RequestInit): Promise<T> {
    const answer = await this.asOwner(owner, path, init);
    const told: unknown = await answer.json().catch(() => undefined);
    if (answer.ok && told !== undefined) return told as T;
    const pause = retryAfter(answer.headers.get('Retry-After'), this.ports.now());
    const problem = problemFrom(answer.ok ? 500 : answer.status, told);
    throw pause === undefined && problem.status !== 429 ? problem : new AskedToWait(problem, pause ?? 0);
  }

  /** Never with another's token, whoever signs in meanwhile. */
  private async asOwner(owner: Owner, path: string, init: RequestInit): Promise<Response> {
    const { session } = this.ports;
    const token = session.tokenOf(owner);
    const first = await this.sendWith(token, path, init);
    // Where somebody else is signed in by now, there is nothing to renew for the owner.
    if (first.status !== 401 || token === undefined) return first;
    const renewed = await session.refresh(owner.customerId);
    const isStillThere = renewed.phase === 'signedIn' && isSameOwner(ownerOf(renewed), owner);
    return isStillThere ? this.sendWith(session.tokenOf(owner), path, init) : first;
  }

  private async sendWith(token: string | undefined, path: string, init: RequestInit): Promise<Response> {
    if (token === undefined) return new Response(null, { status: 401 });
    try {
      return await this.ports.send(path, {
        ...init,
        headers: { Accept: 'application/json', ...inOurLanguage(), ...init.headers, Authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch {
      throw offline();
    }
  }
}

/** The unsent entry that ends the work which another begins. */
function endOf(start: Entry, all: readonly Entry[]): (Entry & { content: FinishContent }) | undefined {
  return all.find(
    (each): each is Entry & { content: FinishContent } =>
      isKind(each, 'finish') && each.state !== 'sent' && 'start' in each.content.log && each.content.log.start === start.id,
  );
}

/** The server wants to be left alone for a while, whatever is asked for. */
class AskedToWait extends Problem {
  readonly pause: number;

  constructor(problem: Problem, pause: number) {
    super(problem.status, problem.slug, problem.message, problem.errors, problem.requestId, problem.related);
    this.pause = pause;
  }
}
