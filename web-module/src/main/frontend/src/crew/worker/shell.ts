const POLICY = 'Content-Security-Policy';

/** The addresses that the server answers with the portal's one page, see FrontendServlet. */
export function isPageOfPortal(path: string): boolean {
  return path === '/' || /^\/(login|join|forgot|reset|security|c|console)(\/|$)/.test(path);
}

export function isPart(path: string): boolean {
  return path.startsWith('/assets/') || path === '/favicon.svg';
}

/** Whether all that the page begins with is among the parts. */
export function listedIn(parts: readonly string[], html: string): boolean {
  const named = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
  return named.length > 0 && named.every((path) => parts.includes(path));
}

/** Whether a part's name changes with its content, so that what is kept under it from an earlier build is the same. */
export function isHashed(path: string): boolean {
  return /^\/assets\/.+-[\w-]{8}\.(js|css)$/.test(path);
}

/**
 * Has every part in the cache of a build: what an earlier build has kept is copied, and only what is new is fetched.
 *
 * @param kept what an earlier build has kept of a part
 * @throws when a part that is new is not to be had
 */
export async function gather(
  cache: Pick<Cache, 'addAll' | 'put'>,
  parts: readonly string[],
  kept: (part: string) => Promise<Response | undefined>,
): Promise<void> {
  const fresh: string[] = [];
  for (const part of parts) {
    const copy = isHashed(part) ? await kept(part) : undefined;
    if (copy?.ok) await cache.put(part, copy);
    else fresh.push(part);
  }
  await cache.addAll(fresh);
}

/** Of the caches of builds, oldest first, the present one and the one before it. */
export function keptCaches(present: readonly string[], current: string): string[] {
  return [current, ...present.filter((name) => name !== current).slice(-1)];
}

/**
 * A kept answer as the server would have given it now: page and policy name one nonce, and it is another for each load.
 * What was once read from a page is no key to the next one.
 */
export async function freshNonce(kept: Response): Promise<Response> {
  const policy = kept.headers.get(POLICY) ?? '';
  const old = /'nonce-([\w-]+)'/.exec(policy)?.[1];
  if (!old) return kept;
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const headers = new Headers(kept.headers);
  headers.set(POLICY, policy.replaceAll(old, nonce));
  const html = (await kept.text()).replaceAll(old, nonce);
  // What was packed is not any more.
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  return new Response(html, { status: kept.status, headers });
}
