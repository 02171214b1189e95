import { type ComponentType, lazy } from 'react';
import { idle } from './idle';

/** A part of the page that nobody needs at once: it is loaded when the browser has done what comes first. */
export function whenIdle<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    await idle();
    return { default: await load() };
  });
}
