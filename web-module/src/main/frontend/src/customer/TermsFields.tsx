import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { localeChoices, timeZoneChoices } from '../company/places';
import { usePlans } from '../plan/plans';

export interface Terms {
  name: string;
  plan: string;
  contactEmail: string;
  timeZone: string;
  locale: string;
  units: string;
  currency: string;
}

const CURRENCIES = ['USD', 'CAD', 'EUR', 'GBP'];

/** One that is not in the list, from a template say, can be kept. */
const including = (list: readonly string[], value: string) =>
  value && !list.includes(value) ? [value, ...list] : [...list];

/** What is agreed with a customer; fields that a template decides may be left empty. */
export function TermsFields<T extends Terms>({ form, optional }: { form: UseFormReturnType<T>; optional?: boolean }) {
  const { t, i18n } = useTranslation('customer');
  const plans = usePlans().data ?? [];
  const values = form.getValues();
  const fromTemplate = { placeholder: optional ? t('fields.fromTemplate') : undefined, clearable: optional };
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput label={t('fields.name')} required {...form.getInputProps('name')} />
      <Select
        label={t('fields.plan')}
        required
        allowDeselect={false}
        data={including(plans.map(({ code }) => code), values.plan)}
        {...form.getInputProps('plan')}
      />
      <TextInput label={t('fields.contactEmail')} type="email" {...form.getInputProps('contactEmail')} />
      <Select
        label={t('fields.timeZone')}
        searchable
        {...fromTemplate}
        limit={50}
        data={timeZoneChoices(values.timeZone)}
        {...form.getInputProps('timeZone')}
        value={values.timeZone || null}
      />
      <Select
        label={t('fields.locale')}
        {...fromTemplate}
        data={localeChoices(i18n.language, values.locale)}
        {...form.getInputProps('locale')}
        value={values.locale || null}
      />
      <Select
        label={t('fields.units')}
        {...fromTemplate}
        data={(['IMPERIAL', 'METRIC'] as const).map((value) => ({ value, label: t(`units.${value}`) }))}
        {...form.getInputProps('units')}
        value={values.units || null}
      />
      <Select
        label={t('fields.currency')}
        {...fromTemplate}
        data={including(CURRENCIES, values.currency)}
        {...form.getInputProps('currency')}
        value={values.currency || null}
      />
    </SimpleGrid>
  );
}
