import { useQueryClient } from '@tanstack/react-query';
import { t } from 'i18next';
import { useEffect, useState } from 'react';
import { useCustomer } from '../account/useSession';
import { Problem } from '../api/problem';
import { ownerKeyOf, session } from '../api/session';
import { hideNotice, notifyProblem, notifyUndoable } from '../shell/notify';
import { type Decision, Decisions, TIME_TO_UNDO } from './decisions';
import { sendDecision } from './workLogs';

/** Decides on logs, with a moment to think again; what is decided is sent before the person goes elsewhere. */
export function useDecisions() {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());

  // Whose decisions these are, and in which company.
  const [owner] = useState(() => ownerKeyOf(session.current()));
  const [decisions] = useState(
    () =>
      new Decisions({
        send: (decision) => {
          hideUndo(decision);
          if (ownerKeyOf(session.current()) !== owner) throw new Problem(0, 'left', t('worklog:review.left'));
          return sendDecision(decision);
        },
        onSent: () => void queries.invalidateQueries({ queryKey: [customerId, 'work-logs'] }),
        onFailed: (decision, error) => {
          forget(decision);
          notifyProblem(error);
          void queries.invalidateQueries({ queryKey: [customerId, 'work-logs'] });
        },
      }),
  );

  useEffect(() => {
    const flush = () => decisions.flush();
    const onHide = () => void flush();
    window.addEventListener('pagehide', onHide);
    const stop = session.beforeLeaving(flush);
    return () => {
      window.removeEventListener('pagehide', onHide);
      stop();
      void flush();
    };
  }, [decisions]);

  function forget(decision: Decision): void {
    setDecided((before) => new Set([...before].filter((id) => id !== decision.log.id)));
  }

  function undo(logId?: string): Decision | undefined {
    const undone = decisions.undo(logId);
    if (undone) {
      hideUndo(undone);
      forget(undone);
    }
    return undone;
  }

  function decide(decision: Decision): void {
    setDecided((before) => new Set([...before, decision.log.id]));
    decisions.add(decision);
    showUndo(decision, () => undo(decision.log.id));
  }

  return { decided, decide, undo };
}

const noticeOf = ({ log }: Decision) => `decision ${log.id}`;

const hideUndo = (decision: Decision) => hideNotice(noticeOf(decision));

function showUndo(decision: Decision, onUndo: () => void): void {
  const said = decision.verdict.kind === 'approve' ? 'worklog:review.approved' : 'worklog:review.rejected';
  notifyUndoable({
    id: noticeOf(decision),
    message: t(said, { property: decision.log.propertyName }),
    forMilliseconds: TIME_TO_UNDO,
    onUndo,
  });
}
