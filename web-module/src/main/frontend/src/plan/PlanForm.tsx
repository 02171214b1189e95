import { Alert, Button, Group, List, NumberInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import type { Plan } from '../api/types';
import { useCustomersHealth } from '../customer/customers';
import { useFormat } from '../format/useFormat';
import { SaveProblem, showFieldErrors, STALE, useNewer } from '../shell/editing';
import { AlertIcon } from '../shell/icons';
import { MergeView } from '../shell/MergeView';
import { notifyDone } from '../shell/notify';
import { LIMITS, narrowed, type PlanLimit, sent, typed, type TypedLimits } from './limits';
import { usePlans, useSavePlan } from './plans';

/** Changes what a plan allows, and says for whom. */
export function PlanForm({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const { t } = useTranslation(['plan', 'shell']);
  const format = useFormat();
  const save = useSavePlan(plan.code, plan.version);
  const { refetch } = usePlans();
  const customers = useCustomersHealth({ plan: plan.code }).total;
  const form = useForm({ initialValues: typed(plan) });
  const { base, newer, accept } = useNewer(form, typed(plan), form.values);
  const narrower = narrowed(plan, form.values);
  const nameOf = (limit: PlanLimit) => t(limit === 'maxStorageBytes' ? 'storageGb' : `limit.${limit}`);
  const submit = (values: TypedLimits) =>
    save.mutate(sent(values), {
      onSuccess: () => {
        notifyDone(t('shell:saved', { name: plan.code }));
        onDone();
      },
      onError: (error) => {
        showFieldErrors(form, error);
        if (asProblem(error).slug === STALE) void refetch();
      },
    });
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack>
        {newer ? (
          <MergeView
            base={base}
            mine={form.values}
            theirs={newer}
            names={Object.fromEntries(LIMITS.map((limit) => [limit, nameOf(limit)])) as Record<PlanLimit, string>}
            written={(_, value) => (value === '' ? t('none') : format.number(Number(value), 9))}
            onMerged={(values) => {
              accept(values);
              submit(values);
            }}
          />
        ) : (
          <SaveProblem error={save.error} />
        )}
        {LIMITS.map((limit) => (
          <NumberInput
            key={limit}
            label={nameOf(limit)}
            placeholder={t('none')}
            min={0}
            allowDecimal={limit === 'maxStorageBytes'}
            hideControls
            {...form.getInputProps(limit)}
          />
        ))}
        <Text size="sm">
          {customers === undefined
            ? t('effect.all')
            : t('effect.count', { count: customers, number: format.number(customers) })}
        </Text>
        {narrower.length > 0 && (
          <Alert color="orange" variant="light" icon={<AlertIcon />} title={t('effect.narrower')}>
            <List size="sm">
              {narrower.map((limit) => (
                <List.Item key={limit}>{t(`limit.${limit}`)}</List.Item>
              ))}
            </List>
            <Text size="sm" mt="xs">
              {t('effect.stays')}
            </Text>
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('shell:cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty() || newer !== undefined}>
            {t('shell:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
