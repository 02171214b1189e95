import { SegmentedControl, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FeatureRollout } from '../api/types';
import { usePlans } from '../plan/plans';
import { PageHeader } from '../shell/PageHeader';
import { notifyDone, notifyProblem } from '../shell/notify';
import { ListSkeleton, ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { saidFor, useRollouts, useSwitchPlan } from './features';

const AS_IT_COMES = 'default';
const ON = 'on';
const OFF = 'off';

/** Which plans have which features. */
export function FeaturesPage() {
  const { t } = useTranslation('feature');
  const { data: rollouts, isError, error, refetch } = useRollouts();
  const plans = usePlans();
  const data = plans.isPending ? undefined : rollouts; // What has a switch for each plan is as high as it stays.
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {isError && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <ListSkeleton rows={6} />}
      <Stack>
        {data?.map((rollout) => (
          <Rollout key={rollout.feature} rollout={rollout} />
        ))}
      </Stack>
    </>
  );
}

function Rollout({ rollout }: { rollout: FeatureRollout }) {
  const { t } = useTranslation(['feature', 'customer']);
  const plans = usePlans().data ?? [];
  const name = t(`customer:feature.${rollout.feature}`);
  return (
    <Surface>
      <Title order={2} size="h4">
        {name}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {rollout.customersOn + rollout.customersOff === 0
          ? t('noOverrides')
          : `${t('on', { count: rollout.customersOn })} ${t('off', { count: rollout.customersOff })}`}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
        {plans.map(({ code }) => (
          <PlanChoice key={code} rollout={rollout} name={name} plan={code} />
        ))}
      </SimpleGrid>
    </Surface>
  );
}

function PlanChoice({ rollout, name, plan }: { rollout: FeatureRollout; name: string; plan: string }) {
  const { t } = useTranslation('feature');
  const change = useSwitchPlan();
  const said = saidFor(rollout, plan);
  const set = (value: string) => {
    const enabled = value === AS_IT_COMES ? undefined : value === ON;
    change.mutate(
      { feature: rollout.feature, plan, enabled },
      {
        onSuccess: () => notifyDone(t(enabled === false ? 'nowOff' : 'nowOn', { name, plan })),
        onError: notifyProblem,
      },
    );
  };
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {plan}
      </Text>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('forPlan', { name, plan })}
        value={said === undefined ? AS_IT_COMES : said ? ON : OFF}
        onChange={set}
        data={[
          { value: AS_IT_COMES, label: t('default') },
          { value: ON, label: t('yes') },
          { value: OFF, label: t('no') },
        ]}
      />
    </div>
  );
}
