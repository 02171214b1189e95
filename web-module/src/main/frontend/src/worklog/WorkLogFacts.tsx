import { Alert, Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorkLog } from '../api/types';
import { Facts } from '../shell/Facts';
import { AlertIcon } from '../shell/icons';
import { StatusBadge } from '../shell/StatusBadge';
import { useLogTexts } from './useLogTexts';

export function WorkLogFacts({ log }: { log: WorkLog }) {
  const { t } = useTranslation('worklog');
  const texts = useLogTexts()(log);
  return (
    <>
      {log.rejectionReason && (
        <Alert color="red" icon={<AlertIcon />} title={t('rejectedBecause')} mb="md">
          {log.rejectionReason}
        </Alert>
      )}
      <Facts
        facts={{
          [t('status')]: <WorkLogStatusBadges log={log} />,
          [t('event')]: log.eventName,
          [t('member')]: log.memberName,
          [t('workDone')]: texts.work,
          [t('started')]: texts.startedAt,
          [t('ended')]: texts.endedAt,
          [t('took')]: texts.took,
          [t('equipment')]: texts.equipment,
          [t('rate')]: texts.rate,
          [t('depth')]: texts.depthCm,
          [t('material')]: texts.material,
          [t('passes')]: texts.passes,
          [t('notes')]: texts.notes,
          [t('arrived')]: texts.arrived,
        }}
      />
    </>
  );
}

/** How a log stands, and what is unusual about it. */
export function WorkLogStatusBadges({ log }: { log: WorkLog }) {
  const { t } = useTranslation('worklog');
  return (
    <Group gap={4}>
      <StatusBadge status={log.status} />
      {log.late && (
        <Badge className="portal-badge" variant="outline" color="orange">
          {t('late')}
        </Badge>
      )}
      {log.corrects && (
        <Badge className="portal-badge" variant="outline" color="gray">
          {t('correction.is')}
        </Badge>
      )}
      {log.correctedBy && (
        <Badge className="portal-badge" variant="outline" color="gray">
          {t('correction.has')}
        </Badge>
      )}
    </Group>
  );
}
