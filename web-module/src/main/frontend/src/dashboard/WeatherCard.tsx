import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCustomer } from '../account/useSession';
import { Count } from '../shell/Count';
import { BarChart } from '../chart/BarChart';
import { useFormat } from '../format/useFormat';
import { Card } from './Card';
import { useWeatherHere } from './dashboard';

const HOURS = 24;

/** What the weather was near by, and is expected to be. */
export function WeatherCard() {
  const { t } = useTranslation('dashboard');
  const { customerId } = useCustomer();
  const format = useFormat();
  const { property, pending, nearest, forecast } = useWeatherHere();
  const seen = nearest?.observation;
  const hours = forecast?.hours.slice(0, HOURS) ?? [];
  const sum = (values: (number | undefined)[]) => values.reduce<number>((all, each) => all + (each ?? 0), 0);
  const counts = seen
    ? [
        seen.snowfallCm !== undefined && { name: t('weather.snow'), value: format.depth(seen.snowfallCm) },
        seen.precipitationMm !== undefined && { name: t('weather.water'), value: format.precipitation(seen.precipitationMm) },
        seen.temperatureMaxC !== undefined && {
          name: t('weather.temperature'),
          value: [seen.temperatureMinC, seen.temperatureMaxC]
            .filter((each) => each !== undefined)
            .map(format.temperature)
            .join(' – '),
        },
        seen.windMs !== undefined && { name: t('weather.wind'), value: format.speed(seen.windMs) },
      ]
    : [];
  return (
    <Card
      title={t('weather.title')}
      className="portal-dashboard-weather"
      pending={pending}
      aside={
        <Anchor component={Link} to={`/c/${customerId}/weather`} size="sm">
          {t('weather.all')}
        </Anchor>
      }
    >
      {!seen && !forecast && (
        <>
          <Text fw={600}>{t('weather.none')}</Text>
          <Text c="dimmed">{t('weather.noneText')}</Text>
        </>
      )}
      <Stack gap="md">
        {seen && (
          <div>
            <Group gap="xl" mb={4}>
              {counts.map((count) => count && <Count key={count.name} {...count} />)}
            </Group>
            <Text size="sm" c="dimmed">
              {t('weather.observed', {
                time: seen.period === 'DAY' ? format.date(seen.observedAt) : format.dateTime(seen.observedAt),
                place: seen.place,
              })}
              {property && ` · ${t('weather.at', { place: property.name })}`}
            </Text>
          </div>
        )}
        {hours.length > 0 ? (
          <div>
            <Text fw={600}>{t('weather.forecast')}</Text>
            <Text size="sm" c="dimmed" mb="xs">
              {t('weather.forecastSums', {
                snow: format.depth(sum(hours.map((hour) => hour.snowfallCm))),
                water: format.precipitation(sum(hours.map((hour) => hour.precipitationMm))),
              })}
            </Text>
            <BarChart
              label={t('weather.snow')}
              height={90}
              bars={hours.map((hour) => ({ name: format.time(hour.at), value: hour.snowfallCm ?? 0 }))}
              format={format.depth}
            />
          </div>
        ) : (
          seen && (
            <Text size="sm" c="dimmed">
              {t('weather.noForecast')}
            </Text>
          )
        )}
      </Stack>
    </Card>
  );
}
