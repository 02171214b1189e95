import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Button } from '@mantine/core';
import { mayPlan, mayReadOffice } from '../account/roles';
import { useCustomer } from '../account/useSession';
import type { Route } from '../api/types';
import { PrintIcon } from '../shell/icons';
import { DeleteButton } from '../shell/editing';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton } from '../shell/states';
import { RouteForm } from './RouteForm';
import { RouteView } from './RouteView';
import { useDeleteRoute, useRoute } from './routes';

export function NewRoutePage() {
  const { t } = useTranslation('route');
  return (
    <>
      <PageHeader title={t('new')} />
      <RouteForm />
    </>
  );
}

export function RoutePage() {
  const { routeId = '' } = useParams();
  const { role } = useCustomer();
  const { t } = useTranslation('route');
  const { data, isError, error, refetch } = useRoute(routeId);

  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  return (
    <>
      <PageHeader title={data.name}>
        {mayReadOffice(role) && (
          <Button component={Link} to="sheet" variant="default" leftSection={<PrintIcon />}>
            {t('sheet.open')}
          </Button>
        )}
        {mayPlan(role) && <DeleteRoute route={data} />}
      </PageHeader>
      {mayPlan(role) ? (
        <RouteForm key={data.id} route={data} onReload={() => void refetch()} />
      ) : (
        <RouteView route={data} />
      )}
    </>
  );
}

function DeleteRoute({ route }: { route: Route }) {
  const { t } = useTranslation('route');
  return (
    <DeleteButton
      question={t('delete.question')}
      yes={t('delete.yes')}
      name={route.name}
      text={t('delete.text', { name: route.name })}
      remove={useDeleteRoute(route)}
    />
  );
}
