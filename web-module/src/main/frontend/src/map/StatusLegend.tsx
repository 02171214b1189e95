import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PropertyStatus } from '../api/types';
import { shapeSvg } from './markers';

const STATUSES: PropertyStatus[] = ['ACTIVE', 'PAUSED', 'ARCHIVED'];

export function StatusLegend() {
  const { t } = useTranslation();
  return (
    <Group gap="md" className="portal-legend">
      {STATUSES.map((status) => (
        <Group key={status} gap={4}>
          <span className="portal-legend-shape" dangerouslySetInnerHTML={{ __html: shapeSvg(status) }} />
          <Text size="sm">{t(`status.${status}`)}</Text>
        </Group>
      ))}
    </Group>
  );
}
