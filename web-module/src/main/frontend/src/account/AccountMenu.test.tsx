import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '../api/session';
import { AccountMenu } from './AccountMenu';
import { useSession } from './useSession';

const person = { account: { id: 'root', email: 'root@portal.example', displayName: 'Root', superAdmin: true } };
const company = { customerId: 'LEGACY001', name: 'Green Mountain Plowing', role: 'VIEWER' };

/** What reached the server, and as whom. */
let requests: string[];

beforeEach(() => {
  requests = [];
  vi.stubGlobal('fetch', (input: RequestInfo, init?: RequestInit) => {
    const request = new Request(input instanceof Request ? input : new URL(input, location.href), init);
    const path = new URL(request.url).pathname;
    requests.push(`${request.method} ${path} ${request.headers.get('Authorization') ?? 'by cookie'}`);
    if (path === '/api/auth/me') return Promise.resolve(Response.json({ ...person, customer: company, memberships: [] }));
    if (path === '/api/auth/refresh' || path === '/api/auth/login') {
      return Promise.resolve(Response.json({ ...person, memberships: [], accessToken: 'own' }));
    }
    return Promise.resolve(new Response(null, { status: 204 }));
  });
});
afterEach(() => vi.unstubAllGlobals());

function Page() {
  const signedIn = useSession().phase === 'signedIn';
  return (
    <>
      {signedIn && <AccountMenu />}
      <Outlet />
    </>
  );
}

function open() {
  const router = createMemoryRouter(
    [
      {
        element: <Page />,
        children: [
          { path: '/c/LEGACY001', element: <p>The company</p> },
          { path: '/console/customers/LEGACY001/support', element: <p>The console</p> },
          { path: '/login', element: <p>The way in</p> },
        ],
      },
    ],
    { initialEntries: ['/c/LEGACY001'] },
  );
  render(
    <MantineProvider env="test">
      <RouterProvider router={router} />
    </MantineProvider>,
  );
}

async function choose(item: string) {
  await userEvent.click(screen.getByRole('button', { name: 'Your account' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
}

describe('the way out of the account menu', () => {
  it('ends a support access, and nothing of the operator’s own', async () => {
    const access = { id: 's1', customerId: 'LEGACY001', operator: 'root@portal.example', reason: 'why', write: false };
    await session.enter({ ...access, expiresAt: new Date(Date.now() + 60_000).toISOString() }, 'grant');
    open();
    await userEvent.click(screen.getByRole('button', { name: 'Your account' }));
    expect(screen.queryByRole('menuitem', { name: 'Sign out' })).toBeNull();
    requests = [];

    await userEvent.click(await screen.findByRole('menuitem', { name: 'Leave support access' }));

    await screen.findByText('The console');
    await vi.waitFor(() =>
      expect(requests).toEqual([
        'POST /api/auth/refresh by cookie',
        'DELETE /api/platform/customers/LEGACY001/support-access/s1 Bearer own',
      ]),
    );
    expect(session.current()).toMatchObject({ phase: 'signedIn', signIn: { accessToken: 'own' } });
    expect(session.current()).not.toHaveProperty('support');
  });

  it('ends a session of one’s own', async () => {
    await session.login('root@portal.example', 'secret');
    open();
    requests = [];
    await choose('Sign out');
    await screen.findByText('The way in');
    expect(requests).toEqual(['POST /api/auth/logout Bearer own']);
    expect(session.current().phase).toBe('signedOut');
  });
});
