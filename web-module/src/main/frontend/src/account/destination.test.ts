import { expect, it } from 'vitest';
import type { SignIn } from '../api/types';
import { customerOf, destinationOf, homeOf } from './destination';

const account = { id: 'a', email: 'a@b.example', displayName: 'A', superAdmin: false };
const manager = { account, customer: { customerId: 'LEGACY001', role: 'MANAGER' }, memberships: [], mustSetUpSecondFactor: false } as unknown as SignIn;
const crew = { ...manager, customer: { ...manager.customer, role: 'CONTRACTOR' } } as SignIn;
const root = { account: { ...account, superAdmin: true }, memberships: [], mustSetUpSecondFactor: false } as SignIn;

it('sends people home to their company, super administrators to the console', () => {
  expect(homeOf(manager)).toBe('/c/LEGACY001');
  expect(homeOf(crew)).toBe('/c/LEGACY001/crew');
  expect(homeOf(root)).toBe('/console');
});

it('returns to the address that was asked for', () => {
  expect(destinationOf(manager, '/c/LEGACY001/routes/1?q=x')).toBe('/c/LEGACY001/routes/1?q=x');
  expect(destinationOf(root, '/console/nights')).toBe('/console/nights');
});

it('goes home from an address of another company, of the console, or of another site', () => {
  for (const next of ['/c/OTHER2345/routes', '/console/nights', '//evil.example', 'https://evil.example', null]) {
    expect(destinationOf(manager, next)).toBe('/c/LEGACY001');
  }
});

it('reads the customer from an address', () => {
  expect(customerOf('/c/LEGACY001/properties?q=1')).toBe('LEGACY001');
  expect(customerOf('/console')).toBeUndefined();
});
