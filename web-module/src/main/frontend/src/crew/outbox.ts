import { isSameOwner, type Owner, ownerOf, session } from '../api/session';
import { type CheckInContent, dependentsOf, type Draft, type Entry, type FinishContent } from './entries';
import { whereAmI } from './position';
import { Sender } from './sender';
import { type CrewStore, crewStore } from './store';

const CHANNEL = 'portal-crew';
/** Longer than the position is looked for, in milliseconds. */
const LONGEST_LOOK = 6000;
const LOCK = 'portal-crew-sender';

const browser = {
  send: ((...request) => fetch(...request)) as typeof fetch,
  now: () => Date.now(),
  // The promise of `request` is that of the work.
  alone: async <T>(work: () => Promise<T>): Promise<T> =>
    'locks' in navigator ? ((await navigator.locks.request(LOCK, work)) as T) : work(),
};

/** What crews write down, on its way to the server: tells of changes in all tabs, and sends whenever that can help. */
class Outbox {
  private readonly listeners = new Set<() => void>();
  private readonly channel = 'BroadcastChannel' in window ? new BroadcastChannel(CHANNEL) : undefined;
  private readonly sender: Sender;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private wanted: 'no' | 'yes' | 'hurry' = 'no';
  private started = false;

  constructor(private readonly store: CrewStore) {
    this.sender = new Sender({ store, session, ...browser, changed: () => this.tell() });
  }

  /** Begins to send by itself: now, when the network is back, when somebody signs in or looks again. */
  start(): void {
    if (this.started) return;
    this.started = true;
    let owner = ownerOf(session.current());
    let phase = session.current().phase;
    session.subscribe(() => {
      const state = session.current();
      const changed = phase !== state.phase || !isSameOwner(owner, ownerOf(state));
      owner = ownerOf(state);
      phase = state.phase;
      if (changed) void this.send();
    });
    window.addEventListener('online', () => void this.comeBack());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.comeBack();
    });
    this.channel?.addEventListener('message', () => this.listeners.forEach((listener) => listener()));
    void this.send();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async add(owner: Owner, draft: Draft, photo?: { type: string; bytes: ArrayBuffer }): Promise<void> {
    await this.store.add(owner, draft, photo);
    // What is not sent yet is nowhere else: the browser is asked not to make room by it.
    void navigator.storage?.persist?.().catch(() => undefined);
    this.tell();
    void this.send();
  }

  /**
   * Writes down that somebody comes or goes: at once, as nothing may be lost, but it is sent when the place is known or
   * cannot be found out.
   */
  async addComing(owner: Owner, draft: Draft & { content: CheckInContent }): Promise<void> {
    const { store } = this;
    const id = await store.add(owner, draft, undefined, Date.now() + LONGEST_LOOK);
    this.tell();
    const position = await whereAmI();
    const entry = (await store.entriesOf(owner)).find((each) => each.id === id);
    if (entry) {
      await store.change(entry.seq, (each) =>
        // What was tried must stay as it was: the server knows it by its key.
        each.attempts > 0 ? each : { ...each, notBefore: undefined, content: { ...draft.content, position } },
      );
    }
    void this.send();
  }

  /** Writes down that work is done; a beginning that was refused for want of an end is sent again with it. */
  async finish(owner: Owner, draft: Draft & { content: FinishContent }): Promise<void> {
    const { log } = draft.content;
    await this.add(owner, draft);
    if (!('start' in log)) return;
    const start = (await this.store.entriesOf(owner)).find((each) => each.id === log.start);
    if (start?.refusal?.slug === 'late-log-is-open') await this.sendAgain(start);
  }

  /** Sends a refused entry again, perhaps with other content. */
  async sendAgain(entry: Entry, content = entry.content): Promise<void> {
    const readAgain = entry.refusal?.slug === 'stale-version';
    await this.change(entry, (each) => ({ ...each, content, state: 'waiting', refusal: undefined, readAgain }));
  }

  /** Takes the log that is open already for the one which the entry was to begin. */
  async takeOpenLog(entry: Entry): Promise<void> {
    const id = entry.refusal?.relatedId;
    if (!id) return;
    await this.change(entry, (each) => ({
      ...each,
      state: 'sent',
      sentAt: Date.now(),
      refusal: undefined,
      log: { id, version: 0 },
      readAgain: true,
    }));
  }

  async discard(owner: Owner, entry: Entry): Promise<void> {
    await this.store.discard(owner, entry.seq);
    this.tell();
  }

  async withDependents(owner: Owner, entry: Entry): Promise<number> {
    return dependentsOf(entry, await this.store.entriesOf(owner)).length;
  }

  /** Sends what can be sent; in a hurry, when somebody asks for it or the network is back. */
  send(hurry = false): Promise<void> {
    this.wanted = hurry || this.wanted === 'hurry' ? 'hurry' : 'yes';
    this.running ??= this.sendWhileWanted().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async comeBack(): Promise<void> {
    const state = session.current();
    if (state.phase === 'offline') await session.refresh(state.signIn.customer?.customerId);
    await this.send(true);
  }

  private async sendWhileWanted(): Promise<void> {
    while (this.wanted !== 'no') {
      const hurry = this.wanted === 'hurry';
      this.wanted = 'no';
      clearTimeout(this.timer);
      const { again } = await this.sender.round(hurry);
      if (again !== undefined) this.timer = setTimeout(() => void this.send(), Math.max(1000, again - Date.now()));
    }
  }

  private async change(entry: Entry, how: (each: Entry) => Entry): Promise<void> {
    await this.store.change(entry.seq, (each) => ({ ...how(each), notBefore: undefined }));
    this.tell();
    void this.send(true);
  }

  private tell(): void {
    this.channel?.postMessage('changed');
    this.listeners.forEach((listener) => listener());
  }
}

export const outbox = new Outbox(crewStore);
