import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { EventProperty } from '../api/types';
import { StormList } from './StormList';

vi.mock('../format/useFormat', () => ({ useFormat: () => ({ time: () => '7:03 PM' }) }));

const property = (id: string, state: EventProperty['state']): EventProperty => ({
  id,
  name: id,
  street: '1 Main St',
  state,
  since: state === 'UNTOUCHED' ? undefined : '2026-01-05T08:00:00Z',
  routeIds: [],
  memberIds: ['casey'],
  logs: 1,
  open: 0,
});

it('is one stop of the Tab key, arrows move in it, and Enter opens', async () => {
  const onOpen = vi.fn();
  render(
    <MantineProvider>
      <StormList
        properties={[property('first', 'OPEN'), property('second', 'DONE'), property('third', 'UNTOUCHED')]}
        nameOf={(id) => (id === 'casey' ? 'Casey Crew' : undefined)}
        onOpen={onOpen}
      />
    </MantineProvider>,
  );
  const user = userEvent.setup();
  const items = screen.getAllByRole('button');

  await user.tab();
  expect(document.activeElement).toBe(items[0]);
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(items[2]);
  await user.keyboard('{ArrowDown}{Home}{ArrowDown}{Enter}');
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('second');
  expect(items.map((item) => item.tabIndex)).toEqual([-1, 0, -1]);
  await user.tab();
  expect(items).not.toContain(document.activeElement);
});

it('shows many in steps', async () => {
  const many = Array.from({ length: 250 }, (_, index) => property(`p${index}`, 'UNTOUCHED'));
  render(
    <MantineProvider>
      <StormList properties={many} nameOf={() => undefined} onOpen={() => undefined} />
    </MantineProvider>,
  );
  expect(screen.getAllByRole('listitem')).toHaveLength(201);
  await userEvent.click(screen.getAllByRole('button')[200]!);
  expect(screen.getAllByRole('listitem')).toHaveLength(250);
});
