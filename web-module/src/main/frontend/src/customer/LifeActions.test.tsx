import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Customer } from '../api/types';
import { LifeActions } from './LifeActions';

const customer: Customer = {
  customerId: 'LEGACY001',
  name: 'Green Mountain Plowing',
  status: 'ACTIVE',
  plan: 'PRO',
  timeZone: 'America/New_York',
  locale: 'en-US',
  units: 'IMPERIAL',
  currency: 'USD',
  version: 3,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
};

function open() {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <LifeActions customer={customer} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const inDialog = (name: string) => within(screen.getByRole('dialog')).getByRole<HTMLButtonElement>('button', { name });

it('closes only who was named, for a reason', async () => {
  open();
  await userEvent.click(screen.getByRole('button', { name: 'Close the customer' }));
  screen.getByText('What will happen:');
  expect(inDialog('Close the customer').disabled).toBe(true);
  await userEvent.type(screen.getByLabelText(/^Reason/), 'They left.');
  await userEvent.type(screen.getByLabelText(/^Type the name/), 'Green Mountain');
  expect(inDialog('Close the customer').disabled).toBe(true);
  await userEvent.type(screen.getByLabelText(/^Type the name/), ' Plowing');
  expect(inDialog('Close the customer').disabled).toBe(false);
});

it('suspends for a reason', async () => {
  open();
  await userEvent.click(screen.getByRole('button', { name: 'Suspend' }));
  expect(inDialog('Suspend').disabled).toBe(true);
  await userEvent.type(screen.getByLabelText(/^Reason/), 'Unpaid.');
  expect(inDialog('Suspend').disabled).toBe(false);
});
