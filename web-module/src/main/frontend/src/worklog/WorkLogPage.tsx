import { Anchor, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import type { WorkLog } from '../api/types';
import { confirm } from '../shell/confirm';
import { CheckIcon, CloseIcon } from '../shell/icons';
import { notifyDone, notifyProblem } from '../shell/notify';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton } from '../shell/states';
import { Surface } from '../shell/Surface';
import { CorrectionChain } from './CorrectionChain';
import { CorrectionForm } from './CorrectionForm';
import type { Verdict } from './decisions';
import { Photos } from './Photos';
import { RejectDialog } from './RejectDialog';
import { WorkLogFacts } from './WorkLogFacts';
import { sendDecision, useCorrections, useWorkLog } from './workLogs';

export function WorkLogPage() {
  const { logId = '' } = useParams();
  const { customerId, role } = useCustomer();
  const { t } = useTranslation('worklog');
  const { data: log, isError, error, refetch } = useWorkLog(logId);

  if (isError && !log) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!log) return <ListSkeleton />;
  return (
    <>
      <PageHeader
        title={log.propertyName}
        description={
          <>
            {t('one')} ·{' '}
            <Anchor component={Link} to={`/c/${customerId}/properties/${log.propertyId}`} inherit underline="always">
              {t('toProperty')}
            </Anchor>
            {' · '}
            <Anchor component={Link} to={`/c/${customerId}/winter-events/${log.eventId}`} inherit underline="always">
              {t('toEvent')}
            </Anchor>
          </>
        }
      >
        {mayPlan(role) && <OfficeActions log={log} />}
      </PageHeader>
      <div className="portal-columns">
        <Surface>
          <WorkLogFacts log={log} />
        </Surface>
        <Surface>
          <Photos logId={log.id} none={log.corrects && <PhotosOfFirst log={log} />} />
        </Surface>
      </div>
      <CorrectionChain log={log} />
    </>
  );
}

/** A correction is written in the office: what crews took is with the first log. */
function PhotosOfFirst({ log }: { log: WorkLog }) {
  const { t } = useTranslation('worklog');
  const first = useCorrections(log).data?.[0];
  return (
    <>
      {t('photo.noneOfCorrection')}{' '}
      {first && (
        <Anchor component={Link} to={`../${first.id}`} relative="path" inherit underline="always">
          {t('photo.toFirst')}
        </Anchor>
      )}
    </>
  );
}

function OfficeActions({ log }: { log: WorkLog }) {
  const { customerId } = useCustomer();
  const { t } = useTranslation('worklog');
  const queries = useQueryClient();
  const [rejecting, setRejecting] = useState(false);
  const settle = useMutation({
    mutationFn: (verdict: Verdict) => sendDecision({ log, verdict }),
    onSuccess: (_, { kind }) =>
      notifyDone(t(kind === 'approve' ? 'review.approved' : 'review.rejected', { property: log.propertyName })),
    onError: notifyProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: [customerId, 'work-logs'] }),
  });

  if (log.status === 'APPROVED' && !log.correctedBy) {
    return (
      <Button component={Link} to="correct" variant="default">
        {t('correction.write')}
      </Button>
    );
  }
  if (log.status !== 'COMPLETED') return null;
  const askApproval = () =>
    confirm({
      title: t('review.approveQuestion'),
      text: t('review.approveText'),
      yes: t('review.approve'),
      onYes: () => settle.mutate({ kind: 'approve' }),
    });
  return (
    <>
      <Button variant="default" leftSection={<CloseIcon />} onClick={() => setRejecting(true)}>
        {t('review.rejectOpen')}
      </Button>
      <Button leftSection={<CheckIcon />} loading={settle.isPending} onClick={askApproval}>
        {t('review.approve')}
      </Button>
      <RejectDialog
        opened={rejecting}
        onClose={() => setRejecting(false)}
        onReject={(reason) => {
          setRejecting(false);
          settle.mutate({ kind: 'reject', reason });
        }}
      />
    </>
  );
}

export function CorrectWorkLogPage() {
  const { logId = '' } = useParams();
  const { t } = useTranslation('worklog');
  const { data: log, isError, error, refetch } = useWorkLog(logId);
  if (isError && !log) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!log) return <ListSkeleton />;
  return (
    <>
      <PageHeader title={t('correction.title', { property: log.propertyName })} description={t('correction.text')} />
      <CorrectionForm key={`${log.id} ${log.version}`} log={log} onReload={() => void refetch()} />
    </>
  );
}
