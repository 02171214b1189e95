import { expect, it } from 'vitest';
import { changesFrom } from './life';

it('offers what the server would do', () => {
  expect(changesFrom('TRIAL')).toEqual(['activate', 'suspend', 'close']);
  expect(changesFrom('ACTIVE')).toEqual(['suspend', 'close']);
  expect(changesFrom('SUSPENDED')).toEqual(['activate', 'close']);
  expect(changesFrom('CLOSED')).toEqual(['reopen']);
});
