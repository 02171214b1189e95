import type { WorkLog } from '../api/types';

export type Verdict = { kind: 'approve' } | { kind: 'reject'; reason: string };

export interface Decision {
  log: WorkLog;
  verdict: Verdict;
}

/** How long a decision can be taken back: to the server it is final. */
export const TIME_TO_UNDO = 5_000;

interface Hooks {
  send: (decision: Decision) => Promise<unknown>;
  onSent: (decision: Decision) => void;
  onFailed: (decision: Decision, error: unknown) => void;
}

/** Decisions that wait a moment before they are told to the server, each by itself. */
export class Decisions {
  private readonly waiting = new Map<string, { decision: Decision; timer: ReturnType<typeof setTimeout> }>();

  constructor(private readonly hooks: Hooks) {}

  add(decision: Decision): void {
    const timer = setTimeout(() => void this.send(decision.log.id), TIME_TO_UNDO);
    this.waiting.set(decision.log.id, { decision, timer });
  }

  /** Takes back what was decided on a log, or last, if it is not sent yet. */
  undo(logId = [...this.waiting.keys()].at(-1)): Decision | undefined {
    const found = logId === undefined ? undefined : this.waiting.get(logId);
    if (!found) return undefined;
    clearTimeout(found.timer);
    this.waiting.delete(found.decision.log.id);
    return found.decision;
  }

  /** Sends now what still waits: whoever decides leaves. */
  async flush(): Promise<void> {
    await Promise.all([...this.waiting.keys()].map((logId) => this.send(logId)));
  }

  private async send(logId: string): Promise<void> {
    const decision = this.undo(logId);
    if (!decision) return;
    try {
      await this.hooks.send(decision);
      this.hooks.onSent(decision);
    } catch (error) {
      this.hooks.onFailed(decision, error);
    }
  }
}
