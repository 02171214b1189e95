import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ReportRun } from '../api/types';
import { PreviewButton } from './Preview';

vi.mock('../account/useSession', () => ({ useCustomer: () => ({ customerId: 'ONE' }) }));
vi.mock('../format/useFormat', () => ({
  useFormat: () => ({ dateTime: () => 'today', number: String, bytes: (count: number) => `${count} B` }),
}));

const run = (...files: [string, number][]) =>
  ({
    id: 'run',
    asOf: '',
    rowCount: 1,
    files: files.map(([name, byteCount]) => ({ name, byteCount })),
  }) as ReportRun;

function viewerIs(enabled: boolean) {
  vi.stubGlobal('navigator', Object.create(navigator, { pdfViewerEnabled: { value: enabled } }));
}

beforeEach(() => {
  vi.stubGlobal('fetch', async (request: Request) => new Response(request.url.endsWith('.csv') ? 'event\nClipper\n' : '%PDF'));
});
afterEach(() => vi.unstubAllGlobals());

async function open(of: ReportRun) {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <PreviewButton run={of} title="Event report" />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Preview Event report as of today' }));
}

it('shows the PDF in the page, and its rows where they are asked for', async () => {
  viewerIs(true);
  await open(run(['report.csv', 14], ['report.pdf', 4]));

  const frame = await screen.findByTitle<HTMLIFrameElement>('Preview Event report as of today');
  await vi.waitFor(() => expect(frame.src).toMatch(/^blob:/));
  await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
  expect(await screen.findByRole('cell', { name: 'Clipper' })).toBeTruthy();
});

it('shows rows first where the browser shows no PDF, and says why there is none', async () => {
  viewerIs(false);
  await open(run(['report.csv', 14], ['report.pdf', 4]));

  expect(await screen.findByRole('cell', { name: 'Clipper' })).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'PDF' }));
  expect(screen.getByText(/This browser shows no PDF/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Download report.pdf (4 B) as of today' })).toBeTruthy();
});

it('does not load what is too large to be shown', async () => {
  viewerIs(true);
  await open(run(['report.pdf', 30_000_000]));
  expect(await screen.findByText(/too large to be shown here \(30000000 B\)/)).toBeTruthy();
});
