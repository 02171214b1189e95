import type { SignIn } from './types';

/** What a browser remembers of sessions beyond the refresh cookie, so that crews can open the portal without network. */
export interface LastSignIn {
  /** Who was signed in last at a company, without any token. */
  read(): SignIn | undefined;
  write(signIn: SignIn): void;
  forget(): void;
  /** Whether somebody signed out whom the server could not be told of. */
  signOutIsOwed(): boolean;
  oweSignOut(owed: boolean): void;
}

const WHO = 'portal.lastSignIn';
const OWED = 'portal.signOutIsOwed';

/** Operators and readers have no work outdoors: nothing of theirs is remembered. */
export function isRemembered({ account, customer }: SignIn): boolean {
  return !account.superAdmin && customer !== undefined && customer.role !== 'VIEWER';
}

export class BrowsersMemory implements LastSignIn {
  read(): SignIn | undefined {
    const text = localStorage.getItem(WHO);
    return text === null ? undefined : (JSON.parse(text) as SignIn);
  }

  write({ account, customer, memberships, mustSetUpSecondFactor }: SignIn): void {
    keep(WHO, JSON.stringify({ account, customer, memberships, mustSetUpSecondFactor }));
  }

  forget(): void {
    localStorage.removeItem(WHO);
  }

  signOutIsOwed(): boolean {
    return localStorage.getItem(OWED) !== null;
  }

  oweSignOut(owed: boolean): void {
    if (owed) keep(OWED, 'yes');
    else localStorage.removeItem(OWED);
  }
}

function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // A browser that keeps nothing: without network it opens nothing.
  }
}
