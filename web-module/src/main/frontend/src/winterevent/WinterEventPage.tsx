import { useParams } from 'react-router';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import type { WinterEvent } from '../api/types';
import { useFormat } from '../format/useFormat';
import { Facts } from '../shell/Facts';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { WinterEventActions } from './WinterEventActions';
import { WinterEventForm } from './WinterEventForm';
import { KIND_NAMES, useWinterEvent } from './winterEvents';

export function NewWinterEventPage() {
  return (
    <>
      <PageHeader title="New winter event" />
      <WinterEventForm />
    </>
  );
}

export function WinterEventPage() {
  const { eventId = '' } = useParams();
  const { role } = useCustomer();
  const { data, isError, error, refetch } = useWinterEvent(eventId);

  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  return (
    <>
      <PageHeader title={data.name} description={<StatusBadge status={data.status} />}>
        {mayPlan(role) && <WinterEventActions event={data} />}
      </PageHeader>
      {mayPlan(role) && data.status !== 'CANCELLED' ? (
        <WinterEventForm key={`${data.id} ${data.version}`} event={data} onReload={() => void refetch()} />
      ) : (
        <WinterEventFacts event={data} />
      )}
    </>
  );
}

function WinterEventFacts({ event }: { event: WinterEvent }) {
  const format = useFormat();
  const depth = (value?: number) => (value === undefined ? undefined : `${format.number(value, 1)} cm`);
  return (
    <Surface maw={760}>
      <Facts
        facts={{
          Kind: KIND_NAMES[event.kind],
          Starts: format.dateTime(event.startsAt),
          Ends: event.endsAt && format.dateTime(event.endsAt),
          Forecast: depth(event.forecastDepthCm),
          Measured: depth(event.measuredDepthCm),
          Notes: event.notes,
        }}
      />
    </Surface>
  );
}
