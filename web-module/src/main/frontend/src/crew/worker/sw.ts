/// <reference lib="webworker" />
import { freshNonce, gather, isPageOfPortal, isPart, keptCaches, listedIn } from './shell';

declare const self: ServiceWorkerGlobalScope;

/** The parts of this build; the build writes them in, see vite.config.ts. */
const PARTS = [...(JSON.parse('PORTAL-PARTS') as string[]), '/favicon.svg'];
const BUILD = 'PORTAL-BUILD';

const PREFIX = 'portal-parts-';
const CACHE = PREFIX + BUILD;
/** Any address of the portal has this page; this one asks for nobody's data. */
const PAGE = '/login';
/** How long the network may take before the page that is there is good enough, in milliseconds. */
const PATIENCE = 4000;

/*
 * Opens the portal where there is no network. It keeps what everybody may have: the page and its parts. What the API
 * answers passes by: not a byte of any company is kept here.
 */
self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && isPageOfPortal(url.pathname)) event.respondWith(page(request));
  else if (isPart(url.pathname)) event.respondWith(part(request));
});

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  await gather(cache, PARTS, keptPart);
  const answer = await fetch(PAGE, { cache: 'no-store' });
  // While servers are renewed one by one, the page may come from another build than this worker.
  if (!answer.ok || !listedIn(PARTS, await answer.clone().text())) throw new Error('The page is of another build.');
  await cache.put(PAGE, answer);
  await self.skipWaiting();
}

/** Pages of the build before are open still, and may yet need its parts. */
async function activate(): Promise<void> {
  const present = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const kept = keptCaches(present, CACHE);
  await Promise.all(present.filter((name) => !kept.includes(name)).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function page(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (answer.status < 500) return answer;
    return (await keptPage()) ?? answer;
  } catch (error) {
    const kept = await keptPage();
    if (kept) return kept;
    throw error;
  }
}

/** The page that is kept, with a nonce that no earlier load has had. */
async function keptPage(): Promise<Response | undefined> {
  const kept = await (await caches.open(CACHE)).match(PAGE);
  return kept && freshNonce(kept);
}

function keptPart(part: Request | string): Promise<Response | undefined> {
  return caches.match(part, { ignoreVary: true });
}

/** The names of parts change with their content: one that is there is right. */
async function part(request: Request): Promise<Response> {
  const kept = await keptPart(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone());
  return answer;
}
