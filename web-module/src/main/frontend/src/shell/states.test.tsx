import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { ProblemAlert } from './states';

describe('what is told of a problem', () => {
  const problem = new Problem(503, 'database-unavailable', 'The database cannot be reached.', [], 'r-7');

  it('are the words of the server, and the request to ask about', () => {
    render(<ProblemAlert error={problem} />, { wrapper: MantineProvider });
    expect(screen.getByRole('alert', { name: 'That did not work' })).toBeTruthy();
    expect(screen.getByText('The database cannot be reached.')).toBeTruthy();
    expect(screen.getByText('If you ask for help, name this request: r-7')).toBeTruthy();
  });

  it('comes with a way to try again, where there is one', async () => {
    const retry = vi.fn();
    render(<ProblemAlert error={problem} onRetry={retry} />, { wrapper: MantineProvider });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledOnce();
  });
});
