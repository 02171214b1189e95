import { type ComponentType, lazy } from 'react';

const idle = () =>
  new Promise<void>((resolve) => {
    // Safari has no such callback.
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 1000 });
    else setTimeout(resolve, 200);
  });

/** A part of the page that nobody needs at once: it is loaded when the browser has done what comes first. */
export function whenIdle<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    await idle();
    return { default: await load() };
  });
}
