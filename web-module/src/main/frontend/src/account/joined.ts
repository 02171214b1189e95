const KEY = 'portal.joined';

/** Who joined by a link that was not mailed has an account that is good in that company only, and signs in there. */
export function rememberJoined(customerId: string): void {
  try {
    localStorage.setItem(KEY, customerId);
  } catch {
    // A browser that keeps nothing: the company's own address will do.
  }
}

/** The company that this browser joined last, if any. */
export function joinedCompany(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
