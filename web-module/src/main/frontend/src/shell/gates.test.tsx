import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { session } from '../api/session';
import { ConsoleGate, CustomerGate } from './gates';

const someone = (id: string, superAdmin = false) => ({
  accessToken: `token of ${id}`,
  account: { id, email: `${id}@vermont.example`, displayName: id, superAdmin },
  customer: superAdmin
    ? undefined
    : {
        customerId: 'LEGACY001',
        name: 'Green Mountain Plowing',
        timeZone: 'America/New_York',
        locale: 'en-US',
        currency: 'USD',
        units: 'METRIC',
        role: 'MANAGER',
      },
  mustSetUpSecondFactor: false,
  memberships: [],
});

/** Who has the browser's cookie. */
let holder: ReturnType<typeof someone>;

beforeEach(() => {
  vi.stubGlobal('fetch', (path: RequestInfo | URL) => {
    const isRenewal = String(path) === '/api/auth/refresh';
    return Promise.resolve(new Response(JSON.stringify(isRenewal ? holder : {}), { status: isRenewal ? 200 : 404 }));
  });
});
afterEach(async () => {
  await session.logout().catch(() => undefined);
  vi.unstubAllGlobals();
});

it.each([
  ['a company', '/c/LEGACY001', CustomerGate, false],
  ['the console', '/console', ConsoleGate, true],
])('leaves nothing that was typed in %s to the next person in the tab', async (_, path, Gate, operators) => {
  const children = [{ index: true, element: <textarea aria-label="Notes" /> }];
  const route = path === '/console' ? path : '/c/:customerId';
  const router = createMemoryRouter([{ path: route, element: <Gate />, children }], { initialEntries: [path] });
  holder = someone('paula', operators);
  await session.refresh();
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  const notes = () => screen.findByLabelText<HTMLTextAreaElement>('Notes');
  await userEvent.type(await notes(), 'Gate 4711');

  await act(() => session.refresh());
  expect((await notes()).value).toBe('Gate 4711');

  holder = someone('quentin', operators);
  await act(() => session.refresh());
  expect((await notes()).value).toBe('');
});
