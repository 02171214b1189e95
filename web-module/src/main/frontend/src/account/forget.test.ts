import { expect, it, vi } from 'vitest';
import type { SessionState } from '../api/session';
import { forgetOnChangeOfOwner } from './forget';

const signedIn = (id: string, customerId: string, accessToken: string) =>
  ({ phase: 'signedIn', signIn: { accessToken, account: { id }, customer: { customerId } } }) as SessionState;

it('forgets what is shown when person or company change, not when a token is renewed', () => {
  let state: SessionState = { phase: 'unknown' };
  let tell: () => void = () => undefined;
  const clear = vi.fn();
  forgetOnChangeOfOwner({ current: () => state, subscribe: (listener) => ((tell = listener), () => true) }, { clear });
  const become = (next: SessionState) => {
    state = next;
    tell();
    const times = clear.mock.calls.length;
    clear.mockClear();
    return times;
  };

  expect(become(signedIn('a', 'ONE', 't1'))).toBe(1);
  expect(become(signedIn('a', 'ONE', 't2'))).toBe(0);
  expect(become(signedIn('a', 'TWO', 't3'))).toBe(1);
  expect(become({ phase: 'signedOut' })).toBe(1);
});
