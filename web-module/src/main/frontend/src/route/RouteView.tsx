import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCustomer } from '../account/useSession';
import type { Route } from '../api/types';
import { Facts } from '../shell/Facts';
import { Surface } from '../shell/Surface';
import { RouteMap } from './RouteMap';
import { RouteTotals } from './RouteTotals';
import { totalsOf } from './totals';

/** A route for those who drive or read it. */
export function RouteView({ route }: { route: Route }) {
  const { customerId } = useCustomer();
  const { t } = useTranslation('route');
  return (
    <div className="portal-columns">
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
          {route.stops.map((stop, index) => (
            <li key={stop.propertyId}>
              <Group wrap="nowrap" gap="xs">
                <span className="portal-stop-number" aria-hidden="true">
                  {index + 1}
                </span>
                <div>
                  <Anchor component={Link} to={`/c/${customerId}/properties/${stop.propertyId}`} size="sm" fw={500}>
                    {stop.name}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {[stop.street, stop.city].filter(Boolean).join(', ')}
                  </Text>
                </div>
              </Group>
            </li>
          ))}
        </ol>
      </Surface>
      <Surface p="xs">
        <RouteMap stops={route.stops} height={420} />
      </Surface>
    </div>
  );
}
