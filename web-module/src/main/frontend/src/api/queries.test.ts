import { onlineManager } from '@tanstack/react-query';
import { afterEach, expect, it } from 'vitest';
import { offline } from './problem';
import { newQueryClient } from './queries';

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
