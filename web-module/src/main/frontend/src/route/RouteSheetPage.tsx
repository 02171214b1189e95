import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';
import type { Answer, Paths, Property } from '../api/types';
import { useFormat } from '../format/useFormat';
import { addressOf } from '../property/properties';
import { Facts } from '../shell/Facts';
import { PrintIcon } from '../shell/icons';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton } from '../shell/states';
import { Surface } from '../shell/Surface';
import { RouteTotals } from './RouteTotals';
import { totalsOf } from './totals';

type Sheet = Answer<Paths['/routes/{id}/sheet']['get']>;

/** A route as paper: everything a crew has to know, and nothing that is only for screens. */
export function RouteSheetPage() {
  const { routeId = '' } = useParams();
  const { customerId, name } = useCustomer();
  const { t } = useTranslation('route');
  const { data, isError, error, refetch } = useQuery({
    queryKey: [customerId, 'routes', 'sheet', routeId],
    queryFn: () =>
      unwrap(client.GET('/routes/{id}/sheet', { params: { path: { id: routeId } } })) as Promise<Sheet>,
  });
  if (isError) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  const { route, properties } = data;
  return (
    <div className="portal-sheet">
      <PageHeader title={t('sheet.title', { name: route.name })} description={name}>
        <Group className="portal-not-printed" gap="xs">
          <Button component={Link} to={`/c/${customerId}/routes/${route.id}`} variant="default">
            {t('sheet.back')}
          </Button>
          <Button leftSection={<PrintIcon />} onClick={() => window.print()}>
            {t('sheet.print')}
          </Button>
        </Group>
      </PageHeader>
      <Surface>
        <Facts
          facts={{
            [t('assignedTo')]: route.memberName ?? t('nobody'),
            [t('vehicle')]: route.vehicle,
            [t('startPlace')]: route.startPlace,
          }}
        />
        <RouteTotals stops={route.stops.length} totals={totalsOf(route.stops)} />
        <ol className="portal-stops" aria-label={t('stops')}>
          {properties.map((property, index) => (
            <li key={property.id}>
              <StopOnPaper property={property} position={index + 1} />
            </li>
          ))}
        </ol>
      </Surface>
    </div>
  );
}

function StopOnPaper({ property, position }: { property: Property; position: number }) {
  const { t } = useTranslation('route');
  const format = useFormat();
  const { triggerDepthCm, siteNotes } = property;
  return (
    <Group wrap="nowrap" align="flex-start" gap="sm">
      <span className="portal-stop-number" aria-hidden="true">
        {position}
      </span>
      <div style={{ flex: 1 }}>
        <Title order={2} size="h5">
          {property.name}
        </Title>
        <Text size="sm">{addressOf(property)}</Text>
        {triggerDepthCm !== undefined && (
          <Text size="sm">{t('sheet.trigger', { depth: format.depth(triggerDepthCm) })}</Text>
        )}
        {siteNotes && (
          <Text size="sm" fw={600} style={{ whiteSpace: 'pre-line' }}>
            {siteNotes}
          </Text>
        )}
      </div>
      <Text size="sm" className="portal-tick">
        {t('sheet.done')}
      </Text>
    </Group>
  );
}
