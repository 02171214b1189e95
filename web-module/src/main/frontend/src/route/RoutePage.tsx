import { useParams } from 'react-router';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import type { Route } from '../api/types';
import { DeleteButton } from '../shell/editing';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton } from '../shell/states';
import { RouteForm } from './RouteForm';
import { RouteView } from './RouteView';
import { useDeleteRoute, useRoute } from './routes';

export function NewRoutePage() {
  return (
    <>
      <PageHeader title="New route" />
      <RouteForm />
    </>
  );
}

export function RoutePage() {
  const { routeId = '' } = useParams();
  const { role } = useCustomer();
  const { data, isError, error, refetch } = useRoute(routeId);

  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  return (
    <>
      <PageHeader title={data.name}>{mayPlan(role) && <DeleteRoute route={data} />}</PageHeader>
      {mayPlan(role) ? (
        <RouteForm key={data.id} route={data} onReload={() => void refetch()} />
      ) : (
        <RouteView route={data} />
      )}
    </>
  );
}

function DeleteRoute({ route }: { route: Route }) {
  return (
    <DeleteButton
      question="Delete this route?"
      yes="Delete route"
      name={route.name}
      text={`${route.name} and the order of its stops are removed. Its properties stay.`}
      remove={useDeleteRoute(route)}
    />
  );
}
