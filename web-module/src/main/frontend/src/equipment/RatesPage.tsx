import { Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EquipmentRate } from '../api/types';
import { useFormat } from '../format/useFormat';
import { toWallClock } from '../format/zoned';
import { PlusIcon } from '../shell/icons';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState, ListSkeleton, ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { useEquipmentRates } from './rates';
import { byEquipment, type Equipment, isValidOn, placeOf, spanOf } from './timeline';
import './timeline.css';

export function RatesPage() {
  const { t } = useTranslation('equipment');
  const { timeZone } = useFormat();
  const rates = useEquipmentRates();
  const today = toWallClock(new Date().toISOString(), timeZone).slice(0, 10);
  return (
    <>
      <PageHeader title={t('title')} description={t('text')}>
        <Button component={Link} to="new" leftSection={<PlusIcon />}>
          {t('new')}
        </Button>
      </PageHeader>
      {rates.isPending && <ListSkeleton />}
      {rates.isError && <ProblemAlert error={rates.error} onRetry={() => void rates.refetch()} />}
      {rates.isSuccess && rates.data.length === 0 && (
        <Surface>
          <EmptyState
            title={t('empty.title')}
            action={
              <Button component={Link} to="new">
                {t('empty.action')}
              </Button>
            }
          >
            {t('empty.text')}
          </EmptyState>
        </Surface>
      )}
      {rates.isSuccess && (
        <Stack>
          {byEquipment(rates.data).map((equipment) => (
            <RatesOf key={equipment.name} equipment={equipment} today={today} />
          ))}
        </Stack>
      )}
    </>
  );
}

function RatesOf({ equipment, today }: { equipment: Equipment; today: string }) {
  const { t } = useTranslation('equipment');
  const format = useFormat();
  const now = equipment.rates.find((rate) => isValidOn(rate, today));
  const period = ({ validFrom, validTo }: EquipmentRate) =>
    validTo
      ? t('period', { from: format.date(validFrom), to: format.date(validTo) })
      : t('since', { from: format.date(validFrom) });
  return (
    <Surface>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {equipment.name}
        </Title>
        <Text size="sm" c={now ? undefined : 'var(--mantine-color-error)'}>
          {now ? t('perHour', { amount: format.money(now.hourlyRate, now.currency) }) : t('noRate')}
        </Text>
      </Group>
      <Timeline rates={equipment.rates} today={today} />
      <ul className="portal-rates">
        {equipment.rates.map((rate) => (
          <li key={rate.id}>
            <Anchor component={Link} to={rate.id} size="sm">
              {period(rate)}
            </Anchor>
            <Group gap="xs" wrap="nowrap">
              {rate === now && (
                <Badge className="portal-badge" variant="light">
                  {t('now')}
                </Badge>
              )}
              <Text size="sm">{t('perHour', { amount: format.money(rate.hourlyRate, rate.currency) })}</Text>
            </Group>
          </li>
        ))}
      </ul>
    </Surface>
  );
}

/** The rates side by side in time; the list below says the same in words. */
function Timeline({ rates, today }: { rates: EquipmentRate[]; today: string }) {
  const span = spanOf(rates, today);
  const percent = ({ left, width }: { left: number; width: number }) => ({ left: `${left}%`, width: `${width}%` });
  return (
    <div className="portal-timeline" aria-hidden="true">
      {rates.map((rate) => (
        <div key={rate.id} className="portal-timeline-rate" style={percent(placeOf(rate, span))} />
      ))}
      <div
        className="portal-timeline-today"
        style={{ left: `${placeOf({ validFrom: today, validTo: today }, span).left}%` }}
      />
    </div>
  );
}
