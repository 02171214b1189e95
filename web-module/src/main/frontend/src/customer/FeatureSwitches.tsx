import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FeatureState } from '../api/types';
import { notifyDone, notifyProblem } from '../shell/notify';
import { ListSkeleton, ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { useCustomerFeatures, useSwitchFeature } from './customers';

/** What this customer may use, whatever its plan says. */
export function FeatureSwitches({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customer');
  const { data, error, isError, refetch } = useCustomerFeatures(customerId);
  if (isError && !data) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={3} />;
  return (
    <Surface>
      <Text size="sm" c="dimmed" mb="md">
        {t('features.hint')}
      </Text>
      <Stack>
        {data.map((state) => (
          <FeatureSwitch key={state.feature} customerId={customerId} state={state} />
        ))}
      </Stack>
    </Surface>
  );
}

function FeatureSwitch({ customerId, state }: { customerId: string; state: FeatureState }) {
  const { t } = useTranslation('customer');
  const change = useSwitchFeature(customerId);
  const name = t(`feature.${state.feature}`);
  const set = (enabled: boolean | undefined) =>
    change.mutate(
      { feature: state.feature, enabled },
      {
        onSuccess: () =>
          notifyDone(
            enabled === undefined
              ? t('features.asPlan', { name })
              : t(enabled ? 'features.on' : 'features.off', { name }),
          ),
        onError: notifyProblem,
      },
    );
  return (
    <Group justify="space-between" wrap="nowrap">
      <Switch
        checked={state.enabled}
        label={name}
        description={t(`features.source.${state.source}`)}
        onChange={(event) => set(event.currentTarget.checked)}
      />
      {state.source === 'CUSTOMER' && (
        <Button size="xs" variant="default" aria-label={t('features.resetOf', { name })} onClick={() => set(undefined)}>
          {t('features.reset')}
        </Button>
      )}
    </Group>
  );
}
