import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Customer, CustomerTerms } from '../api/types';
import { EditForm, optionalText } from '../shell/editing';
import { Surface } from '../shell/Surface';
import { useCustomer, useSaveTerms } from './customers';
import { type Terms, TermsFields } from './TermsFields';

const termsOf = ({ name, plan, contactEmail = '', timeZone, locale, units, currency }: Customer): Terms => ({
  name,
  plan,
  contactEmail,
  timeZone,
  locale,
  units,
  currency,
});

const bodyOf = (terms: Terms) => ({ ...terms, contactEmail: optionalText(terms.contactEmail) }) as CustomerTerms;

/** Changes what is agreed with a customer. */
export function TermsForm({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer');
  const save = useSaveTerms(customer.customerId, customer.version);
  const { refetch } = useCustomer(customer.customerId);
  const form = useForm<Terms>({ initialValues: termsOf(customer) });
  return (
    <Surface>
      <EditForm
        form={form}
        save={save}
        bodyOf={bodyOf}
        stored={termsOf(customer)}
        onReload={() => void refetch()}
        names={{
          name: t('fields.name'),
          plan: t('fields.plan'),
          contactEmail: t('fields.contactEmail'),
          timeZone: t('fields.timeZone'),
          locale: t('fields.locale'),
          units: t('fields.units'),
          currency: t('fields.currency'),
        }}
      >
        <TermsFields form={form} />
        <Text size="sm" c="dimmed" mt="md">
          {t('terms.hint')}
        </Text>
      </EditForm>
    </Surface>
  );
}
