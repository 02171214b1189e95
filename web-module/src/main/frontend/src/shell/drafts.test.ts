import { beforeEach, expect, it } from 'vitest';
import { Drafts, dropDraftsExceptOf } from './drafts';

const draft = { base: { name: '' }, values: { name: 'Mill' } };

beforeEach(() => sessionStorage.clear());

it('drafts are of one person in one company, and of one place', () => {
  new Drafts('ann ONE').keep('/sites/1', draft);
  expect(new Drafts('ann ONE').of('/sites/1')).toEqual(draft);
  expect(new Drafts('ann ONE').of('/sites/2')).toBeUndefined();
  expect(new Drafts('ann TWO').of('/sites/1')).toBeUndefined();
  expect(new Drafts('bob ONE').of('/sites/1')).toBeUndefined();
});

it('nobody else finds them in the tab', () => {
  new Drafts('ann ONE').keep('/sites/1', draft);
  new Drafts('ann TWO').keep('/sites/1', draft);
  sessionStorage.setItem('something else', 'stays');
  dropDraftsExceptOf('ann TWO');
  expect(new Drafts('ann ONE').of('/sites/1')).toBeUndefined();
  expect(new Drafts('ann TWO').of('/sites/1')).toEqual(draft);
  dropDraftsExceptOf('');
  expect(Object.keys(sessionStorage)).toEqual(['something else']);
});
