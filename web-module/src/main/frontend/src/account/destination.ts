import type { SignIn } from '../api/types';

/** Where someone belongs who asked for nothing in particular. */
export function homeOf(signIn: SignIn): string {
  if (!signIn.customer) return '/console';
  const { customerId, role } = signIn.customer;
  return role === 'CONTRACTOR' ? `/c/${customerId}/crew` : `/c/${customerId}`;
}

/** The customer that an address of this application names. */
export function customerOf(path: string): string | undefined {
  return /^\/c\/([^/?#]+)/.exec(path)?.[1];
}

/** Where to go after signing in: what was asked for, if it is ours and theirs; else home. */
export function destinationOf(signIn: SignIn, next: string | null): string {
  const ours = next !== null && /^\/(c|console)(\/|$)/.test(next);
  const theirs = ours && customerOf(next) === signIn.customer?.customerId;
  return theirs ? next : homeOf(signIn);
}
