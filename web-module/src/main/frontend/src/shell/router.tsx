import { type ComponentType } from 'react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { NotFoundPage, RouteErrorPage, Standalone } from './pages';
import { FullPageLoader } from './states';

/** A part of the application that is loaded when somebody goes there. */
function lazily<Module extends Record<Name, ComponentType>, Name extends string>(
  load: () => Promise<Module>,
  name: Name,
): Pick<RouteObject, 'lazy'> {
  return { lazy: async () => ({ Component: (await load())[name] }) };
}

const page = <Module extends Record<Name, ComponentType>, Name extends string>(
  path: string,
  load: () => Promise<Module>,
  name: Name,
): RouteObject => ({ path, ...lazily(load, name) });

const behind = (
  gate: 'AdministratorsGate' | 'PlannersGate' | 'OfficeGate' | 'CrewGate',
  children: RouteObject[],
): RouteObject => ({
  ...lazily(() => import('./gates'), gate),
  children,
});

const customerPages: RouteObject[] = [
  { index: true, ...lazily(() => import('../dashboard/HomePage'), 'HomePage') },
  page('properties', () => import('../property/PropertiesPage'), 'PropertiesPage'),
  page('properties/:propertyId/:tab?', () => import('../property/PropertyPage'), 'PropertyPage'),
  page('routes', () => import('../route/RoutesPage'), 'RoutesPage'),
  page('routes/:routeId', () => import('../route/RoutePage'), 'RoutePage'),
  page('winter-events', () => import('../winterevent/WinterEventsPage'), 'WinterEventsPage'),
  page('winter-events/:eventId', () => import('../winterevent/StormPage'), 'StormPage'),
  behind('PlannersGate', [
    page('properties/new', () => import('../property/PropertyPage'), 'NewPropertyPage'),
    page('routes/new', () => import('../route/RoutePage'), 'NewRoutePage'),
    page('winter-events/new', () => import('../winterevent/WinterEventPage'), 'NewWinterEventPage'),
    page('equipment-rates', () => import('../equipment/RatesPage'), 'RatesPage'),
    page('equipment-rates/new', () => import('../equipment/RatePage'), 'NewRatePage'),
    page('equipment-rates/:rateId', () => import('../equipment/RatePage'), 'RatePage'),
    page('company/usage', () => import('../company/UsagePage'), 'UsagePage'),
    page('winter-events/:eventId/edit', () => import('../winterevent/WinterEventPage'), 'EditWinterEventPage'),
    page('work-logs/review', () => import('../worklog/ReviewPage'), 'ReviewPage'),
    page('work-logs/:logId/correct', () => import('../worklog/WorkLogPage'), 'CorrectWorkLogPage'),
  ]),
  behind('AdministratorsGate', [
    page('members/new', () => import('../member/InvitePage'), 'InvitePage'),
    page('members/:memberId', () => import('../member/MemberPage'), 'MemberPage'),
    page('company/api-keys', () => import('../apikey/ApiKeysPage'), 'ApiKeysPage'),
    page('company/audit', () => import('../audit/AuditPage'), 'AuditPage'),
    page('company/support', () => import('../support/SupportPage'), 'SupportPage'),
    page('company/export', () => import('../leaving/ExportPage'), 'ExportPage'),
    page('company/api-keys/new', () => import('../apikey/NewApiKeyPage'), 'NewApiKeyPage'),
  ]),
  behind('OfficeGate', [
    page('weather', () => import('../weather/WeatherPage'), 'WeatherPage'),
    page('members', () => import('../member/MembersPage'), 'MembersPage'),
    page('company', () => import('../company/CompanyPage'), 'CompanyPage'),
    page('properties/imports', () => import('../property/ImportsPage'), 'ImportsPage'),
    page('properties/imports/:importId', () => import('../property/ImportPage'), 'ImportPage'),
    page('properties/board', () => import('../property/BoardPage'), 'BoardPage'),
    page('routes/:routeId/sheet', () => import('../route/RouteSheetPage'), 'RouteSheetPage'),
    page('reports', () => import('../report/ReportsPage'), 'ReportsPage'),
  ]),
  page('settings', () => import('../company/SettingsPage'), 'SettingsPage'),
  page('work-logs', () => import('../worklog/WorkLogsPage'), 'WorkLogsPage'),
  page('work-logs/:logId', () => import('../worklog/WorkLogPage'), 'WorkLogPage'),
  behind('CrewGate', [
    {
      path: 'crew',
      ...lazily(() => import('../crew/pages'), 'CrewFrame'),
      children: [
        { index: true, ...lazily(() => import('../crew/pages'), 'CrewPage') },
        page('places', () => import('../crew/pages'), 'PlacesPage'),
        page('places/:propertyId', () => import('../crew/pages'), 'PlacePage'),
        page('entries', () => import('../crew/pages'), 'EntriesPage'),
      ],
    },
  ]),
  { path: '*', Component: NotFoundPage },
];

const consolePages: RouteObject[] = [
  { index: true, element: <Navigate to="customers" replace /> },
  page('customers', () => import('../customer/CustomersPage'), 'CustomersPage'),
  page('customers/new', () => import('../onboarding/OnboardingPage'), 'OnboardingPage'),
  page('customers/:customerId/enter', () => import('../customer/SupportEntryPage'), 'SupportEntryPage'),
  page('customers/:customerId/:tab?', () => import('../customer/CustomerPage'), 'CustomerPage'),
  page('templates', () => import('../onboarding/TemplatesPage'), 'TemplatesPage'),
  page('templates/new', () => import('../onboarding/TemplatePage'), 'NewTemplatePage'),
  page('templates/:templateId', () => import('../onboarding/TemplatePage'), 'TemplatePage'),
  page('plans', () => import('../plan/PlansPage'), 'PlansPage'),
  page('features', () => import('../feature/FeaturesPage'), 'FeaturesPage'),
  page('nights', () => import('../night/NightsPage'), 'NightsPage'),
  page('nights/:nightId', () => import('../night/NightPage'), 'NightPage'),
  page('audit', () => import('../platformaudit/PlatformAuditPage'), 'PlatformAuditPage'),
  { path: '*', Component: NotFoundPage },
];

export const router = createBrowserRouter([
  {
    errorElement: (
      <Standalone>
        <RouteErrorPage />
      </Standalone>
    ),
    HydrateFallback: FullPageLoader,
    children: [
      page('/', () => import('./gates'), 'HomeGate'),
      page('/login', () => import('../account/LoginPage'), 'LoginPage'),
      page('/join', () => import('../account/JoinPage'), 'JoinPage'),
      page('/forgot', () => import('../account/ForgotPage'), 'ForgotPage'),
      page('/reset', () => import('../account/ResetPage'), 'ResetPage'),
      page('/security', () => import('./gates'), 'SecurityGate'),
      {
        path: '/c/:customerId',
        ...lazily(() => import('./gates'), 'CustomerGate'),
        children: [{ ErrorBoundary: RouteErrorPage, children: customerPages }],
      },
      {
        path: '/console',
        ...lazily(() => import('./gates'), 'ConsoleGate'),
        children: [{ ErrorBoundary: RouteErrorPage, children: consolePages }],
      },
      {
        path: '*',
        element: (
          <Standalone>
            <NotFoundPage />
          </Standalone>
        ),
      },
    ],
  },
]);
