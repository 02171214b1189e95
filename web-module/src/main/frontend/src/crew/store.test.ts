import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Owner } from '../api/session';
import type { Content } from './entries';
import { CrewStore } from './store';
import type { WorkAtHand } from './work';

const ANA: Owner = { accountId: 'ana', customerId: 'ONE' };
const ANA_IN_TWO: Owner = { accountId: 'ana', customerId: 'TWO' };
const BEN: Owner = { accountId: 'ben', customerId: 'ONE' };
const AT = '2026-01-31T23:30:00.000Z';
const WORK: WorkAtHand = { asOf: AT, events: [], routes: [], properties: [], logs: [], checkIns: [] };

let databases = 0;

describe('the store of a device', () => {
  let store: CrewStore;
  beforeEach(() => {
    store = new CrewStore(`store-${databases++}`);
  });
  afterEach(() => store.close());

  const write = (owner: Owner, content: Content = { kind: 'checkIn', direction: 'IN' }, bytes?: ArrayBuffer) =>
    store.add(
      owner,
      { eventId: 'event', place: { propertyId: 'church', name: 'Church' }, capturedAt: AT, content },
      bytes && { type: 'image/jpeg', bytes },
    );
  const sent = async (owner: Owner, sentAt: number) => {
    for (const { seq } of await store.entriesOf(owner)) {
      await store.change(seq, (each) => ({ ...each, state: 'sent', sentAt }));
    }
  };

  it('gives each entry a key of its own, and to each its own only', async () => {
    const ids = [await write(ANA), await write(ANA), await write(BEN), await write(ANA_IN_TWO)];
    expect(new Set(ids).size).toBe(4);
    expect((await store.entriesOf(ANA)).map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect((await store.entriesOf(BEN)).map(({ id }) => id)).toEqual([ids[2]]);
    expect((await store.entriesOf(ANA_IN_TWO)).map(({ id }) => id)).toEqual([ids[3]]);
  });

  it('keeps entries over a restart', async () => {
    const id = await write(ANA);
    await store.close();
    expect((await store.entriesOf(ANA)).map((each) => each.id)).toEqual([id]);
  });

  it('counts what a person has not sent, by company, and tells nothing of others', async () => {
    await write(ANA);
    await sent(ANA, 0);
    await write(ANA);
    await write(ANA_IN_TWO);
    await write(ANA_IN_TWO);
    await write(BEN);
    expect([...(await store.unsentOf('ana'))]).toEqual([
      ['ONE', 1],
      ['TWO', 2],
    ]);
  });

  it('gives up an entry with all that adds to it, and their photos', async () => {
    const begin = await write(ANA, { kind: 'start', work: 'SALT', startedAt: AT });
    const photo = await write(ANA, { kind: 'photo', log: { start: begin }, fileName: 'a' }, new ArrayBuffer(2));
    const other = await write(ANA);
    await store.discard(ANA, (await store.entriesOf(ANA))[0]!.seq);
    expect((await store.entriesOf(ANA)).map(({ id }) => id)).toEqual([other]);
    expect(await store.photoOf(photo)).toBeUndefined();
  });

  it('gives up nothing of another', async () => {
    await write(BEN);
    await store.discard(ANA, (await store.entriesOf(BEN))[0]!.seq);
    expect(await store.entriesOf(BEN)).toHaveLength(1);
  });

  it('forgets after a day what was sent, not what something waits for', async () => {
    const day = 24 * 60 * 60 * 1000;
    await write(ANA);
    await write(ANA, { kind: 'start', work: 'SALT', startedAt: AT });
    await sent(ANA, 1000);
    await write(ANA, { kind: 'finish', log: { start: (await store.entriesOf(ANA))[1]!.id }, endedAt: AT });
    await store.tidy(ANA, 1000 + day);
    expect(await store.entriesOf(ANA)).toHaveLength(3);
    await store.tidy(ANA, 1001 + day);
    expect((await store.entriesOf(ANA)).map(({ content }) => content.kind)).toEqual(['start', 'finish']);
  });

  it('forgets at the sign-out what is there for reading, and keeps what is not sent, with its photo', async () => {
    for (const owner of [ANA, BEN]) {
      await store.keepWork(owner, WORK);
      await write(owner);
      await sent(owner, 0);
      await write(owner, { kind: 'photo', log: { id: 'log', version: 0 }, fileName: 'a' }, new ArrayBuffer(2));
    }
    await store.forgetOthers(undefined);
    for (const owner of [ANA, BEN]) {
      expect(await store.workOf(owner)).toBeUndefined();
      const [left, ...none] = await store.entriesOf(owner);
      expect(none).toEqual([]);
      expect(left?.state).toBe('waiting');
      expect((await store.photoOf(left!.id))?.bytes.byteLength).toBe(2);
    }
  });

  it('forgets at a switch what is there for reading of the others only', async () => {
    await store.keepWork(ANA, WORK);
    await store.keepWork(ANA_IN_TWO, WORK);
    await store.forgetOthers(ANA_IN_TWO);
    expect(await store.workOf(ANA)).toBeUndefined();
    expect(await store.workOf(ANA_IN_TWO)).toEqual(WORK);
  });
});
