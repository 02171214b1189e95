import type { components, paths } from './schema';

/** The one place that names schemas of the generated contract. */
type Schemas = components['schemas'];

/** The contract's paths without their common `/api`, which is the client's base address. */
export type Paths = { [P in keyof paths as P extends `/api${infer Rest}` ? Rest : P]: paths[P] };

export type SignIn = Schemas['SignIn'];
export type SignedInCustomer = NonNullable<SignIn['customer']>;
export type Membership = SignIn['memberships'][number];
export type Role = Membership['role'];

export type Property = Schemas['Property'];
export type PropertyWrite = Omit<Property, 'id' | 'version' | 'createdAt' | 'updatedAt'>;
export type PropertyStatus = Property['status'];
export type PropertyKind = Property['kind'];
export type PropertyImport = Schemas['PropertyImport'];

export type Route = Schemas['Route'];
export type RouteStop = Route['stops'][number];
export type RouteSummary = Schemas['RouteSummary'];
export type Member = Schemas['Member'];

export type WinterEvent = Schemas['WinterEvent'];
export type WinterEventKind = WinterEvent['kind'];
export type WinterEventStatus = WinterEvent['status'];

export type ReportRun = Schemas['ReportRun'];
export type ReportFile = ReportRun['files'][number];

export type Customer = Schemas['Customer'];
export type CustomerStatus = Customer['status'];
export type Night = Schemas['Night'];
export type NightResult = Schemas['NightResult'];
export type NightResultStatus = NightResult['status'];

/** What every list of the API answers. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
  total?: number;
}
