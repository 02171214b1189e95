import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WorkLog } from '../api/types';
import { type Decision, Decisions, TIME_TO_UNDO } from './decisions';

const approve = (id: string): Decision => ({ log: { id } as WorkLog, verdict: { kind: 'approve' } });
const send = vi.fn<(decision: Decision) => Promise<unknown>>();
const onSent = vi.fn();
const onFailed = vi.fn();
let decisions: Decisions;

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  send.mockResolvedValue(undefined);
  decisions = new Decisions({ send, onSent, onFailed });
});
afterEach(() => {
  vi.useRealTimers();
});

const sent = () => send.mock.calls.map(([decision]) => decision.log.id);

it('sends a decision once it cannot be taken back any more', async () => {
  decisions.add(approve('a'));
  await vi.advanceTimersByTimeAsync(TIME_TO_UNDO - 1);
  expect(sent()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent()).toEqual(['a']);
  expect(onSent).toHaveBeenCalledOnce();
});

it('never sends what was taken back', async () => {
  decisions.add(approve('a'));
  decisions.add(approve('b'));
  expect(decisions.undo()?.log.id).toBe('b');
  await vi.advanceTimersByTimeAsync(TIME_TO_UNDO);
  expect(sent()).toEqual(['a']);
  expect(decisions.undo('a')).toBeUndefined();
});

it('sends all that waits when somebody leaves, and once only', async () => {
  decisions.add(approve('a'));
  decisions.add(approve('b'));
  await decisions.flush();
  await vi.advanceTimersByTimeAsync(TIME_TO_UNDO);
  expect(sent()).toEqual(['a', 'b']);
});

it('tells of a decision that the server refused', async () => {
  const refusal = new Error('stale');
  send.mockRejectedValue(refusal);
  const decision = approve('a');
  decisions.add(decision);
  await decisions.flush();
  expect(onFailed).toHaveBeenCalledWith(decision, refusal);
  expect(onSent).not.toHaveBeenCalled();
});
