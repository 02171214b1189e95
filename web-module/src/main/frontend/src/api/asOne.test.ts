import { describe, expect, it } from 'vitest';
import { asOne } from './asOne';
import type { SessionState } from './session';
import type { SignIn } from './types';

const at = (customerId: string): SessionState => ({
  phase: 'signedIn',
  signIn: { account: { id: 'maren' }, customer: { customerId } } as SignIn,
});

describe('what many requests bring', () => {
  it('is taken if all were sent for one company', async () => {
    const whose = { current: () => at('ONE'), subscribe: () => () => undefined };
    expect(await asOne(() => Promise.resolve('stops'), whose)).toBe('stops');
  });

  it('is not taken if another company was open in between, though the first is again', async () => {
    let state = at('ONE');
    const listeners = new Set<() => void>();
    const whose = {
      current: () => state,
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    };
    const become = (next: SessionState) => {
      state = next;
      listeners.forEach((listener) => listener());
    };
    const loaded = asOne(() => {
      become(at('TWO'));
      become(at('ONE'));
      return Promise.resolve('stops');
    }, whose);
    await expect(loaded).rejects.toThrow('was left');
    expect(listeners.size).toBe(0);
  });
});
