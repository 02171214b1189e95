/**
 * Does something soon after it is asked for, however often it is: not twice at a time, and with a rest that grows with
 * how long it takes, so that a storm's worth of changes does not become a storm of requests.
 */
export function calmly(work: () => Promise<unknown>, rest = 1_500): { ask: () => void; stop: () => void } {
  let busy = false;
  let asked = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = async () => {
    busy = true;
    asked = false;
    const begun = Date.now();
    await work().catch(() => undefined);
    timer = setTimeout(
      () => {
        busy = false;
        if (asked && !stopped) void run();
      },
      Math.max(rest, 2 * (Date.now() - begun)),
    );
  };
  return {
    ask: () => {
      asked = true;
      if (!busy && !stopped) void run();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
