import createClient from 'openapi-fetch';
import { inOurLanguage } from '../words/language';
import { offline, problemFrom } from './problem';
import { ownerKeyOf, ownerOf, session } from './session';
import type { Paths } from './types';

/**
 * Sends with the current token; when that has run out, renews it once and sends again. What was meant for one company,
 * or by one person, is not sent again as another's.
 */
export async function authorizedFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const owner = ownerKeyOf(session.current());
  const first = await sendWithToken(request);
  if (first.status !== 401) return first;
  const renewed = await session.refresh(ownerOf(session.current())?.customerId);
  return renewed.phase === 'signedIn' && ownerKeyOf(renewed) === owner ? sendWithToken(again) : first;
}

async function sendWithToken(request: Request): Promise<Response> {
  if (session.accessToken) request.headers.set('Authorization', `Bearer ${session.accessToken}`);
  Object.entries(inOurLanguage()).forEach(([name, value]) => request.headers.set(name, value));
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw offline();
  }
}

export const client = createClient<Paths>({ baseUrl: '/api', fetch: authorizedFetch });

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The answer's data, or its problem thrown. */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) {
    const problem = problemFrom(response.status, error);
    if (problem.slug === 'customer-suspended') leave();
    throw problem;
  }
  return data as T;
}

/** Nobody may work in the company any more: the session says so in the place of every screen. */
function leave(): void {
  const current = session.current();
  if (current.phase === 'signedIn') void session.refresh(current.signIn.customer?.customerId);
}

/** The header that makes a change conditional on the version that was read. */
export function ifMatch(version: number): Record<string, string> {
  return { 'If-Match': `"${version}"` };
}
