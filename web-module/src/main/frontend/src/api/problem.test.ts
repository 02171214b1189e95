import { expect, it } from 'vitest';
import { isPassing, offline, problemFrom } from './problem';

it('speaks in the words of the problem detail', () => {
  const problem = problemFrom(400, {
    type: '/problems/validation-failed',
    title: 'Bad request',
    detail: 'Some fields need attention.',
    errors: [{ field: 'name', message: 'Give it a name.' }],
  });
  expect(problem.slug).toBe('validation-failed');
  expect(problem.message).toBe('Some fields need attention.');
  expect(problem.errors).toEqual([{ field: 'name', message: 'Give it a name.' }]);
});

it('has words for an answer that is no problem detail', () => {
  expect(problemFrom(502, '<html>').message).toBe('The server answered with status 502.');
});

it('takes only failures of the way or the server for passing', () => {
  expect(isPassing(offline())).toBe(true);
  expect(isPassing(problemFrom(503, undefined))).toBe(true);
  expect(isPassing(problemFrom(404, undefined))).toBe(false);
});
