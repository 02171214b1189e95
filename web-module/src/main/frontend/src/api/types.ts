import type { paths } from './schema';

/** The server leaves out what is not known; it never writes null, which the contract would allow. */
type WithoutNull<T> = T extends object ? { [K in keyof T]: WithoutNull<Exclude<T[K], null>> } : T;

/** The contract's paths without their common `/api`, which is the client's base address. */
export type Paths = { [P in keyof paths as P extends `/api${infer Rest}` ? Rest : P]: WithoutNull<paths[P]> };

/**
 * The one place that says which operation answers what; the names of schemas stay the server's business.
 */
export type Answer<Operation> = Operation extends { responses: { 200: { content: infer Content } } }
  ? Content[keyof Content]
  : never;
/** What an operation is sent. */
type Sent<Operation> = Operation extends { requestBody?: { content: { 'application/json': infer Content } } }
  ? Content
  : never;
export type Item<Operation> = Answer<Operation> extends { items: (infer Each)[] } ? Each : never;

export type SignIn = Answer<Paths['/auth/login']['post']>;
export type SignedInCustomer = NonNullable<SignIn['customer']>;
export type Membership = SignIn['memberships'][number];
export type Invitation = Answer<Paths['/invitations/{token}']['get']>;
export type Role = Membership['role'];

export type Property = Answer<Paths['/properties/{id}']['get']>;
export type PropertyWrite = Omit<Property, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'deletedAt'>;
export type PropertyStatus = Property['status'];
export type PropertyKind = Property['kind'];
export type PropertyImport = Answer<Paths['/properties/imports/{id}']['get']>;

export type Route = Answer<Paths['/routes/{id}']['get']>;
export type RouteStop = Route['stops'][number];
export type RouteSummary = Item<Paths['/routes']['get']>;
export type Member = Item<Paths['/members']['get']>;

export type WinterEvent = Answer<Paths['/winter-events/{id}']['get']>;
export type WinterEventKind = WinterEvent['kind'];
export type WinterEventStatus = WinterEvent['status'];

export type WorkLog = Item<Paths['/work-logs']['get']>;
export type WorkLogStatus = WorkLog['status'];
export type Work = WorkLog['work'];
export type MaterialUnit = NonNullable<WorkLog['materialUnit']>;
export type WorkLogContents = Pick<
  WorkLog,
  | 'work'
  | 'equipment'
  | 'startedAt'
  | 'endedAt'
  | 'depthCm'
  | 'material'
  | 'materialQuantity'
  | 'materialUnit'
  | 'passes'
  | 'notes'
>;
export type Photo = Item<Paths['/work-logs/{id}/photos']['get']>;

export type MemberDetail = Answer<Paths['/members/{id}']['get']>;
export type EquipmentRate = Item<Paths['/equipment-rates']['get']>;
export type ApiKey = Item<Paths['/api-keys']['get']>;

export type Company = Answer<Paths['/customer']['get']>;
export type OwnSettings = Answer<Paths['/settings']['get']>;
export type Usage = Answer<Paths['/customer/usage']['get']>;
export type AuditEntry = Item<Paths['/audit']['get']>;
export type AuditVerification = Answer<Paths['/audit/verify']['get']>;
export type SupportAccess = Item<Paths['/support-access']['get']>;
export type DataExport = Answer<Paths['/data-exports/{id}']['get']>;
export type CheckIn = Item<Paths['/winter-events/{id}/check-ins']['get']>;

export type EventProgress = Answer<Paths['/winter-events/{id}/progress']['get']>;
export type EventProperty = Item<Paths['/winter-events/{id}/properties']['get']>;
export type SeasonOfWork = Answer<Paths['/season']['get']>;

export type Weather = Item<Paths['/weather']['get']>;
export type NearestWeather = Answer<Paths['/weather/nearest']['get']>;
export type Forecast = Answer<Paths['/weather/forecast']['get']>;
export type WeatherImport = Answer<Paths['/weather/imports']['post']>;

export type ReportRun = Answer<Paths['/report-runs/{id}']['get']>;
export type ReportFile = ReportRun['files'][number];
export type ReportKind = Item<Paths['/reports']['get']>;

export type Customer = Answer<Paths['/platform/customers/{customerId}']['get']>;
export type CustomerStatus = Customer['status'];
export type CustomerTerms = Sent<Paths['/platform/customers/{customerId}']['put']>;
export type CustomerHealth = Item<Paths['/platform/customers/health']['get']>;
export type CustomerUsage = Answer<Paths['/platform/customers/{customerId}/usage']['get']>;
export type MonthOfUsage = CustomerUsage['current'];
export type Execution = Item<Paths['/platform/customers/{customerId}/execution-log']['get']>;
export type Erasure = Answer<Paths['/platform/customers/{customerId}/erasure']['get']>;
export type NewCustomer = Sent<Paths['/platform/customers']['post']>;
export type Template = Answer<Paths['/platform/onboarding-templates/{id}']['get']>;
export type TemplateSummary = Item<Paths['/platform/onboarding-templates']['get']>;
export type TemplateDraft = Sent<Paths['/platform/onboarding-templates']['post']>;
export type Plan = Item<Paths['/platform/plans']['get']>;
export type PlanLimits = Sent<Paths['/platform/plans/{code}']['put']>;
export type FeatureRollout = Item<Paths['/platform/features']['get']>;
export type FeatureState = Item<Paths['/platform/customers/{customerId}/features']['get']>;
export type FeatureName = FeatureState['feature'];
export type PlatformAuditEntry = Item<Paths['/platform/audit']['get']>;
export type Night = Answer<Paths['/platform/report-runs/{id}']['get']>;
export type NightRequest = Sent<Paths['/platform/report-runs']['post']>;
export type NightResult = Item<Paths['/platform/report-runs/{id}/results']['get']>;
export type NightResultStatus = NightResult['status'];

/** What every list of the API answers. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
  total?: number;
}
