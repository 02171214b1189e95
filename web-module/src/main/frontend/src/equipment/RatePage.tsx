import { NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCustomer } from '../account/useSession';
import type { EquipmentRate } from '../api/types';
import { DeleteButton, EditForm, optionalText } from '../shell/editing';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton } from '../shell/states';
import { Surface } from '../shell/Surface';
import { useDeleteEquipmentRate, useEquipmentRate, useSaveEquipmentRate } from './rates';

export function NewRatePage() {
  const { t } = useTranslation('equipment');
  return (
    <>
      <PageHeader title={t('newTitle')} />
      <RateForm />
    </>
  );
}

export function RatePage() {
  const { rateId = '' } = useParams();
  const { data, isError, error, refetch } = useEquipmentRate(rateId);
  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  return (
    <>
      <PageHeader title={data.equipment}>
        <DeleteRate rate={data} />
      </PageHeader>
      <RateForm key={data.id} rate={data} onReload={() => void refetch()} />
    </>
  );
}

function DeleteRate({ rate }: { rate: EquipmentRate }) {
  const { t } = useTranslation('equipment');
  const remove = useDeleteEquipmentRate(rate);
  return (
    <DeleteButton
      question={t('delete.question')}
      text={t('delete.text')}
      yes={t('delete.yes')}
      name={rate.equipment}
      remove={remove}
    />
  );
}

const valuesOf = (rate?: EquipmentRate) => ({
  equipment: rate?.equipment ?? '',
  hourlyRate: (rate?.hourlyRate ?? '') as number | string,
  validFrom: rate?.validFrom ?? '',
  validTo: rate?.validTo ?? '',
});

function RateForm({ rate, onReload }: { rate?: EquipmentRate; onReload?: () => void }) {
  const { t } = useTranslation('equipment');
  const customer = useCustomer();
  const currency = rate?.currency ?? customer.currency;
  const save = useSaveEquipmentRate(rate);
  const form = useForm({
    initialValues: valuesOf(rate),
    validate: { validTo: (value, { validFrom }) => (value && value < validFrom ? t('endBeforeStart') : null) },
  });
  const bodyOf = (values: typeof form.values) => ({
    equipment: values.equipment.trim(),
    hourlyRate: Number(values.hourlyRate),
    currency,
    validFrom: values.validFrom,
    validTo: optionalText(values.validTo),
  });
  return (
    <EditForm
      form={form}
      save={save}
      bodyOf={bodyOf}
      stored={rate && valuesOf(rate)}
      names={{
        equipment: t('equipment'),
        hourlyRate: t('rate'),
        validFrom: t('from'),
        validTo: t('to'),
      }}
      fieldOf={{ 'rates-overlap': 'validFrom' }}
      onReload={onReload}
    >
      <Surface maw={640}>
        <Stack>
          <TextInput
            label={t('equipment')}
            description={t('equipmentText')}
            required
            maxLength={80}
            {...form.getInputProps('equipment')}
          />
          <NumberInput
            label={t('rate')}
            required
            min={0}
            decimalScale={2}
            hideControls
            rightSection={
              <Text size="sm" c="dimmed">
                {currency}
              </Text>
            }
            rightSectionWidth={56}
            {...form.getInputProps('hourlyRate')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput type="date" label={t('from')} required {...form.getInputProps('validFrom')} />
            <TextInput type="date" label={t('to')} {...form.getInputProps('validTo')} />
          </SimpleGrid>
          <Text size="sm" c="dimmed">
            {t('toText')}
          </Text>
        </Stack>
      </Surface>
    </EditForm>
  );
}
