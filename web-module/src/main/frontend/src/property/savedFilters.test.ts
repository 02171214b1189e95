import { expect, it } from 'vitest';
import { withFilter, withoutFilter, worthKeeping } from './savedFilters';

const paused = { name: 'Paused', search: 'status=PAUSED' };
const all = { name: 'All of Barre', search: 'q=Barre' };

it('keeps filters in the order of their names, each name once', () => {
  expect(withFilter([paused], all)).toEqual([all, paused]);
  expect(withFilter([all, paused], { name: 'Paused', search: 'q=x' })).toEqual([all, { name: 'Paused', search: 'q=x' }]);
  expect(withoutFilter([all, paused], 'Paused')).toEqual([all]);
});

it('keeps what is filtered and how it is sorted, in whatever order it was chosen', () => {
  expect(worthKeeping(new URLSearchParams('status=PAUSED&box=1,2,3,4&view=map&q=Elm'))).toBe('q=Elm&status=PAUSED');
});
