import { expect, it } from 'vitest';
import { changesOf } from './changes';

it('puts what has changed first, and keeps the rest', () => {
  const changes = changesOf({
    before: { name: 'Snow Ltd', status: 'ACTIVE' },
    after: { name: 'Snow Ltd', status: 'SUSPENDED', statusReason: 'unpaid' },
  });
  expect(changes.map(({ field, changed }) => [field, changed])).toEqual([
    ['status', true],
    ['statusReason', true],
    ['name', false],
  ]);
  expect(changes[0]).toMatchObject({ before: 'ACTIVE', after: 'SUSPENDED' });
  expect(changes[1]?.before).toBeUndefined();
});

it('writes what is not text as JSON', () => {
  expect(changesOf({ after: { kinds: ['A'], version: 3 } }).map(({ after }) => after)).toEqual(['["A"]', '3']);
});
