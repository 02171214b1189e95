import { createBrowserRouter, Navigate } from 'react-router';
import { LoginPage } from '../account/LoginPage';
import { ConsoleGate, CustomerGate, HomeGate, OfficeGate, PlannersGate, SecurityGate } from './gates';
import { NotFoundPage, RouteErrorPage, Standalone } from './pages';
import { FullPageLoader } from './states';

export const router = createBrowserRouter([
  {
    errorElement: (
      <Standalone>
        <RouteErrorPage />
      </Standalone>
    ),
    HydrateFallback: FullPageLoader,
    children: [
      { path: '/', Component: HomeGate },
      { path: '/login', Component: LoginPage },
      { path: '/join', lazy: async () => ({ Component: (await import('../account/JoinPage')).JoinPage }) },
      { path: '/forgot', lazy: async () => ({ Component: (await import('../account/ForgotPage')).ForgotPage }) },
      { path: '/reset', lazy: async () => ({ Component: (await import('../account/ResetPage')).ResetPage }) },
      { path: '/security', Component: SecurityGate },
      {
        path: '/c/:customerId',
        Component: CustomerGate,
        children: [
          {
            ErrorBoundary: RouteErrorPage,
            children: [
              { index: true, element: <Navigate to="properties" replace /> },
              {
                path: 'properties',
                lazy: async () => ({ Component: (await import('../property/PropertiesPage')).PropertiesPage }),
              },
              {
                path: 'properties/:propertyId',
                lazy: async () => ({ Component: (await import('../property/PropertyPage')).PropertyPage }),
              },
              { path: 'routes', lazy: async () => ({ Component: (await import('../route/RoutesPage')).RoutesPage }) },
              {
                path: 'routes/:routeId',
                lazy: async () => ({ Component: (await import('../route/RoutePage')).RoutePage }),
              },
              {
                path: 'winter-events',
                lazy: async () => ({ Component: (await import('../winterevent/WinterEventsPage')).WinterEventsPage }),
              },
              {
                path: 'winter-events/:eventId',
                lazy: async () => ({ Component: (await import('../winterevent/WinterEventPage')).WinterEventPage }),
              },
              {
                Component: PlannersGate,
                children: [
                  {
                    path: 'properties/new',
                    lazy: async () => ({ Component: (await import('../property/PropertyPage')).NewPropertyPage }),
                  },
                  {
                    path: 'routes/new',
                    lazy: async () => ({ Component: (await import('../route/RoutePage')).NewRoutePage }),
                  },
                  {
                    path: 'winter-events/new',
                    lazy: async () => ({ Component: (await import('../winterevent/WinterEventPage')).NewWinterEventPage }),
                  },
                ],
              },
              {
                Component: OfficeGate,
                children: [
                  {
                    path: 'properties/imports',
                    lazy: async () => ({ Component: (await import('../property/ImportsPage')).ImportsPage }),
                  },
                  {
                    path: 'properties/imports/:importId',
                    lazy: async () => ({ Component: (await import('../property/ImportPage')).ImportPage }),
                  },
                  {
                    path: 'reports',
                    lazy: async () => ({ Component: (await import('../report/ReportsPage')).ReportsPage }),
                  },
                ],
              },
              { path: '*', Component: NotFoundPage },
            ],
          },
        ],
      },
      {
        path: '/console',
        Component: ConsoleGate,
        children: [
          {
            ErrorBoundary: RouteErrorPage,
            children: [
              { index: true, element: <Navigate to="customers" replace /> },
              {
                path: 'customers',
                lazy: async () => ({ Component: (await import('../customer/CustomersPage')).CustomersPage }),
              },
              {
                path: 'nights',
                lazy: async () => ({ Component: (await import('../customer/NightsPage')).NightsPage }),
              },
              {
                path: 'nights/:nightId',
                lazy: async () => ({ Component: (await import('../customer/NightPage')).NightPage }),
              },
              { path: '*', Component: NotFoundPage },
            ],
          },
        ],
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
