import { useSyncExternalStore } from 'react';
import { session, type SessionState, type Support } from '../api/session';
import type { SignedInCustomer, SignIn } from '../api/types';

export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.current);
}

/** Who is signed in, or was last while the server cannot be asked; only for what is shown behind a gate. */
export function useSignIn(): SignIn {
  const state = useSession();
  if (state.phase !== 'signedIn' && state.phase !== 'offline') throw new Error('Nobody is signed in.');
  return state.signIn;
}

/** The support access by which the company is open, if it is. */
export function useSupport(): Support | undefined {
  const state = useSession();
  return state.phase === 'signedIn' ? state.support : undefined;
}

/** The company that is open; only for what is shown behind the customer's gate. */
export function useCustomer(): SignedInCustomer {
  const { customer } = useSignIn();
  if (!customer) throw new Error('No company is open.');
  return customer;
}
