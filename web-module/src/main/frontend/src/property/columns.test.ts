import { expect, it } from 'vitest';
import { inOrder, toggled } from './columns';

it('keeps the order of the table, however the columns were chosen', () => {
  expect(toggled(['status'], 'kind')).toEqual(['kind', 'status']);
  expect(toggled(['kind', 'status'], 'kind')).toEqual(['status']);
});

it('passes over columns that there are no more', () => {
  expect(inOrder(['createdAt', 'formerly', 'kind'])).toEqual(['kind', 'createdAt']);
});
