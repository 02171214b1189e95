import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { session } from '../api/session';
import type { WorkLog } from '../api/types';
import { TIME_TO_UNDO } from './decisions';
import { useDecisions } from './useDecisions';

const signIn = (id: string, customerId: string) => ({
  accessToken: `token of ${id}`,
  account: { id, email: `${id}@vermont.example`, displayName: id, superAdmin: false },
  customer: { customerId, name: customerId, timeZone: 'America/New_York', locale: 'en-US', role: 'MANAGER' },
  mustSetUpSecondFactor: false,
  memberships: [],
});

const asked: string[] = [];
let holder: ReturnType<typeof signIn>;

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  vi.stubGlobal('fetch', (request: Request | string) => {
    const path = typeof request === 'string' ? request : new URL(request.url).pathname;
    asked.push(path);
    return Promise.resolve(new Response(JSON.stringify(path.startsWith('/api/auth') ? holder : {})));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
);

it.each([
  ['the same person', 'paula', 'LEGACY001', true],
  ['another person of the company', 'quentin', 'LEGACY001', false],
  ['the same person in another company', 'paula', 'ABCDEFGHJ', false],
])('sends a decision after a while as %s: %s in %s', async (_, who, where, sent) => {
  holder = signIn('paula', 'LEGACY001');
  await session.refresh();
  const { result } = renderHook(() => useDecisions(), { wrapper });
  const log = { id: 'log1', version: 1, propertyName: 'Mill' } as WorkLog;
  act(() => result.current.decide({ log, verdict: { kind: 'approve' } }));

  holder = signIn(who, where);
  await act(() => session.refresh());
  await act(() => vi.advanceTimersByTimeAsync(TIME_TO_UNDO));
  expect(asked.includes('/api/work-logs/log1/approve')).toBe(sent);
});
