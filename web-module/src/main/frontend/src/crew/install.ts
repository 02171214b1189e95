/** Where the service worker is that opens the portal without network; only a build has one. */
const WORKER = '/sw.js';

/** Makes this device open the portal without network from now on. */
export function installWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Without one, crews work on as long as the page stays open.
  void navigator.serviceWorker.register(WORKER, { updateViaCache: 'none' }).catch(() => undefined);
}
