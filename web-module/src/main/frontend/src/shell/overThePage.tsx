import { lazy, Suspense, useSyncExternalStore } from 'react';

type Shown = typeof import('./Overlays');
type Task = (shown: Shown) => void;

let shown: Shown | undefined;
let wanted = false;
const waiting: Task[] = [];
const listeners = new Set<() => void>();

const Overlays = lazy(async () => {
  const loaded = await import('./Overlays');
  const onShown = () => {
    shown = loaded;
    waiting.splice(0).forEach((task) => task(loaded));
  };
  return { default: () => <loaded.Overlays onShown={onShown} /> };
});

/** Asks or tells something over the page. What that needs is loaded when the first is there to be shown. */
export function overThePage(task: Task): void {
  if (shown) return task(shown);
  waiting.push(task);
  wanted = true;
  listeners.forEach((listener) => listener());
}

/** What lies over the page belongs to none of its parts, and stays when these go; whoever comes next finds none of it. */
export const allOverThePage = {
  clear: () => {
    waiting.length = 0;
    shown?.clear();
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function OverlaysWhenWanted() {
  const show = useSyncExternalStore(subscribe, () => wanted);
  return show ? (
    <Suspense>
      <Overlays />
    </Suspense>
  ) : null;
}
