import { expect, it } from 'vitest';
import { Submission } from './submission';

it('repeats its key for the same content, so that a retry creates nothing twice', () => {
  const submission = new Submission();
  expect(submission.headersFor({ name: 'a' })).toEqual(submission.headersFor({ name: 'a' }));
});

it('takes a new key for changed content and after success', () => {
  const submission = new Submission();
  const first = submission.headersFor({ name: 'a' });
  expect(submission.headersFor({ name: 'b' })).not.toEqual(first);
  const second = submission.headersFor({ name: 'b' });
  submission.done();
  expect(submission.headersFor({ name: 'b' })).not.toEqual(second);
});
