import { expect, it } from 'vitest';
import { type Notice, withRead } from './notifications';

const notice = (id: string, readAt?: string) => ({ id, readAt }) as Notice;
const told = { items: [notice('a'), notice('b'), notice('c', '2026-01-01T00:00:00Z')], unread: 2 };

it('reads one', () => {
  const read = withRead(told, notice('a'));
  expect(read.items.map(({ readAt }) => readAt !== undefined)).toEqual([true, false, true]);
  expect(read.unread).toBe(1);
});

it('reads all, and keeps when the others were read', () => {
  const read = withRead(told);
  expect(read.items.every(({ readAt }) => readAt)).toBe(true);
  expect(read.items[2]?.readAt).toBe('2026-01-01T00:00:00Z');
  expect(read.unread).toBe(0);
});

it('counts one that was read no second time', () => {
  expect(withRead(told, notice('c', '2026-01-01T00:00:00Z')).unread).toBe(2);
});
