import { expect, it } from 'vitest';
import type { Support } from '../api/session';
import { forgetSupport, keepSupport, keptSupport } from './keptSupport';

it('keeps which access it is, and nothing else of it', () => {
  const support: Support = {
    id: 's1',
    customerId: 'LEGACY001',
    operator: 'root@portal.example',
    reason: 'why',
    write: true,
    expiresAt: '2026-01-01T00:00:00Z',
  };
  keepSupport({ ...support, ...{ accessToken: 'secret' } });
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('secret');
  expect(keptSupport()).toEqual({ id: 's1', customerId: 'LEGACY001' });
  forgetSupport();
  expect(keptSupport()).toBeUndefined();
});
