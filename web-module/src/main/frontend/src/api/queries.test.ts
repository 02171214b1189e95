import { expect, it } from 'vitest';
import { fetchAll } from './queries';

it('follows cursors to the end of a list', async () => {
  const items = await fetchAll(
    ({ cursor }) => Promise.resolve(cursor ? { items: [3] } : { items: [1, 2], nextCursor: 'x' }),
    2000,
  );
  expect(items).toEqual([1, 2, 3]);
});

it('stops at its limit', async () => {
  const asked: number[] = [];
  const items = await fetchAll(({ limit }) => {
    asked.push(limit);
    return Promise.resolve({ items: Array.from({ length: limit }, () => 0), nextCursor: 'more' });
  }, 450);
  expect(items).toHaveLength(450);
  expect(asked).toEqual([200, 200, 50]);
});
