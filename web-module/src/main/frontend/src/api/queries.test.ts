import { onlineManager } from '@tanstack/react-query';
import { afterEach, expect, it } from 'vitest';
import { offline } from './problem';
import { fetchAll, newQueryClient } from './queries';

afterEach(() => onlineManager.setOnline(true));

it('says at once that nothing is saved without network', async () => {
  onlineManager.setOnline(false);
  const queries = newQueryClient();
  const saving = queries
    .getMutationCache()
    .build(queries, { mutationFn: () => Promise.reject(offline()) })
    .execute(undefined);
  await expect(saving).rejects.toThrow('could not be reached');
});

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
