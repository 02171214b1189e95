import { beforeEach, describe, expect, it, vi } from 'vitest';
import { freshNonce, gather, isPageOfPortal, isPart, keptCaches, listedIn } from './shell';

describe('the service worker', () => {
  it.each(['/', '/login', '/join', '/c/LEGACY001/crew', '/console', '/console/nights'])('opens %s', (path) => {
    expect(isPageOfPortal(path)).toBe(true);
  });

  it.each(['/api/me/routes', '/api/files/ticket', '/api', '/health/ready', '/metrics', '/openapi', '/api-docs/', '/cx'])(
    'lets %s pass by',
    (path) => {
      expect(isPageOfPortal(path)).toBe(false);
      expect(isPart(path)).toBe(false);
    },
  );

  it('keeps a page of its own build only', () => {
    const page = '<script type="module" src="/assets/index-a.js"></script><link href="/assets/index-a.css">';
    expect(listedIn(['/assets/index-a.js', '/assets/index-a.css', '/assets/x.js'], page)).toBe(true);
    expect(listedIn(['/assets/index-b.js', '/assets/index-a.css'], page)).toBe(false);
    expect(listedIn(['/assets/index-a.js'], 'a problem')).toBe(false);
  });

  it('gives page and policy one nonce, another for each load', async () => {
    const kept = () =>
      new Response('<meta property="csp-nonce" nonce="old_-1"><script nonce="old_-1" src="/assets/a.js"></script>', {
        headers: {
          'Content-Security-Policy': "default-src 'none'; script-src 'nonce-old_-1'; style-src 'nonce-old_-1'",
          'Content-Type': 'text/html',
          'Cross-Origin-Opener-Policy': 'same-origin',
        },
      });
    const nonceOf = async (answer: Response) => {
      const policy = answer.headers.get('Content-Security-Policy') ?? '';
      const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
      const html = await answer.text();
      expect(policy).toBe(`default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`);
      expect([...html.matchAll(/nonce="([^"]+)"/g)].map(([, each]) => each)).toEqual([nonce, nonce]);
      return nonce;
    };
    const [one, two] = [await freshNonce(kept()), await freshNonce(kept())];
    expect(one.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    const nonces = [await nonceOf(one), await nonceOf(two)];
    expect(new Set([...nonces, 'old_-1']).size).toBe(3);
  });

  describe('of a new build', () => {
    const same = '/assets/react-BxY_12-a.js';
    const changed = '/assets/index-NEW00000.js';
    const icon = '/favicon.svg';
    const cached = new Map<string, Response>();
    const cache = {
      put: (part: RequestInfo | URL, answer: Response) => Promise.resolve(void cached.set(part as string, answer)),
      addAll: vi.fn((parts: Iterable<RequestInfo>) =>
        Promise.resolve([...parts].forEach((part) => cached.set(part as string, new Response('fetched')))),
      ),
    };
    const textOf = (part: string) => cached.get(part)?.text();

    beforeEach(() => {
      cached.clear();
      cache.addAll.mockClear();
    });

    it('fetches what is new, and copies what the build before has kept', async () => {
      const before = new Map([same, '/assets/index-OLD00000.js', icon].map((part) => [part, new Response('kept')]));
      await gather(cache, [same, changed, icon], (part) => Promise.resolve(before.get(part)));
      expect(cache.addAll).toHaveBeenCalledExactlyOnceWith([changed, icon]); // The icon's name stays when it changes.
      expect([...cached.keys()].sort()).toEqual([changed, same, icon].sort());
      expect([await textOf(same), await textOf(changed), await textOf(icon)]).toEqual(['kept', 'fetched', 'fetched']);
    });

    it('fetches everything where nothing good was kept', async () => {
      const error = () => Promise.resolve(new Response('gone', { status: 404 }));
      await gather(cache, [same, changed], error);
      expect(cache.addAll).toHaveBeenCalledExactlyOnceWith([same, changed]);
    });

    it('is not complete without what is new', async () => {
      cache.addAll.mockRejectedValueOnce(new Error('no network'));
      await expect(gather(cache, [changed], () => Promise.resolve(undefined))).rejects.toThrow('no network');
    });
  });

  it('keeps the parts of the build before for pages that are open still', () => {
    expect(keptCaches(['1', '2', '3'], '3')).toEqual(['3', '2']);
    expect(keptCaches(['1'], '1')).toEqual(['1']);
  });
});
