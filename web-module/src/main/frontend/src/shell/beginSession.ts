import { session } from '../api/session';

/** Asks who is signed in while the parts of the page are loaded still: nothing can be shown before both are there. */
export function beginSession(path: string): void {
  const [, face, customerId] = /^\/(c|console)(?:\/([A-Z0-9]{9}))?(?:\/|$)/.exec(path) ?? [];
  if (face === 'console') void session.refresh();
  else if (customerId) void session.refresh(customerId);
}
