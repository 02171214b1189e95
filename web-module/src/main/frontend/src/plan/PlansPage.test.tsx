import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Plan, PlanLimits } from '../api/types';
import { PlansPage } from './PlansPage';

vi.mock('../format/useFormat', () => ({
  useFormat: () => ({ number: (value: number) => String(value), bytes: (value: number) => `${value} B` }),
}));
vi.mock('../customer/customers', () => ({ CONSOLE: 'console', useCustomersHealth: () => ({ total: 3 }) }));

/** A server with one plan, which refuses who does not know its newest version. */
let plan: Plan;

const change = (limits: PlanLimits) => {
  plan = { code: 'PRO', version: plan.version + 1, ...limits };
};

beforeEach(() => {
  plan = { code: 'PRO', maxMembers: 50, maxProperties: 1000, version: 3 };
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json({ items: [plan] });
    if (request.headers.get('If-Match') !== `"${plan.version}"`) {
      return Response.json({ type: '/problems/stale-version', detail: 'Somebody changed it.' }, { status: 412 });
    }
    change((await request.json()) as PlanLimits);
    return Response.json(plan);
  });
});
afterEach(() => vi.unstubAllGlobals());

const press = async (name: string) => fireEvent.click((await screen.findByText(name)).closest('button')!);

const type = async (name: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(name), { target: { value } });

async function open() {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <PlansPage />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  await press('Change');
}

it('merges with what another operator saved meanwhile', async () => {
  await open();
  await type('Members', '60');
  await type('Days of reports', '30');
  change({ maxMembers: 80, maxProperties: 2000 });
  await press('Save');

  expect(await screen.findByLabelText('Properties in service, Theirs: 2000')).toHaveProperty('checked', true);
  expect(screen.getByLabelText('Members, Yours: 60')).toHaveProperty('checked', true);
  screen.getByLabelText('Days of reports, Theirs: No limit');
  expect(screen.getByText('Save').closest('button')?.disabled).toBe(true);
  fireEvent.click(screen.getByLabelText('Members, Theirs: 80'));
  await press('Save what is chosen');

  await waitFor(() => expect(screen.queryByText('Change the plan PRO')).toBeNull());
  expect(plan).toEqual({ code: 'PRO', maxMembers: 80, maxProperties: 2000, reportHistoryDays: 30, version: 5 });
});

it('saves at once what nobody else changed', async () => {
  await open();
  await type('Members', '60');
  await press('Save');
  await waitFor(() => expect(screen.queryByText('Change the plan PRO')).toBeNull());
  expect(plan).toEqual({ code: 'PRO', maxMembers: 60, maxProperties: 1000, version: 4 });
});
