import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Photo } from '../api/types';
import { Photos } from './Photos';

vi.mock('../account/useSession', () => ({ useCustomer: () => ({ customerId: 'ONE' }) }));
vi.mock('../format/useFormat', () => ({
  useFormat: () => ({ dateTime: (moment: string) => moment, bytes: (count: number) => `${count} B` }),
}));

const photo = (id: string) =>
  ({ id, name: `${id}.jpg`, byteCount: 1, takenAt: '2026-01-05T08:00:00Z' }) as Photo;

/** A server of two photos, whose tickets each open once. */
const server = { tickets: [] as string[], isDown: false };

beforeEach(() => {
  server.tickets = [];
  server.isDown = false;
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json({ items: [photo('plow'), photo('salt')] });
    if (server.isDown) return Response.json({ detail: 'Too many at once.' }, { status: 429 });
    const { kind, id } = (await request.json()) as { kind: string; id: string };
    const url = `/api/files/${kind}-${id}-${server.tickets.length}`;
    server.tickets.push(url);
    return Response.json({ url });
  });
});
afterEach(() => vi.unstubAllGlobals());

async function open() {
  const { container } = render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <Photos logId="log" />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await vi.waitFor(() => expect(container.querySelectorAll('img, .portal-no-thumbnail')).toHaveLength(2));
  return container;
}

const addressOf = (element: HTMLElement) => element.getAttribute('src') ?? '';
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

it('opens a photo by another ticket each time, and never one twice', async () => {
  await open();
  const shown: string[] = [];
  for (let time = 0; time < 2; time++) {
    await press('Open photo 1 of 2');
    shown.push(addressOf(await screen.findByAltText('Photo plow.jpg')));
    await press('Next photo');
    shown.push(addressOf(await screen.findByAltText('Photo salt.jpg')));
    await press('Previous photo');
    shown.push(addressOf(await screen.findByAltText('Photo plow.jpg')));
    await press('Close');
  }
  expect(shown).toHaveLength(6);
  expect(new Set(shown).size).toBe(6);
  expect(server.tickets.slice(-6)).toEqual(shown);
});

it('says that a photo did not open, and opens it by a new ticket', async () => {
  await open();
  await press('Open photo 1 of 2');
  const first = await screen.findByAltText('Photo plow.jpg');
  const spent = addressOf(first);
  fireEvent.error(first);
  expect((await screen.findByRole('alert')).textContent).toContain('could not be shown');
  await press('Try again');
  expect(addressOf(await screen.findByAltText('Photo plow.jpg'))).not.toBe(spent);
});

it('says why no ticket is to be had, and asks again when it is told to', async () => {
  await open();
  server.isDown = true;
  await press('Open photo 2 of 2');
  expect((await screen.findByRole('alert')).textContent).toContain('Too many at once.');
  server.isDown = false;
  await press('Try again');
  await screen.findByAltText('Photo salt.jpg');
});

it('shows a small photo again when it is told to', async () => {
  const container = await open();
  const [small] = container.querySelectorAll('img');
  fireEvent.error(small!);
  expect(screen.getByText('No preview')).toBeTruthy();
  await press('Try again: plow.jpg');
  await vi.waitFor(() => expect(container.querySelectorAll('img')).toHaveLength(2));
  expect(container.querySelectorAll('img')[0]).not.toBe(small);
  expect(new Set([...container.querySelectorAll('img')].map(addressOf)).size).toBe(2);
});

it('opens a photo that has no small one', async () => {
  server.isDown = true;
  await open();
  server.isDown = false;
  await press('Open photo 1 of 2');
  await screen.findByAltText('Photo plow.jpg');
});

it('goes from photo to photo by the arrow keys, in a ring, and back to what opened it by Escape', async () => {
  await open();
  const second = screen.getByRole('button', { name: 'Open photo 2 of 2' });
  second.focus();

  await userEvent.keyboard('{Enter}');
  await screen.findByAltText('Photo salt.jpg');
  await vi.waitFor(() => expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true));
  await userEvent.keyboard('{ArrowRight}');
  await screen.findByAltText('Photo plow.jpg');
  await userEvent.keyboard('{ArrowLeft}');
  await screen.findByAltText('Photo salt.jpg');
  await userEvent.keyboard('{Escape}');

  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(second);
});
