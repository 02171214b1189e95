import { SimpleGrid, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../api/types';
import { localeName } from '../company/places';
import { useFormat } from '../format/useFormat';
import { Facts } from '../shell/Facts';
import { ListSkeleton, ProblemAlert } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { useCustomerHealth } from './customers';
import { Findings } from './Findings';

export function Overview({ customer }: { customer: Customer }) {
  const format = useFormat();
  const { t, i18n } = useTranslation('customer');
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Surface>
        <Title order={2} size="h4" mb="sm">
          {t('overview.facts')}
        </Title>
        <Facts
          facts={{
            [t('fields.plan')]: customer.plan,
            [t('fields.contactEmail')]: customer.contactEmail,
            [t('fields.timeZone')]: customer.timeZone,
            [t('fields.locale')]: localeName(i18n.language, customer.locale),
            [t('fields.units')]: t(`units.${customer.units}`),
            [t('fields.currency')]: customer.currency,
            [t('overview.since')]: format.date(customer.createdAt),
            [t('overview.suspendedAt')]: customer.suspendedAt && format.dateTime(customer.suspendedAt),
            [t('overview.closedAt')]: customer.closedAt && format.dateTime(customer.closedAt),
            [t('fields.reason')]: customer.statusReason,
          }}
        />
      </Surface>
      <Health customerId={customer.customerId} />
    </SimpleGrid>
  );
}

function Health({ customerId }: { customerId: string }) {
  const format = useFormat();
  const { t } = useTranslation('customer');
  const { data, error, isError, refetch } = useCustomerHealth(customerId);
  return (
    <Surface>
      <Title order={2} size="h4" mb="sm">
        {t('list.health')}
      </Title>
      {isError && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <ListSkeleton rows={4} />}
      {data && (
        <Stack>
          <Findings health={data} />
          <Facts
            facts={{
              [t('list.lastReport')]: data.lastReport && (
                <>
                  <StatusBadge status={data.lastReport.status} /> {format.dateTime(data.lastReport.endedAt)}
                </>
              ),
              [t('overview.lastActivity')]: data.lastActivityAt && format.dateTime(data.lastActivityAt),
              [t('overview.keys')]: format.number(data.integrations.keys),
              [t('overview.keyUsed')]:
                data.integrations.lastUsedAt && format.dateTime(data.integrations.lastUsedAt),
              [t('overview.keyEnds')]:
                data.integrations.nextExpiryAt && format.dateTime(data.integrations.nextExpiryAt),
              [t('limit.STORAGE_BYTES')]: format.bytes(data.storageBytes),
            }}
          />
        </Stack>
      )}
    </Surface>
  );
}
