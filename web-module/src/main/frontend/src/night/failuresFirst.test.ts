import { expect, it } from 'vitest';
import type { NightResult } from '../api/types';
import { failuresFirst } from './failuresFirst';

const result = (customerId: string, status: NightResult['status']): NightResult => ({
  customerId,
  customerName: customerId,
  status,
  attempts: 1,
});

it('puts failures before the rest, each customer once', () => {
  const failed = result('C', 'FAILED');
  const page = [result('A', 'COMPLETED'), failed, result('D', 'PENDING')];
  expect(failuresFirst([failed], page).map(({ customerId }) => customerId)).toEqual(['C', 'A', 'D']);
});
