import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ownerOf, Session } from './session';
import type { SignIn } from './types';

const MINUTE = 60_000;

function signIn(token: string | undefined, customerId = 'LEGACY001'): SignIn {
  const customer = {
    customerId,
    name: 'Green Mountain Plowing',
    timeZone: 'America/New_York',
    locale: 'en-US',
    currency: 'USD',
    units: 'METRIC' as const,
    role: 'MANAGER' as const,
  };
  return {
    accessToken: token,
    expiresAt: token && new Date(Date.now() + 15 * MINUTE).toISOString(),
    account: { id: 'a', email: 'manager@vermont.example', displayName: 'Maren', superAdmin: false },
    customer: token ? customer : undefined,
    mustSetUpSecondFactor: false,
    memberships: [{ customerId, name: customer.name, role: 'MANAGER' }],
  };
}

const ok = (body: unknown) => new Response(JSON.stringify(body), { status: 200 });
const problem = (status: number, slug: string) =>
  new Response(JSON.stringify({ type: `/problems/${slug}`, title: slug, status, detail: `It is ${slug}.` }), {
    status,
  });

describe('a session', () => {
  const send = vi.fn<typeof fetch>();
  let session: Session;

  beforeEach(() => {
    vi.useFakeTimers();
    send.mockReset();
    localStorage.clear();
    session = new Session(send);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const sent = (call: number) => ({
    path: send.mock.calls[call]?.[0],
    body: JSON.parse(String(send.mock.calls[call]?.[1]?.body)) as unknown,
  });

  it('holds the token of a sign-in', async () => {
    send.mockResolvedValue(ok(signIn('one')));
    await session.login('manager@vermont.example', 'secret');
    expect(session.accessToken).toBe('one');
    expect(session.current().phase).toBe('signedIn');
  });

  it('is refused in the language that is spoken', async () => {
    send.mockResolvedValue(problem(401, 'not-authenticated'));
    await expect(session.login('manager@vermont.example', 'wrong')).rejects.toThrow('It is not-authenticated.');
    expect(new Headers(send.mock.calls[0]?.[1]?.headers).get('Accept-Language')).toBe('en');
  });

  it('runs errands before it ends or goes to another company, and not those that are over', async () => {
    send.mockResolvedValue(ok(signIn('one')));
    await session.login('manager@vermont.example', 'secret');
    const tokens: (string | undefined)[] = [];
    const stop = session.beforeLeaving(() => Promise.resolve(tokens.push(session.accessToken)));
    session.beforeLeaving(() => Promise.reject(new Error('of no use')));
    send.mockResolvedValue(ok(signIn('two', 'OTHER2345')));
    await session.switchTo('OTHER2345');
    expect(tokens).toEqual(['one']);
    stop();
    await session.logout();
    expect(tokens).toEqual(['one']);
  });

  it('stays closed while a company must be chosen', async () => {
    send.mockResolvedValue(ok(signIn(undefined)));
    const answer = await session.login('crew@vermont.example', 'secret');
    expect(answer.memberships).toHaveLength(1);
    expect(session.current().phase).toBe('unknown');
  });

  it('says in the words of the server why a sign-in failed', async () => {
    send.mockResolvedValue(problem(401, 'not-authenticated'));
    await expect(session.login('x', 'y')).rejects.toThrow('It is not-authenticated.');
  });

  it('renews once for all who ask at the same time, naming the expected customer', async () => {
    send.mockResolvedValue(ok(signIn('two')));
    await Promise.all([session.refresh('LEGACY001'), session.refresh('LEGACY001'), session.refresh('LEGACY001')]);
    expect(send).toHaveBeenCalledTimes(1);
    expect(sent(0)).toEqual({ path: '/api/auth/refresh', body: { customerId: 'LEGACY001' } });
  });

  it('renews a minute before the token runs out', async () => {
    send.mockImplementation(() => Promise.resolve(ok(signIn('two'))));
    await session.login('manager@vermont.example', 'secret');
    await vi.advanceTimersByTimeAsync(14 * MINUTE - 1);
    expect(send).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent(1).path).toBe('/api/auth/refresh');
  });

  it('does not renew in a loop where the clock of the computer is ahead', async () => {
    send.mockImplementation(() => Promise.resolve(ok({ ...signIn('two'), expiresAt: new Date(0).toISOString() })));
    await session.refresh('LEGACY001');
    await vi.advanceTimersByTimeAsync(29_000);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('is signed out when nothing is left to renew from', async () => {
    send.mockResolvedValue(problem(401, 'not-authenticated'));
    expect((await session.refresh('LEGACY001')).phase).toBe('signedOut');
  });

  it('knows that the browser is signed in to another company', async () => {
    send.mockResolvedValue(problem(409, 'session-of-other-customer'));
    expect((await session.refresh('LEGACY001')).phase).toBe('otherCustomer');
  });

  it('outlives a renewal that did not reach the server, and tries again', async () => {
    send.mockResolvedValueOnce(ok(signIn('one')));
    await session.login('manager@vermont.example', 'secret');
    send.mockRejectedValueOnce(new TypeError('no network'));
    expect((await session.refresh('LEGACY001')).phase).toBe('signedIn');
    send.mockResolvedValueOnce(ok(signIn('two')));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(session.accessToken).toBe('two');
  });

  it('ends here even when the server cannot be told', async () => {
    send.mockResolvedValueOnce(ok(signIn('one')));
    await session.login('manager@vermont.example', 'secret');
    send.mockRejectedValueOnce(new TypeError('no network'));
    await expect(session.logout()).rejects.toThrow('could not be reached');
    expect(session.current().phase).toBe('signedOut');
    expect(session.accessToken).toBeUndefined();
  });

  it('ends here when the server does not answer, and tells it later', async () => {
    send.mockResolvedValueOnce(ok(signIn('one')));
    await session.login('manager@vermont.example', 'secret');
    const patience = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
    send.mockImplementationOnce(
      (_, request) => new Promise((_answer, reject) => request?.signal?.addEventListener('abort', reject)),
    );
    const end = session.logout();
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(2));
    patience.abort();
    await expect(end).rejects.toThrow('could not be reached');
    timeout.mockRestore();
    expect(session.current().phase).toBe('signedOut');
    send.mockResolvedValue(problem(401, 'not-authenticated'));
    await new Session(send).refresh();
    expect(send.mock.calls.slice(2).map(([path]) => path)).toEqual(['/api/auth/logout', '/api/auth/refresh']);
  });

  it('ends on the server even if its token has run out meanwhile', async () => {
    send.mockResolvedValueOnce(ok(signIn('slept')));
    await session.login('manager@vermont.example', 'secret');
    send.mockResolvedValueOnce(problem(401, 'not-authenticated')); // Before anybody looks at the cookie.
    send.mockResolvedValueOnce(new Response(null, { status: 204 }));
    await session.logout();
    const headers = send.mock.calls.slice(1).map(([path, request]) => [path, new Headers(request?.headers).get('Authorization')]);
    expect(headers).toEqual([
      ['/api/auth/logout', 'Bearer slept'],
      ['/api/auth/logout', null],
    ]);
  });

  describe('whose renewal is answered late', () => {
    let answer: (response: Response) => void;

    beforeEach(async () => {
      send.mockResolvedValueOnce(ok(signIn('one')));
      await session.login('manager@vermont.example', 'secret');
      send.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    });

    it('stays ended', async () => {
      const renewal = session.refresh('LEGACY001');
      send.mockResolvedValueOnce(new Response(null, { status: 204 }));
      await session.logout();
      answer(ok(signIn('two')));
      expect((await renewal).phase).toBe('signedOut');
      expect(session.accessToken).toBeUndefined();
      expect(session.remembered()).toBeUndefined();
    });

    it.each([ok(signIn('two')), problem(401, 'not-authenticated')])('stays of who signed in meanwhile', async (late) => {
      const renewal = session.refresh('LEGACY001');
      send.mockResolvedValueOnce(ok(signIn('of another', 'ABCDEFGHJ')));
      await session.login('other@connecticut.example', 'secret');
      answer(late);
      await renewal;
      expect(session.accessToken).toBe('of another');
    });
  });

  describe('of support', () => {
    const support = {
      id: 's1',
      customerId: 'LEGACY001',
      operator: 'root@portal.example',
      reason: 'Route 7 shows no stops',
      write: false,
      expiresAt: '',
    };

    async function enter() {
      send.mockResolvedValueOnce(ok({ account: signIn('x').account, customer: signIn('x').customer, memberships: [] }));
      await session.enter({ ...support, expiresAt: new Date(Date.now() + 30 * MINUTE).toISOString() }, 'grant');
    }

    it('is of the company, by the token of the grant', async () => {
      await enter();
      expect(send.mock.calls[0]?.[0]).toBe('/api/auth/me');
      expect(session.accessToken).toBe('grant');
      expect(session.current()).toMatchObject({ phase: 'signedIn', support: { id: 's1' } });
    });

    it('never goes on as the operator, but is over', async () => {
      await enter();
      await vi.advanceTimersByTimeAsync(20 * MINUTE);
      expect(send).toHaveBeenCalledTimes(1);
      expect((await session.refresh('LEGACY001')).phase).toBe('supportOver');
      expect((await session.refresh()).phase).toBe('supportOver');
      expect(session.accessToken).toBeUndefined();
      expect(send).toHaveBeenCalledTimes(1);
    });

    it('is over when its time is', async () => {
      await enter();
      await vi.advanceTimersByTimeAsync(30 * MINUTE);
      expect(session.current()).toMatchObject({ phase: 'supportOver', support: { reason: support.reason } });
    });

    it('is left for the session of the cookie', async () => {
      await enter();
      send.mockResolvedValueOnce(ok(signIn('own')));
      expect(await session.leave()).toMatchObject({ phase: 'signedIn' });
      expect(sent(1).path).toBe('/api/auth/refresh');
      expect(session.accessToken).toBe('own');
    });
  });

  describe('without network', () => {
    const unreachable = new TypeError('no network');
    const reopened = () => new Session(send);
    const signInAt = async (customerId: string, changes: Partial<SignIn['customer'] & SignIn['account']> = {}) => {
      const as = signIn('one', customerId);
      Object.assign(as.account, changes);
      Object.assign(as.customer!, changes);
      send.mockResolvedValueOnce(ok(as));
      await session.login('crew@vermont.example', 'secret');
    };

    it('opens as who was signed in last, without a token', async () => {
      await signInAt('LEGACY001');
      send.mockRejectedValue(unreachable);
      const later = reopened();
      expect((await later.refresh('LEGACY001')).phase).toBe('offline');
      expect(ownerOf(later.current())).toEqual({ accountId: 'a', customerId: 'LEGACY001' });
      expect(later.accessToken).toBeUndefined();
      expect(JSON.stringify(later.current())).not.toContain('"one"');
      expect(JSON.stringify(localStorage)).not.toContain('"one"');
    });

    it('opens nothing of a company that was not open last', async () => {
      await signInAt('LEGACY001');
      send.mockRejectedValue(unreachable);
      expect((await reopened().refresh('ABCDEFGHJ')).phase).toBe('failed');
    });

    it('opens nothing for readers and operators', async () => {
      await signInAt('LEGACY001', { role: 'VIEWER' });
      send.mockRejectedValue(unreachable);
      expect((await reopened().refresh('LEGACY001')).phase).toBe('failed');
      await signInAt('LEGACY001', { superAdmin: true });
      send.mockRejectedValue(unreachable);
      expect((await reopened().refresh('LEGACY001')).phase).toBe('failed');
    });

    it('opens nothing after the sign-out', async () => {
      await signInAt('LEGACY001');
      send.mockResolvedValueOnce(new Response(null, { status: 204 }));
      await session.logout();
      send.mockRejectedValue(unreachable);
      expect((await reopened().refresh('LEGACY001')).phase).toBe('failed');
    });

    it.each([401, 403, 409])('opens nothing after the server refused with %s', async (status) => {
      await signInAt('LEGACY001');
      send.mockResolvedValueOnce(problem(status, status === 409 ? 'session-of-other-customer' : 'customer-suspended'));
      await session.refresh('LEGACY001');
      send.mockRejectedValue(unreachable);
      expect((await reopened().refresh('LEGACY001')).phase).toBe('failed');
    });

    it('keeps what another tab wrote down of another company', async () => {
      await signInAt('LEGACY001');
      send.mockResolvedValueOnce(ok(signIn('other', 'ABCDEFGHJ')));
      await reopened().login('crew@vermont.example', 'secret');
      send.mockResolvedValueOnce(problem(409, 'session-of-other-customer'));
      await session.refresh('LEGACY001');
      expect(session.remembered()).toEqual({ accountId: 'a', customerId: 'ABCDEFGHJ' });
    });

    it.each([429, 500, 503])('opens too when the server only says %s', async (status) => {
      await signInAt('LEGACY001');
      send.mockResolvedValue(problem(status, 'busy'));
      expect((await reopened().refresh('LEGACY001')).phase).toBe('offline');
    });

    it('comes back by itself', async () => {
      await signInAt('LEGACY001');
      const later = reopened();
      send.mockRejectedValueOnce(unreachable);
      await later.refresh('LEGACY001');
      send.mockResolvedValueOnce(ok(signIn('two')));
      await vi.advanceTimersByTimeAsync(30_000);
      expect(later.accessToken).toBe('two');
    });

    it('gives its token to its owner only', async () => {
      await signInAt('LEGACY001');
      expect(session.tokenOf({ accountId: 'a', customerId: 'LEGACY001' })).toBe('one');
      expect(session.tokenOf({ accountId: 'a', customerId: 'ABCDEFGHJ' })).toBeUndefined();
      expect(session.tokenOf({ accountId: 'b', customerId: 'LEGACY001' })).toBeUndefined();
    });

    it('tells the server of a sign-out that it did not hear of, before it asks for a session again', async () => {
      await signInAt('LEGACY001');
      send.mockRejectedValueOnce(unreachable);
      await expect(session.logout()).rejects.toThrow();
      const later = reopened();
      send.mockRejectedValueOnce(unreachable);
      expect((await later.refresh()).phase).toBe('failed');
      send.mockClear();
      send.mockResolvedValueOnce(new Response(null, { status: 204 }));
      send.mockResolvedValueOnce(problem(401, 'not-authenticated'));
      expect((await later.refresh()).phase).toBe('signedOut');
      expect(send.mock.calls.map(([path]) => path)).toEqual(['/api/auth/logout', '/api/auth/refresh']);
    });
  });
});
