import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { WinterEvent } from '../api/types';
import { useFormat } from '../format/useFormat';
import { Facts } from '../shell/Facts';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { WinterEventForm } from './WinterEventForm';
import { useWinterEvent } from './winterEvents';

export function NewWinterEventPage() {
  const { t } = useTranslation('winterevent');
  return (
    <>
      <PageHeader title={t('newTitle')} />
      <WinterEventForm />
    </>
  );
}

export function EditWinterEventPage() {
  const { eventId = '' } = useParams();
  const { data, isError, error, refetch } = useWinterEvent(eventId);

  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  return (
    <>
      <PageHeader title={data.name} description={<StatusBadge status={data.status} />} />
      {data.status === 'CANCELLED' ? (
        <WinterEventFacts event={data} />
      ) : (
        <WinterEventForm key={data.id} event={data} onReload={() => void refetch()} />
      )}
    </>
  );
}

export function WinterEventFacts({ event }: { event: WinterEvent }) {
  const format = useFormat();
  const { t } = useTranslation('winterevent');
  const depth = (value?: number) => (value === undefined ? undefined : format.depth(value));
  return (
    <Surface maw={760}>
      <Facts
        facts={{
          [t('kindLabel')]: t(`kind.${event.kind}`),
          [t('starts')]: format.dateTime(event.startsAt),
          [t('ends')]: event.endsAt && format.dateTime(event.endsAt),
          [t('forecast')]: depth(event.forecastDepthCm),
          [t('measured')]: depth(event.measuredDepthCm),
          [t('notes')]: event.notes,
        }}
      />
    </Surface>
  );
}
