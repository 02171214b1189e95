import { client, unwrap } from '../api/client';
import { session, type Support } from '../api/session';
import { forgetSupport, keepSupport, type KeptSupport, keptSupport } from './keptSupport';

export interface SupportWish {
  reason: string;
  minutes: number;
  write: boolean;
}

/** Asks for an access, and makes this tab the company's. */
export async function startSupport(customerId: string, body: SupportWish): Promise<void> {
  const grant = await unwrap(
    client.POST('/platform/customers/{customerId}/support-access', { params: { path: { customerId } }, body }),
  );
  const { id, operator, reason, write, expiresAt } = grant.access;
  await session.enter({ id, customerId, operator, reason, write, expiresAt } satisfies Support, grant.accessToken);
  keepSupport({ customerId, id });
}

/** Becomes the operator again, who goes back meanwhile, and ends the access. */
export async function leaveSupport({ customerId, id }: KeptSupport, goBack: () => void): Promise<void> {
  await session.runErrands();
  const renewing = session.leave();
  goBack();
  const state = await renewing;
  if (state.phase === 'signedIn') await end(customerId, id);
}

async function end(customerId: string, id: string): Promise<void> {
  forgetSupport();
  await unwrap(
    client.DELETE('/platform/customers/{customerId}/support-access/{id}', { params: { path: { customerId, id } } }),
  );
}

/** Ends the access whose token this tab has lost, if it had one in the company. */
export async function endLost(customerId: string): Promise<void> {
  const kept = keptSupport();
  if (kept?.customerId === customerId) await end(customerId, kept.id);
}
