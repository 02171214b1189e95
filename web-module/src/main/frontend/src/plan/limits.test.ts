import { expect, it } from 'vitest';
import type { Plan } from '../api/types';
import { narrowed, sent, typed } from './limits';

const pro: Plan = { code: 'PRO', maxMembers: 50, maxStorageBytes: 5_500_000_000, version: 3 };

it('types storage in gigabytes, and no limit as nothing', () => {
  expect(typed(pro)).toMatchObject({ maxMembers: 50, maxStorageBytes: 5.5, maxProperties: '' });
  expect(sent(typed(pro))).toEqual({ maxMembers: 50, maxStorageBytes: 5_500_000_000 });
});

it('knows what becomes narrower', () => {
  expect(narrowed(pro, typed(pro))).toEqual([]);
  expect(narrowed(pro, { ...typed(pro), maxMembers: 10, maxProperties: 100 })).toEqual(['maxMembers', 'maxProperties']);
  expect(narrowed(pro, { ...typed(pro), maxMembers: '' })).toEqual([]);
});
