import { Button, Group, Radio, Select, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { showFieldErrors } from '../shell/editing';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton, ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { useCustomer } from './customers';
import { startSupport } from './supportAccess';

const MINUTES = [15, 30, 60];

/** Where an operator says why; from here on the tab is the company's. */
export function SupportEntryPage() {
  const { customerId = '' } = useParams();
  const { t } = useTranslation(['customer', 'shell']);
  const navigate = useNavigate();
  const { data: customer, isError, error, refetch } = useCustomer(customerId);
  const form = useForm({ initialValues: { reason: '', minutes: '30', write: 'no' } });
  const start = useMutation({
    mutationFn: ({ reason, minutes, write }: typeof form.values) =>
      startSupport(customerId, { reason, minutes: Number(minutes), write: write === 'yes' }),
    onSuccess: () => void navigate('/', { replace: true }),
    onError: (failure) => showFieldErrors(form, failure),
  });

  if (isError && !customer) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!customer) return <ListSkeleton rows={4} />;
  return (
    <>
      <PageHeader
        title={t('support.enterTitle', { name: customer.name })}
        description={t('support.enterText')}
      />
      <Surface maw={620}>
        <form onSubmit={form.onSubmit((values) => start.mutate(values))}>
          <Stack>
            {start.isError && <ProblemAlert error={start.error} title={t('support.notEntered')} />}
            <Textarea
              label={t('support.why')}
              description={t('support.whyHint')}
              required
              maxLength={500}
              rows={2}
              {...form.getInputProps('reason')}
            />
            <Select
              label={t('support.howLong')}
              allowDeselect={false}
              data={MINUTES.map((count) => ({ value: String(count), label: t('support.minutes', { count }) }))}
              {...form.getInputProps('minutes')}
            />
            <Radio.Group label={t('support.what')} {...form.getInputProps('write')}>
              <Stack gap="xs" mt="xs">
                <Radio value="no" label={t('support.read')} />
                <Radio value="yes" label={t('support.write')} />
              </Stack>
            </Radio.Group>
            <Group>
              <Button type="submit" loading={start.isPending}>
                {t('support.enter')}
              </Button>
              <Button component={Link} to={`/console/customers/${customerId}/support`} variant="default">
                {t('shell:cancel')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Surface>
    </>
  );
}
