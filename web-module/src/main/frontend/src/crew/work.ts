import { client, unwrap } from '../api/client';
import { fetchAll } from '../api/queries';
import type { CheckIn, Property, Role, Route, WinterEvent, WorkLog } from '../api/types';

/** What a crew has to know on the way: the active events, what is assigned, and what the person has done so far. */
export interface WorkAtHand {
  /** When it was asked for; ISO 8601. */
  asOf: string;
  events: WinterEvent[];
  routes: Route[];
  properties: Property[];
  /** Logs of the person for the active events, of any status. */
  logs: WorkLog[];
  checkIns: CheckIn[];
}

const MOST_PROPERTIES = 2000;
const MOST_ROUTES = 200;
const MOST_LOGS = 1000;

/** The work at hand of who is signed in. */
export async function loadWork(role: Role): Promise<WorkAtHand> {
  const asOf = new Date().toISOString();
  const [events, routes, properties] = await Promise.all([
    fetchAll<WinterEvent>(
      (page) => unwrap(client.GET('/winter-events', { params: { query: { ...page, status: 'ACTIVE' } } })),
      20,
    ),
    fetchAll<Route>((page) => unwrap(client.GET('/me/routes', { params: { query: page } })), MOST_ROUTES),
    fetchAll<Property>((page) => unwrap(client.GET('/me/properties', { params: { query: page } })), MOST_PROPERTIES),
  ]);
  // Contractors are shown their own in any case; of the others only those who drive a route are known.
  const member = role === 'CONTRACTOR' ? undefined : routes[0]?.memberId;
  const isKnown = role === 'CONTRACTOR' || member !== undefined;
  const done = isKnown ? await Promise.all(events.map((event) => loadDone(event.id, member))) : [];
  return {
    asOf,
    events,
    routes,
    properties,
    logs: done.flatMap((each) => each.logs),
    checkIns: done.flatMap((each) => each.checkIns),
  };
}

async function loadDone(event: string, member: string | undefined): Promise<Pick<WorkAtHand, 'logs' | 'checkIns'>> {
  const [logs, checkIns] = await Promise.all([
    fetchAll<WorkLog>(
      (page) => unwrap(client.GET('/work-logs', { params: { query: { ...page, event, member } } })),
      MOST_LOGS,
    ),
    fetchAll<CheckIn>(
      (page) =>
        unwrap(
          client.GET('/winter-events/{id}/check-ins', { params: { path: { id: event }, query: { ...page, member } } }),
        ),
      MOST_LOGS,
    ),
  ]);
  return { logs, checkIns };
}
