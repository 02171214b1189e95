import './storm.css';
import { Anchor, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EventProgress } from '../api/types';
import { useFormat } from '../format/useFormat';
import type { Crew, RouteCounts } from './stormState';
import { StatesBar } from './StormTotals';

interface StormRoutesProps {
  routes: RouteCounts[];
  nameOf: (routeId: string) => string | undefined;
  onChoose: (routeId: string) => void;
}

/** How far each route is. */
export function StormRoutes({ routes, nameOf, onChoose }: StormRoutesProps) {
  const { t } = useTranslation('winterevent');
  const format = useFormat();
  return (
    <ul className="portal-storm-routes">
      {routes.map(({ id, counts, total }) => {
        const name = (id && nameOf(id)) ?? t('storm.noRoute');
        return (
          <li key={id ?? ''}>
            <Group justify="space-between" gap="xs" wrap="nowrap" mb={4}>
              {id ? (
                <Anchor component="button" size="sm" fw={550} truncate ta="left" onClick={() => onChoose(id)}>
                  {name}
                </Anchor>
              ) : (
                <Text size="sm" fw={550} truncate>
                  {name}
                </Text>
              )}
              <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                {t('storm.routeDone', { done: format.number(counts.DONE), total: format.number(total) })}
              </Text>
            </Group>
            <StatesBar label={name} counts={counts} height={10} />
          </li>
        );
      })}
    </ul>
  );
}

interface StormCrewsProps {
  members: EventProgress['members'];
  crews: Crew[];
  onChoose: (memberId: string) => void;
}

/** What each crew has done, and where it was last. */
export function StormCrews({ members, crews, onChoose }: StormCrewsProps) {
  const { t } = useTranslation('winterevent');
  const format = useFormat();
  const seen = new Map(crews.map((crew) => [crew.memberId, crew]));
  const logged = new Set(members.map((member) => member.memberId));
  const all = [
    ...members,
    ...crews
      .filter((crew) => !logged.has(crew.memberId))
      .map(({ memberId, name }) => ({ memberId, name, logs: 0, open: 0, minutes: 0 })),
  ];
  if (all.length === 0) return <Text c="dimmed">{t('storm.noCrews')}</Text>;
  return (
    <Table verticalSpacing={6} aria-label={t('storm.crews')}>
      <Table.Tbody>
        {all.map(({ memberId, name, logs, open, minutes }) => {
          const last = seen.get(memberId);
          return (
            <Table.Tr key={memberId}>
              <Table.Td pl={0}>
                <Anchor component="button" size="sm" fw={550} ta="left" onClick={() => onChoose(memberId)}>
                  {name}
                </Anchor>
                {last && (
                  <Text size="xs" c="dimmed">
                    {t('storm.lastSeen', { time: format.time(last.at) })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">
                <Text size="sm">
                  {[t('storm.crewLogs', { count: logs }), open > 0 && t('storm.crewOpen', { count: open })]
                    .filter(Boolean)
                    .join(', ')}
                </Text>
              </Table.Td>
              <Table.Td ta="right" pr={0} style={{ whiteSpace: 'nowrap' }}>
                <Text size="sm">{format.hours(minutes)}</Text>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
