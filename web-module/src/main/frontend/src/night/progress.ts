import { useEffect, useState } from 'react';
import { authorizedFetch } from '../api/client';
import type { Night } from '../api/types';

/** What the stream of a night tells whenever something has changed. */
export interface NightProgress {
  status: Night['status'];
  counts: Night['counts'];
  percent: number;
  estimatedEnd?: string;
}

/** The data of the events that are whole in a text of server-sent events, and what is left of it. */
export function eventsIn(text: string): { data: string[]; rest: string } {
  const parts = text.split('\n\n');
  const rest = parts.pop() ?? '';
  const data = parts
    .map((event) =>
      event
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).trim())
        .join('\n'),
    )
    .filter(Boolean);
  return { data, rest };
}

/** Follows a night that goes on. Nothing is told while the stream cannot be had: whoever needs it asks meanwhile. */
export function useNightProgress(id: string, running: boolean): NightProgress | undefined {
  const [progress, setProgress] = useState<NightProgress>();
  useEffect(() => {
    if (!running) return;
    const leaving = new AbortController();
    void follow(id, leaving.signal, setProgress)
      .catch(() => undefined)
      .finally(() => setProgress(undefined));
    return () => leaving.abort();
  }, [id, running]);
  return progress;
}

async function follow(id: string, signal: AbortSignal, tell: (progress: NightProgress) => void): Promise<void> {
  const request = new Request(`/api/platform/report-runs/${id}/progress`, {
    headers: { Accept: 'text/event-stream' },
    signal,
  });
  const answer = await authorizedFetch(request);
  if (!answer.ok || !answer.body) return;
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done || signal.aborted) return;
    const { data, rest } = eventsIn(text + value);
    text = rest;
    const last = data.at(-1);
    if (last) tell(JSON.parse(last) as NightProgress);
  }
}
