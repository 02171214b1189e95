import { MantineProvider } from '@mantine/core';
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckIn, WorkLog } from '../api/types';
import type { Question } from '../shell/confirm';
import { SETTLING } from './Actions';
import type { WorkAtHand } from './work';
import { PlacePage } from './PlacePage';

const crew = vi.hoisted(() => ({ work: {} as WorkAtHand }));
const outbox = vi.hoisted(() => ({ addComing: vi.fn((..._: unknown[]) => Promise.resolve()) }));
const asked = vi.hoisted(() => ({ questions: [] as Question[] }));
vi.mock('./CrewFrame', () => ({
  useCrew: () => ({ owner: {}, work: crew.work, entries: [], event: { id: 'storm' } }),
  useCrewPath: () => () => '/crew',
}));
vi.mock('./outbox', () => ({ outbox }));
vi.mock('../shell/confirm', () => ({ confirm: (question: Question) => asked.questions.push(question) }));
vi.mock('../format/useFormat', () => ({ useFormat: () => ({ time: (moment: string) => moment, units: 'METRIC' }) }));

const at = (minute: number) => `2026-01-31T12:${String(minute).padStart(2, '0')}:00.000Z`;
const come = (kind: 'IN' | 'OUT', minute: number) =>
  ({ propertyId: 'church', eventId: 'storm', kind, capturedAt: at(minute) }) as CheckIn;
const log = (from: number, to?: number) =>
  ({
    id: `log-${from}`,
    propertyId: 'church',
    eventId: 'storm',
    work: 'PLOW',
    startedAt: at(from),
    endedAt: to === undefined ? undefined : at(to),
  }) as WorkLog;

const STAGES: Record<string, { checkIns: CheckIn[]; logs: WorkLog[] }> = {
  todo: { checkIns: [], logs: [] },
  here: { checkIns: [come('IN', 1)], logs: [] },
  working: { checkIns: [come('IN', 1)], logs: [log(2)] },
  'working without check-in': { checkIns: [], logs: [log(2)] },
  leaving: { checkIns: [come('IN', 1)], logs: [log(2, 3)] },
  done: { checkIns: [come('IN', 1), come('OUT', 4)], logs: [log(2, 3)] },
  'here again': { checkIns: [come('IN', 1), come('OUT', 4), come('IN', 5)], logs: [log(2, 3)] },
};

function workAt(stage: string): WorkAtHand {
  const church = { id: 'church', name: 'Church' } as WorkAtHand['properties'][number];
  return { asOf: at(0), events: [], routes: [], properties: [church], ...STAGES[stage]! };
}

function open(stage: string) {
  crew.work = workAt(stage);
  const router = createMemoryRouter([{ path: '/crew/:propertyId', element: <PlacePage /> }], {
    initialEntries: ['/crew/church'],
  });
  const page = () => (
    <MantineProvider env="test">
      <RouterProvider router={router} />
    </MantineProvider>
  );
  const { rerender } = render(page());
  return {
    go: (next: string) => {
      crew.work = workAt(next);
      rerender(page());
      return act(() => router.navigate('.', { replace: true }));
    },
  };
}

/** What lies at each place under the thumb. */
function places() {
  const [left, right, main] = [...document.querySelectorAll('.crew-action')].map((each) => each.textContent ?? '');
  return { left, right, main };
}

const settle = () => act(() => vi.advanceTimersByTimeAsync(SETTLING));
const takesTaps = (name: string) =>
  getComputedStyle(screen.getByRole('button', { name }).closest('.crew-actions-all')!).pointerEvents !== 'none';

const user = userEvent.setup({ advanceTimers: (milliseconds) => vi.advanceTimersByTime(milliseconds) });

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  asked.questions = [];
  outbox.addComing.mockClear();
});
afterEach(() => vi.useRealTimers());

describe('the buttons of a place', () => {
  it('offer the next thing first, and the way out in a place of its own', () => {
    const seen = Object.keys(STAGES).map((stage) => {
      open(stage);
      const found = places();
      cleanup();
      return [stage, found.left, found.right, found.main];
    });
    expect(seen).toEqual([
      ['todo', 'Start work', '', 'Check in'],
      ['here', '', 'Check out', 'Start work'],
      ['working', 'Add photo', '', 'Finish work'],
      ['working without check-in', 'Add photo', 'Check in', 'Finish work'],
      ['leaving', 'Add photo', 'Check out', 'Start more work'],
      ['done', 'Add photo', 'Start more work', 'Check in'],
      ['here again', '', 'Check out', 'Start more work'],
    ]);
  });

  it('take no tap in the moment after others took their places, and keys at once', async () => {
    const { go } = open('todo');
    await settle();
    expect(takesTaps('Check in')).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Check in' }));
    expect(takesTaps('Check in')).toBe(false);
    await go('here');
    expect(takesTaps('Check out')).toBe(false);
    await expect(user.click(screen.getByRole('button', { name: 'Start work' }))).rejects.toThrow('pointer-events');
    screen.getByRole('button', { name: 'Check out' }).focus();
    await user.keyboard('{Enter}');
    expect(asked.questions).toHaveLength(1);
    await settle();
    expect(takesTaps('Check out')).toBe(true);
    expect(outbox.addComing).toHaveBeenCalledTimes(1);
  });

  it.each(['here', 'here again'])('ask before somebody who is %s leaves with nothing finished', async (stage) => {
    open(stage);
    await settle();
    await user.click(screen.getByRole('button', { name: 'Check out' }));
    expect(outbox.addComing).not.toHaveBeenCalled();
    expect(asked.questions.map(({ title, yes }) => [title, yes])).toEqual([['Check out of Church?', 'Check out']]);
    act(() => asked.questions[0]!.onYes());
    expect(outbox.addComing.mock.calls[0]?.[1]).toMatchObject({ content: { kind: 'checkIn', direction: 'OUT' } });
  });

  it('let go who has finished', async () => {
    open('leaving');
    await settle();
    await user.click(screen.getByRole('button', { name: 'Check out' }));
    expect(asked.questions).toEqual([]);
    expect(outbox.addComing).toHaveBeenCalledOnce();
  });
});
