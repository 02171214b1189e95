import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Owner, SessionState } from '../api/session';
import { isSameOwner, ownerOf } from '../api/session';
import type { SignIn } from '../api/types';
import type { Content, Entry } from './entries';
import { Sender } from './sender';
import { CrewStore } from './store';

const ANA: Owner = { accountId: 'ana', customerId: 'ONE' };
const ANA_IN_TWO: Owner = { accountId: 'ana', customerId: 'TWO' };
const BEN: Owner = { accountId: 'ben', customerId: 'ONE' };
const AT = '2026-01-31T23:30:00.000Z';

const signedIn = ({ accountId, customerId }: Owner, token: string): Extract<SessionState, { phase: 'signedIn' }> => ({
  phase: 'signedIn',
  signIn: { accessToken: token, account: { id: accountId }, customer: { customerId } } as SignIn,
});

interface Sent {
  method: string;
  path: string;
  token: string;
  key: string;
  ifMatch: string;
  language: string;
  body: string;
}

/** A server that does what it is told for each request, and keeps what it made by key, as the portal does. */
class FakeServer {
  readonly requests: Sent[] = [];
  readonly made = new Map<string, { id: string; version: number; path: string; body: string }>();
  readonly answers: (Response | 'lost' | 'unreachable' | (() => Response | Promise<Response>))[] = [];
  version = 0;

  readonly fetch: typeof fetch = async (path, init) => {
    const headers = new Headers(init?.headers);
    const sent = {
      method: init?.method ?? 'GET',
      path: String(path),
      token: (headers.get('Authorization') ?? '').replace('Bearer ', ''),
      key: headers.get('Idempotency-Key') ?? '',
      ifMatch: headers.get('If-Match') ?? '',
      language: headers.get('Accept-Language') ?? '',
      body: typeof init?.body === 'string' ? init.body : `bytes:${(init?.body as ArrayBuffer | undefined)?.byteLength}`,
    };
    this.requests.push(sent);
    const next = this.answers.shift();
    if (next === 'unreachable') throw new TypeError('no network');
    if (next instanceof Response) return next;
    if (typeof next === 'function') return next();
    if (sent.method === 'GET') return Response.json({ id: sent.path.split('/').pop(), version: 7 });
    const known = this.made.get(sent.key);
    if (known && known.body !== sent.body) return problem(422, 'idempotency-key-reused');
    const entity = known ?? { id: `made-${this.made.size + 1}`, version: this.version, path: sent.path, body: sent.body };
    this.made.set(sent.key, entity);
    if (next === 'lost') throw new TypeError('the answer is lost');
    return Response.json({ id: entity.id, version: entity.version }, { status: 201 });
  };
}

const problem = (status: number, slug: string, more: object = {}, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ type: `/problems/${slug}`, status, detail: `It is ${slug}.`, ...more }), {
    status,
    headers,
  });

let databases = 0;

