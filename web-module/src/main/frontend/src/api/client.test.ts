import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { authorizedFetch } from './client';
import { session } from './session';

const signIn = (account: string, customerId: string | undefined, accessToken: string) => ({
  accessToken,
  account: { id: account },
  customer: customerId && { customerId },
  memberships: [],
});

/** A server to which one token only is good, and which renews a session as it is told. */
class Server {
  good = 't1';
  first: object = signIn('ann', 'ONE', 't1');
  renewed: object = {};
  readonly tokens: (string | null)[] = [];
  readonly languages: (string | null)[] = [];

  readonly fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const address = input instanceof Request ? input.url : String(input);
    if (address.endsWith('/auth/login')) return Response.json(this.first);
    if (address.endsWith('/auth/refresh')) return Response.json(this.renewed);
    const token = (input as Request).headers.get('Authorization');
    this.tokens.push(token);
    this.languages.push((input as Request).headers.get('Accept-Language'));
    return new Response(null, { status: token === `Bearer ${this.good}` ? 200 : 401 });
  };
}

describe('a request whose token has run out', () => {
  let server: Server;
  const ask = () => authorizedFetch(new Request('http://localhost/api/properties', { method: 'POST', body: 'x' }));

  beforeEach(async () => {
    server = new Server();
    vi.stubGlobal('fetch', server.fetch);
    await session.login('ann@portal.example', 'secret');
    server.good = 't2';
  });

  afterEach(async () => {
    vi.unstubAllGlobals();
    await i18next.changeLanguage('en');
  });

  it('is sent again with the renewed one', async () => {
    server.renewed = signIn('ann', 'ONE', 't2');
    expect((await ask()).status).toBe(200);
    expect(server.tokens).toEqual(['Bearer t1', 'Bearer t2']);
  });

  it('asks for answers in the language that is spoken, which may have changed', async () => {
    server.good = 't1';
    await ask();
    await i18next.changeLanguage('fr');
    await ask();
    expect(server.languages).toEqual(['en', 'fr']);
  });

  it.each([
    ['another person', signIn('bob', 'ONE', 't2')],
    ['another company', signIn('ann', 'TWO', 't2')],
  ])('is never sent as that of %s, who signed in meanwhile', async (_, renewed) => {
    server.renewed = renewed;
    expect((await ask()).status).toBe(401);
    expect(server.tokens).toEqual(['Bearer t1']);
  });

  it('is never sent as that of another operator', async () => {
    server.first = signIn('root', undefined, 't1');
    server.renewed = signIn('other', undefined, 't2');
    await session.login('root@portal.example', 'secret');
    expect((await ask()).status).toBe(401);
    expect(server.tokens).toEqual(['Bearer t1']);
  });
});
