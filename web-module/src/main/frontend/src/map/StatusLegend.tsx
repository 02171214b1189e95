import { Group, Text } from '@mantine/core';
import type { PropertyStatus } from '../api/types';
import { statusName } from '../shell/StatusBadge';
import { shapeSvg } from './markers';

const STATUSES: PropertyStatus[] = ['ACTIVE', 'PAUSED', 'ARCHIVED'];

export function StatusLegend() {
  return (
    <Group gap="md" className="portal-legend">
      {STATUSES.map((status) => (
        <Group key={status} gap={4}>
          <span className="portal-legend-shape" dangerouslySetInnerHTML={{ __html: shapeSvg(status) }} />
          <Text size="sm">{statusName(status)}</Text>
        </Group>
      ))}
    </Group>
  );
}