describe('the sender', () => {
  let store: CrewStore;
  let server: FakeServer;
  let state: SessionState;
  let renewed: () => SessionState;
  let now: number;
  let sender: Sender;
  let inside = 0;
  let most = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const makeSender = () =>
    new Sender({
      store,
      session: {
        current: () => state,
        refresh: () => Promise.resolve((state = renewed())),
        tokenOf: (owner) =>
          state.phase === 'signedIn' && isSameOwner(ownerOf(state), owner) ? state.signIn.accessToken : undefined,
      },
      send: async (...request) => {
        most = Math.max(most, ++inside);
        try {
          return await server.fetch(...request);
        } finally {
          inside--;
        }
      },
      now: () => now,
      alone: (work) => {
        const done = queue.then(work);
        queue = done.catch(() => undefined);
        return done;
      },
      changed: () => undefined,
    });

  beforeEach(() => {
    store = new CrewStore(`sender-${databases++}`);
    server = new FakeServer();
    state = signedIn(ANA, 'ana-one');
    renewed = () => state;
    now = 1_000_000;
    inside = most = 0;
    sender = makeSender();
  });
  afterEach(() => store.close());

  const write = (content: Content, owner = ANA, propertyId = 'church', bytes?: ArrayBuffer) =>
    store.add(
      owner,
      { eventId: 'event', place: { propertyId, name: propertyId }, capturedAt: AT, content },
      bytes && { type: 'image/jpeg', bytes },
    );
  const checkIn = (owner = ANA) => write({ kind: 'checkIn', direction: 'IN' }, owner);
  const start = (owner = ANA) => write({ kind: 'start', work: 'PLOW', startedAt: AT }, owner);
  const finish = (startId: string, owner = ANA) =>
    write({ kind: 'finish', log: { start: startId }, endedAt: AT, passes: 2 }, owner);
  const photo = (startId: string) =>
    write({ kind: 'photo', log: { start: startId }, fileName: 'a.jpg' }, ANA, 'church', new ArrayBuffer(5));
  const states = async (owner = ANA) => (await store.entriesOf(owner)).map((entry) => entry.state);
  const only = async (owner = ANA): Promise<Entry> => (await store.entriesOf(owner))[0]!;

  it('sends a whole visit in order, by the keys and times of capture, and knows the log in between', async () => {
    await checkIn();
    const begin = await start();
    await photo(begin);
    await finish(begin);
    await write({ kind: 'checkIn', direction: 'OUT' });
    expect((await sender.round()).sent).toBe(5);
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/api/winter-events/event/check-ins',
      '/api/work-logs',
      '/api/work-logs/made-2/photos?name=a.jpg',
      '/api/work-logs/made-2/complete',
      '/api/winter-events/event/check-ins',
    ]);
    expect(server.requests.map(({ key }) => key)).toEqual((await store.entriesOf(ANA)).map(({ id }) => id));
    expect(JSON.parse(server.requests[1]!.body)).toMatchObject({ startedAt: AT, capturedAt: AT });
    expect(JSON.parse(server.requests[3]!.body)).toMatchObject({ endedAt: AT, passes: 2 });
    expect(server.requests[2]!.body).toBe('bytes:5');
    expect(server.requests.map(({ language }) => language)).toEqual(['en', 'en', 'en', 'en', 'en']);
    expect(await store.photoOf((await store.entriesOf(ANA))[2]!.id)).toBeUndefined();
  });

  it('sends nothing twice that was taken', async () => {
    await checkIn();
    await sender.round();
    await sender.round(true);
    expect(server.requests).toHaveLength(1);
  });

  it('repeats the same request by the same key when the answer is lost, so that it is made once', async () => {
    await start();
    server.answers.push('lost');
    expect((await sender.round()).sent).toBe(0);
    expect(await states()).toEqual(['waiting']);
    await sender.round(true);
    expect(await states()).toEqual(['sent']);
    expect(server.made.size).toBe(1);
    expect(server.requests[0]).toEqual(server.requests[1]);
    expect((await only()).log).toEqual({ id: 'made-1', version: 0 });
  });

  it('stops where there is no network, pauses longer each time, and hurries when asked', async () => {
    await checkIn();
    await checkIn();
    server.answers.push('unreachable', 'unreachable');
    expect((await sender.round()).again).toBe(now + 2000);
    expect(server.requests).toHaveLength(1);
    expect((await sender.round()).again).toBe(now + 2000);
    expect(server.requests).toHaveLength(1);
    now += 2000;
    expect((await sender.round()).again).toBe(now + 4000);
    expect((await sender.round(true)).sent).toBe(2);
  });

  it('goes on with the others when the server stumbles over one', async () => {
    await checkIn();
    await checkIn();
    server.answers.push(problem(500, 'internal-error'));
    expect(await sender.round()).toEqual({ sent: 1, again: now + 2000 });
    expect(await states()).toEqual(['waiting', 'sent']);
    server.answers.push(problem(500, 'internal-error'));
    now += 2000;
    expect((await sender.round()).again).toBe(now + 4000);
    now += 4000;
    expect((await sender.round()).sent).toBe(1);
  });

  it('leaves the server alone as long as it asks for', async () => {
    await checkIn();
    await checkIn();
    server.answers.push(problem(429, 'too-many-requests', {}, { 'Retry-After': '30' }));
    expect((await sender.round()).again).toBe(now + 30_000);
    now += 29_999;
    await sender.round();
    expect(server.requests).toHaveLength(1);
    now += 1;
    expect((await sender.round()).sent).toBe(2);
  });

  it('waits for a request that is being handled', async () => {
    await checkIn();
    server.answers.push(problem(409, 'request-in-progress'));
    expect(await sender.round()).toEqual({ sent: 0, again: now + 2000 });
    now += 2000;
    expect((await sender.round()).sent).toBe(1);
  });

  it.each([
    [400, 'validation-failed'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'event-is-not-active'],
    [409, 'entry-too-late'],
    [412, 'stale-version'],
    [413, 'too-large'],
    [422, 'idempotency-key-reused'],
  ])('keeps what is refused with %s %s, in the words of the server, and sends the others', async (status, slug) => {
    await checkIn();
    await checkIn();
    server.answers.push(problem(status, slug));
    expect((await sender.round()).sent).toBe(1);
    expect(await states()).toEqual(['refused', 'sent']);
    expect((await only()).refusal).toMatchObject({ status, slug, message: `It is ${slug}.` });
    now += 1e9;
    await sender.round(true);
    expect(server.requests).toHaveLength(2);
  });

  it('lets end and photo wait for a beginning that is refused, and drops none', async () => {
    const begin = await start();
    await photo(begin);
    await finish(begin);
    server.answers.push(problem(409, 'log-already-open', { related: [{ id: 'open', text: 'The open log.' }] }));
    await sender.round();
    expect(server.requests).toHaveLength(1);
    expect(await states()).toEqual(['refused', 'waiting', 'waiting']);
    expect((await only()).refusal?.relatedId).toBe('open');
  });

  it('adds to the log that is open already, once the crew takes that one', async () => {
    const begin = await start();
    await finish(begin);
    server.answers.push(problem(409, 'log-already-open', { related: [{ id: 'open', text: 'The open log.' }] }));
    await sender.round();
    await store.change((await only()).seq, (entry) => ({
      ...entry,
      state: 'sent',
      log: { id: 'open', version: 0 },
      readAgain: true,
    }));
    await sender.round();
    expect(server.requests.slice(1).map(({ method, path, ifMatch }) => [method, path, ifMatch])).toEqual([
      ['GET', '/api/work-logs/open', ''],
      ['POST', '/api/work-logs/open/complete', '"7"'],
    ]);
    expect(await states()).toEqual(['sent', 'sent']);
  });

  it('names the present version when an end is sent again after somebody changed the log', async () => {
    await write({ kind: 'finish', log: { id: 'log', version: 2 }, endedAt: AT });
    server.answers.push(problem(412, 'stale-version'));
    await sender.round();
    expect(server.requests[0]!.ifMatch).toBe('"2"');
    await store.change((await only()).seq, (entry) => ({ ...entry, state: 'waiting', readAgain: true }));
    await sender.round();
    expect(server.requests.at(-1)).toMatchObject({ path: '/api/work-logs/log/complete', ifMatch: '"7"' });
  });

  it('tells work as a whole to an event that was closed meanwhile', async () => {
    const begin = await start();
    await finish(begin);
    server.answers.push(problem(409, 'late-log-is-open'));
    await sender.round();
    expect(server.requests.map(({ path, key }) => [path, key])).toEqual([
      ['/api/work-logs', begin],
      ['/api/work-logs', begin],
    ]);
    expect(JSON.parse(server.requests[1]!.body)).toMatchObject({ startedAt: AT, endedAt: AT, passes: 2 });
    expect(await states()).toEqual(['sent', 'sent']);
  });

  it('asks when work ended that is told late without an end', async () => {
    await start();
    server.answers.push(problem(409, 'late-log-is-open'));
    await sender.round();
    expect(await states()).toEqual(['refused']);
  });

  it('counts on a session that is renewed', async () => {
    await checkIn();
    server.answers.push(problem(401, 'not-authenticated'));
    renewed = () => signedIn(ANA, 'fresh');
    expect((await sender.round()).sent).toBe(1);
    expect(server.requests.map(({ token }) => token)).toEqual(['ana-one', 'fresh']);
  });

  it('keeps everything for the next sign-in when the session is over', async () => {
    await checkIn();
    await checkIn();
    server.answers.push(problem(401, 'not-authenticated'));
    renewed = () => ({ phase: 'signedOut' });
    expect(await sender.round()).toEqual({ sent: 0, again: undefined });
    expect(server.requests).toHaveLength(1);
    expect(await states()).toEqual(['waiting', 'waiting']);
  });

  it('keeps everything of a company that is suspended', async () => {
    await checkIn();
    await checkIn();
    server.answers.push(problem(403, 'customer-suspended'));
    await sender.round();
    expect(server.requests).toHaveLength(1);
    expect(await states()).toEqual(['waiting', 'waiting']);
  });

  describe('with entries of several people and companies', () => {
    beforeEach(async () => {
      await checkIn(ANA);
      await checkIn(ANA_IN_TWO);
      await checkIn(BEN);
    });

    it.each([
      ['ana-one', ANA],
      ['ana-two', ANA_IN_TWO],
      ['ben-one', BEN],
    ])('sends as %s only what is theirs there', async (token, owner) => {
      state = signedIn(owner, token);
      await sender.round(true);
      expect(server.requests.map((each) => [each.token, each.key])).toEqual([[token, (await only(owner)).id]]);
      for (const other of [ANA, ANA_IN_TWO, BEN]) {
        expect(await states(other)).toEqual([other === owner ? 'sent' : 'waiting']);
      }
    });

    it.each<[string, SessionState]>([
      ['nobody is signed in', { phase: 'signedOut' }],
      ['the session is of another company', { phase: 'otherCustomer' }],
      ['only the last sign-in is known', { phase: 'offline', signIn: signedIn(ANA, '').signIn } as SessionState],
    ])('sends nothing while %s', async (_, phase) => {
      state = phase;
      await sender.round(true);
      expect(server.requests).toEqual([]);
    });

    it('stops in the middle when the company is switched', async () => {
      await checkIn(ANA);
      server.answers.push(() => {
        state = signedIn(ANA_IN_TWO, 'ana-two');
        return Response.json({ id: 'x', version: 0 });
      });
      await sender.round();
      expect(server.requests.map(({ token }) => token)).toEqual(['ana-one']);
      expect(await states(ANA)).toEqual(['sent', 'waiting']);
      await sender.round();
      expect(server.requests.map(({ token }) => token)).toEqual(['ana-one', 'ana-two']);
      expect(await states(ANA)).toEqual(['sent', 'waiting']);
    });

    it('leaves the session alone that somebody else has meanwhile', async () => {
      await write({ kind: 'finish', log: { id: 'log', version: 2 }, endedAt: AT });
      await store.change((await store.entriesOf(ANA)).at(-1)!.seq, (entry) => ({ ...entry, readAgain: true }));
      server.answers.push(Response.json({ id: 'x', version: 0 }), () => {
        state = signedIn(BEN, 'ben-one');
        return Response.json({ id: 'log', version: 3 });
      });
      renewed = () => ({ phase: 'otherCustomer' });
      await sender.round();
      expect(server.requests.map(({ method, token }) => [method, token])).toEqual([
        ['POST', 'ana-one'],
        ['GET', 'ana-one'],
      ]);
      expect(state).toMatchObject({ phase: 'signedIn' });
    });

    it.each([
      ['the other company', ANA_IN_TWO],
      ['another person', BEN],
    ])('does not repeat with the token of %s what was refused to the one before', async (_, other) => {
      server.answers.push(problem(401, 'not-authenticated'));
      renewed = () => signedIn(other, 'others');
      await sender.round();
      expect(server.requests.map(({ token }) => token)).toEqual(['ana-one']);
      expect(await states(ANA)).toEqual(['waiting']);
    });
  });

  it('lets one sender work at a time, and the second finds nothing left', async () => {
    for (let i = 0; i < 5; i++) await checkIn();
    const other = makeSender();
    const rounds = await Promise.all([sender.round(), other.round(), sender.round(true)]);
    expect(rounds.map(({ sent }) => sent)).toEqual([5, 0, 0]);
    expect(most).toBe(1);
    expect(server.requests).toHaveLength(5);
  });

  it('sends what an entry has become since it was read, and the same again', async () => {
    await checkIn();
    const read = store.entriesOf.bind(store);
    store.entriesOf = async (owner) => {
      const entries = await read(owner);
      store.entriesOf = read;
      const position = { latitude: 44.5, longitude: -72.6, accuracyM: 5 };
      await store.change(entries[0]!.seq, (each) => ({ ...each, content: { kind: 'checkIn', direction: 'IN', position } }));
      return entries;
    };
    server.answers.push('lost');
    await sender.round();
    await sender.round(true);
    expect(server.requests.map(({ body }) => body.includes('44.5'))).toEqual([true, true]);
    expect(await states()).toEqual(['sent']);
  });

  it('forgets an entry that was given up while it was on its way', async () => {
    await checkIn();
    const { seq } = await only();
    server.answers.push(async () => {
      await store.discard(ANA, seq);
      return Response.json({ id: 'x', version: 0 });
    });
    await sender.round();
    expect(await store.entriesOf(ANA)).toEqual([]);
  });
});
