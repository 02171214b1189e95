import { expect, it } from 'vitest';
import { stateOf } from './apiKeys';

const expiresAt = '2026-06-01T00:00:00Z';
const at = (iso: string) => Date.parse(iso);

it('is good until it ends, unless it was revoked', () => {
  expect(stateOf({ expiresAt }, at('2026-05-31T23:59:59Z'))).toBe('good');
  expect(stateOf({ expiresAt }, at(expiresAt))).toBe('expired');
  expect(stateOf({ expiresAt, revokedAt: '2026-01-01T00:00:00Z' }, at('2026-02-01T00:00:00Z'))).toBe('revoked');
});
