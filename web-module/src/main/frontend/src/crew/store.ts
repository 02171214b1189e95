import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Owner } from '../api/session';
import { dependentsOf, type Draft, type Entry, isUnsent } from './entries';
import type { WorkAtHand } from './work';

interface Photo {
  entryId: string;
  type: string;
  bytes: ArrayBuffer;
}

interface CrewDatabase extends DBSchema {
  entries: { key: number; value: Entry; indexes: { owner: [string, string]; id: string } };
  photos: { key: string; value: Photo };
  work: { key: [string, string]; value: WorkAtHand };
}

const DAY = 24 * 60 * 60 * 1000;

const keyOf = ({ accountId, customerId }: Owner): [string, string] => [accountId, customerId];

/**
 * What a device keeps for crews, in IndexedDB: entries that are to be sent, with their photos, and the work at hand for
 * reading. Every question names a person and a company and gets nothing of any other.
 */
export class CrewStore {
  private database: Promise<IDBPDatabase<CrewDatabase>> | undefined;

  constructor(private readonly name = 'portal-crew') {}

  /** The entries of one person in one company, as they were captured. */
  async entriesOf(owner: Owner): Promise<Entry[]> {
    return (await this.open()).getAllFromIndex('entries', 'owner', keyOf(owner));
  }

  /** How many entries of a person are not sent, by company. */
  async unsentOf(accountId: string): Promise<Map<string, number>> {
    const range = IDBKeyRange.bound([accountId, ''], [accountId, '\uffff']);
    const entries = await (await this.open()).getAllFromIndex('entries', 'owner', range);
    const counts = new Map<string, number>();
    entries.filter(isUnsent).forEach(({ customerId }) => counts.set(customerId, (counts.get(customerId) ?? 0) + 1));
    return counts;
  }

  /** Writes down an entry, and with it the photo if it is one. */
  async add(owner: Owner, draft: Draft, photo?: Omit<Photo, 'entryId'>, notBefore?: number): Promise<string> {
    const id = crypto.randomUUID();
    const transaction = (await this.open()).transaction(['entries', 'photos'], 'readwrite');
    const entry: Omit<Entry, 'seq'> = { ...owner, ...draft, id, state: 'waiting', attempts: 0, notBefore };
    await Promise.all([
      // The store gives it its number.
      transaction.objectStore('entries').add(entry as Entry),
      photo && transaction.objectStore('photos').add({ ...photo, entryId: id }),
      transaction.done,
    ]);
    return id;
  }

  /**
   * Changes what is known of an entry, as it is at that moment.
   *
   * @returns what it is now, if it is still there
   */
  async change(seq: number, how: (entry: Entry) => Entry): Promise<Entry | undefined> {
    const transaction = (await this.open()).transaction(['entries', 'photos'], 'readwrite');
    const entries = transaction.objectStore('entries');
    const entry = await entries.get(seq);
    const changed = entry && how(entry);
    if (changed) {
      await entries.put(changed);
      if (changed.state === 'sent') await transaction.objectStore('photos').delete(changed.id);
    }
    await transaction.done;
    return changed;
  }

  /** Gives an entry up, and with it what cannot be sent without it. */
  async discard(owner: Owner, seq: number): Promise<void> {
    const all = await this.entriesOf(owner);
    const entry = all.find((each) => each.seq === seq);
    if (entry) await this.remove([entry, ...dependentsOf(entry, all)]);
  }

  /** Forgets what was sent long ago, as far as nothing waits for it. */
  async tidy(owner: Owner, now: number): Promise<void> {
    const all = await this.entriesOf(owner);
    await this.remove(
      all.filter(
        (entry) => !isUnsent(entry) && (entry.sentAt ?? 0) < now - DAY && dependentsOf(entry, all).length === 0,
      ),
    );
  }

  async photoOf(entryId: string): Promise<Photo | undefined> {
    return (await this.open()).get('photos', entryId);
  }

  async workOf(owner: Owner): Promise<WorkAtHand | undefined> {
    return (await this.open()).get('work', keyOf(owner));
  }

  async keepWork(owner: Owner, work: WorkAtHand): Promise<void> {
    await (await this.open()).put('work', work, keyOf(owner));
  }

  /** Deletes what was kept for reading, and the traces of what is sent, of all but one. Unsent entries stay. */
  async forgetOthers(owner: Owner | undefined): Promise<void> {
    const transaction = (await this.open()).transaction(['work', 'entries'], 'readwrite');
    const isOther = (id: Owner) => id.accountId !== owner?.accountId || id.customerId !== owner.customerId;
    for await (const cursor of transaction.objectStore('work')) {
      const [accountId, customerId] = cursor.key;
      if (isOther({ accountId, customerId })) await cursor.delete();
    }
    const entries = await transaction.objectStore('entries').getAll();
    for (const entry of entries) {
      const own = entries.filter((each) => each.accountId === entry.accountId && each.customerId === entry.customerId);
      if (isOther(entry) && !isUnsent(entry) && dependentsOf(entry, own).length === 0) {
        await transaction.objectStore('entries').delete(entry.seq);
      }
    }
    await transaction.done;
  }

  async close(): Promise<void> {
    (await this.database)?.close();
    this.database = undefined;
  }

  private async remove(some: Entry[]): Promise<void> {
    const transaction = (await this.open()).transaction(['entries', 'photos'], 'readwrite');
    await Promise.all([
      ...some.flatMap(({ seq, id }) => [
        transaction.objectStore('entries').delete(seq),
        transaction.objectStore('photos').delete(id),
      ]),
      transaction.done,
    ]);
  }

  private open(): Promise<IDBPDatabase<CrewDatabase>> {
    this.database ??= openDB<CrewDatabase>(this.name, 1, {
      upgrade: (database) => {
        const entries = database.createObjectStore('entries', { keyPath: 'seq', autoIncrement: true });
        entries.createIndex('owner', ['accountId', 'customerId']);
        entries.createIndex('id', 'id', { unique: true });
        database.createObjectStore('photos', { keyPath: 'entryId' });
        database.createObjectStore('work');
      },
      // A newer version of the portal in another tab changes the store: this one lets go of it.
      blocking: () => void this.close(),
      terminated: () => (this.database = undefined),
    });
    return this.database;
  }
}

export const crewStore = new CrewStore();
