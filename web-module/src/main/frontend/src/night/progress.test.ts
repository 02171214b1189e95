import { expect, it } from 'vitest';
import { eventsIn } from './progress';

it('reads events as they come, in whatever pieces', () => {
  const first = eventsIn(': beat\n\nretry: 3000\nevent: progress\ndata: {"percent":10}\n\nevent: progr');
  expect(first).toEqual({ data: ['{"percent":10}'], rest: 'event: progr' });
  const second = eventsIn(`${first.rest}ess\ndata: {"percent":20}\n\n`);
  expect(second).toEqual({ data: ['{"percent":20}'], rest: '' });
});
