import { Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CustomerHealth } from '../api/types';
import type { Format } from '../format/format';
import { useFormat } from '../format/useFormat';
import { type Finding, findingsOf } from './health';

const SHAPES = { bad: '✕', waiting: '▲', good: '●' };

function say(finding: Finding, t: TFunction<'customer'>, format: Format): string {
  switch (finding.what) {
    case 'failedReports':
    case 'waitingImports':
      return t(`health.${finding.what}`, { count: finding.count });
    case 'limit':
      return t('health.limit', {
        limit: t(`limit.${finding.limit}`),
        percent: format.percent(finding.share),
      });
    case 'quiet':
      return t('health.quiet', { count: finding.days });
    default:
      return t(`health.${finding.what}`);
  }
}

/** How a customer is doing, in words and shapes. */
export function Findings({ health }: { health: CustomerHealth }) {
  const format = useFormat();
  const { t } = useTranslation('customer');
  return (
    <Stack gap={2}>
      {findingsOf(health, Date.now()).map((finding) => {
        const words = say(finding, t, format);
        return (
          <Text key={words} size="sm" className="portal-finding" data-tone={finding.tone}>
            <span aria-hidden="true">{SHAPES[finding.tone]}</span> {words}
          </Text>
        );
      })}
    </Stack>
  );
}
