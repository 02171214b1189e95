import { expect, it } from 'vitest';
import { EMPTY, missingIn, sentOf, stepOf } from './steps';

const order = { ...EMPTY, name: 'Snow Ltd', plan: 'PRO' };

it('goes back to the step of the first field that is objected to', () => {
  expect(stepOf(['displayName', 'timeZone'])).toBe(0);
  expect(stepOf(['email'])).toBe(2);
  expect(stepOf(['somethingElse'])).toBeUndefined();
});

it('asks for what no template decides', () => {
  expect(missingIn(EMPTY, 0)).toEqual(['name', 'plan']);
  expect(missingIn(order, 0)).toEqual([]);
  expect(missingIn(order, 1)).toEqual(['timeZone', 'locale', 'currency']);
  expect(missingIn({ ...order, template: 't' }, 1)).toEqual([]);
  expect(missingIn({ ...order, email: 'a@b.example' }, 2)).toEqual(['displayName']);
});

it('leaves out what was left empty', () => {
  const sent = sentOf({ ...order, template: 't', email: ' a@b.example ', displayName: 'Ann' });
  expect(JSON.parse(JSON.stringify(sent))).toEqual({
    name: 'Snow Ltd',
    plan: 'PRO',
    template: 't',
    admin: { email: 'a@b.example', displayName: 'Ann' },
  });
});
