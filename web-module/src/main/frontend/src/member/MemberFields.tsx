import { NumberInput, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useCustomer } from '../account/useSession';
import type { MemberDetail, Role } from '../api/types';
import { optionalNumber, optionalText } from '../shell/editing';
import { type MemberWrite, ROLES } from './members';

export interface MemberValues {
  displayName: string;
  role: string;
  phone: string;
  hourlyCost: number | string;
}

export function valuesOf(member?: MemberDetail): MemberValues {
  return {
    displayName: member?.displayName ?? '',
    role: member?.role ?? 'CONTRACTOR',
    phone: member?.phone ?? '',
    hourlyCost: member?.hourlyCost ?? '',
  };
}

/** @param currency of the cost, where there is one */
export function bodyOf(values: MemberValues, currency: string): MemberWrite {
  const hourlyCost = optionalNumber(values.hourlyCost);
  return {
    displayName: values.displayName.trim(),
    role: values.role as Role,
    phone: optionalText(values.phone),
    hourlyCost,
    currency: hourlyCost === undefined ? undefined : currency,
  };
}

interface MemberFieldsProps<Values extends MemberValues> {
  form: UseFormReturnType<Values>;
  /** Of the member's cost; the company's if not given. */
  currency?: string;
}

export function MemberFields<Values extends MemberValues>({ form, currency }: MemberFieldsProps<Values>) {
  const { t } = useTranslation(['member', 'account']);
  const customer = useCustomer();
  const role = form.values.role as (typeof ROLES)[number];
  return (
    <>
      <TextInput label={t('name')} required maxLength={120} {...form.getInputProps('displayName')} />
      <Select
        label={t('role')}
        description={t(`roleText.${role}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        data={ROLES.map((value) => ({ value, label: t(`account:role.${value}`) }))}
        {...form.getInputProps('role')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('phone')} type="tel" maxLength={40} {...form.getInputProps('phone')} />
        <NumberInput
          label={t('cost')}
          description={t('costText')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          rightSection={
            <Text size="sm" c="dimmed">
              {currency ?? customer.currency}
            </Text>
          }
          rightSectionWidth={56}
          min={0}
          decimalScale={2}
          hideControls
          {...form.getInputProps('hourlyCost')}
        />
      </SimpleGrid>
    </>
  );
}
